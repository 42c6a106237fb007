import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ORGANISATION_RUN_BATCHES } from '../../parts/batches/organisation-run-batches';
import { ListPage } from '../../parts/list/list-page';
import { ORGANISATION_RUNS } from './organisation-runs.list';

const route = getRouteApi('/office/organisation-runs');

/** 党组织: each organisation in each round, where it stands, who must act, by when. */
export function OrganisationRuns() {
  const { t } = useTranslation('organisations');
  return (
    <ListPage
      list={ORGANISATION_RUNS}
      title={t('title')}
      search={route.useSearch()}
      batches={ORGANISATION_RUN_BATCHES}
    />
  );
}
