import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { useOfficeName } from '../../parts/office-name';
import { PageHead } from '../../parts/page-head';
import { Standing } from '../../parts/standing';
import { PlanForm } from './plan-form';
import { useBranches } from './use-branches';
import './organisation-plan.css';

const route = getRouteApi('/office/organisation-plans/$id');

/** 年度计划 of an organisation: each branch's target, who answers for it, by when (数量明确、任务明确、责任明确). */
export function OrganisationPlanPage() {
  const { t } = useTranslation('organisation-plans');
  const officeName = useOfficeName();
  const { id } = route.useParams();
  const plan = api.useQuery('get', '/api/v1/organisation-plans/{id}', { params: { path: { id } } });
  const runId = plan.data?.runId;
  const run = api.useQuery(
    'get',
    '/api/v1/organisation-runs/{id}',
    { params: { path: { id: runId ?? '' } } },
    { enabled: runId !== undefined },
  );
  const branches = useBranches(run.data);
  const { organisationName, year } = run.data ?? {};
  return (
    <>
      <PageHead
        title={t('title')}
        note={
          runId && (
            <Link to="/organisation-runs/$id" params={{ id: runId }} search={keepCampaign}>
              {organisationName && t('of', { name: organisationName, year })}
            </Link>
          )
        }
      />
      {run.data && (
        <section className="panel" aria-label={t('standing')}>
          <Standing
            kind="organisation-run"
            run={run.data}
            who={run.data.waitingOn && <b>{officeName(run.data.waitingOn, run.data.names)}</b>}
          />
        </section>
      )}
      <Loaded query={plan} rows={8}>
        {(written) => (
          <Loaded query={run}>
            {(of) => (
              <Loaded query={branches}>
                {(open) => <PlanForm key={id} plan={written} run={of} branches={open} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
