import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { api } from '../../client';
import { searchOfView } from '../../parts/list/view';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';

const route = getRouteApi('/office/views/$id');

/** 视图: its own address, which leads to the list as the view has it; what the list has no more the list says. */
export function OpenView() {
  const { t } = useTranslation('views');
  const { me } = useMe();
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/views/{id}', { params: { path: { id } } });
  return (
    <>
      <PageHead title={t('title')} />
      <Loaded query={query}>
        {(view) => {
          const to: string = `/${view.list}`;
          const elsewhere = view.campaignId === me.campaignId ? undefined : view.campaignId;
          return <Navigate to={to} search={{ ...searchOfView(view), campaign: elsewhere } as object} replace />;
        }}
      </Loaded>
    </>
  );
}
