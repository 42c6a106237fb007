import { Skeleton } from 'antd';

/** The shape of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="page" aria-busy="true">
      <Skeleton active title={{ width: '12em' }} paragraph={{ rows: 6 }} />
    </div>
  );
}
