import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RunProblems } from '../../parts/problems/run-problems';
import { RunHead } from '../../parts/run-head';

const route = getRouteApi('/office/branch-problems/$id');

/** 问题清单 of one branch, at any time of its year: measures, closing, sending back. */
export function BranchProblems() {
  const { t } = useTranslation('branch-problems');
  const { id } = route.useParams();
  const { do: action, problem } = route.useSearch();
  return (
    <>
      <RunHead title={t('title')} runId={id} />
      <RunProblems runId={id} given={{ action, problem }} />
    </>
  );
}
