import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice';

/** The part of a query's result that is looked at. */
interface Loading<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Loading<T>;
  readonly children: (data: T) => ReactNode;
  /** Lines of the skeleton. */
  readonly rows?: number;
}

/** The three states of what a page reads: on its way, refused or away, there. What was there stays when a refresh fails. */
export function Loaded<T>({ query: { data, error, refetch }, children, rows = 4 }: LoadedProps<T>) {
  return (
    <>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? !error && <Skeleton active paragraph={{ rows }} title={false} /> : children(data)}
    </>
  );
}
