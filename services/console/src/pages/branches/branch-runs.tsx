import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BRANCH_RUN_BATCHES } from '../../parts/batches/branch-run-batches';
import { ListPage } from '../../parts/list/list-page';
import { BRANCH_RUNS } from './branch-runs.list';

const route = getRouteApi('/office/branch-runs');

/** 支部: each branch in each round, where it stands, who must act, by when. */
export function BranchRuns() {
  const { t } = useTranslation('branches');
  return <ListPage list={BRANCH_RUNS} title={t('title')} search={route.useSearch()} batches={BRANCH_RUN_BATCHES} />;
}
