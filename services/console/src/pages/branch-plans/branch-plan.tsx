import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../client';
import { HandOver } from '../../parts/hand-over';
import { Loaded } from '../../parts/loaded';
import { RunProblems } from '../../parts/problems/run-problems';
import { RunHead } from '../../parts/run-head';
import { Signatures } from '../../parts/signatures';

const route = getRouteApi('/office/branch-plans/$id');

/** 支部计划: the problem list completed; there is nothing else to write (一支部一清单一方案). */
export function BranchPlanPage() {
  const { t } = useTranslation('branch-plans');
  const { id } = route.useParams();
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/v1/branch-plans/{id}', { params });
  const { data: plan } = query;
  const { data: run } = api.useQuery(
    'get',
    '/api/v1/branch-runs/{id}',
    { params: { path: { id: plan?.runId ?? '' } } },
    { enabled: plan !== undefined },
  );
  return (
    <>
      <RunHead title={t('title')} runId={plan?.runId} />
      <Loaded query={query}>
        {(paper) => {
          const { runId, digest, frozenAt, body } = paper;
          const { problems } = body;
          const unplanned = problems.filter(({ measure }) => measure === null).length;
          return (
            <>
              <p className="quiet">{frozenAt ? t('handedOver') : t('about')}</p>
              <RunProblems runId={runId} />
              <Signatures paper={paper} />
              {run?.allowedActions.includes('submitBranchPlan') && (
                <HandOver
                  label={t('submit')}
                  send={(stated) =>
                    client.POST('/api/v1/branch-plans/{id}/submit', { params, body: { digest, ...stated } })
                  }
                  disabled={query.isFetching}
                  note={unplanned > 0 ? t('unplanned', { count: unplanned }) : t('ready', { count: problems.length })}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
