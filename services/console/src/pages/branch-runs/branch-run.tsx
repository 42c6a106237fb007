import { MODE_WORDS, turnsOf } from '@app/domain';
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { may, useMe } from '../../app/me';
import { api } from '../../client';
import { DatesStrip } from '../../parts/dates-strip';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { RunLink } from '../../parts/run-link';
import { CourseSection, PapersSection, RecordSection, WHOLE } from '../../parts/run-sections';
import { Section } from '../../parts/section';
import { RunSlips } from '../../parts/slips/run-slips';
import { useWords } from '../../words/words';
import { Commands } from './commands';
import { Problems } from './problems';
import { Scores } from './scores';
import { BranchStanding } from './standing';
import { useBallot } from './use-ballot';

const route = getRouteApi('/office/branch-runs/$id');

/** 支部: one branch in one year, from where it stands to how it came there. */
export function BranchRun() {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { id } = route.useParams();
  const { zoom, do: doing } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { path: { id } };
  const run = api.useQuery('get', '/api/v1/branch-runs/{id}', { params });
  const explanation = api.useQuery('get', '/api/v1/branch-runs/{id}/explain', { params });
  const dates = api.useQuery('get', '/api/v1/branch-runs/{id}/deadlines', { params });
  const papers = api.useQuery('get', '/api/v1/branch-runs/{id}/documents', { params });
  const record = api.useQuery('get', '/api/v1/branch-runs/{id}/timeline', { params: { ...params, query: WHOLE } });
  const show = (search: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <Loaded query={run} rows={10}>
      {(branch) => (
        <>
          <PageHead
            title={branch.branchName}
            note={
              <>
                <OrganisationLink
                  organisationId={branch.organisationId}
                  year={branch.year}
                  name={branch.organisationName}
                />{' '}
                {t('ofYear', { year: branch.year, mode: say(MODE_WORDS[branch.mode]) })}
              </>
            }
          />
          <section className="panel" aria-label={t('standing')}>
            <Loaded query={explanation}>{(why) => <BranchStanding why={why} turns={turnsOf(branch)} />}</Loaded>
            <Commands run={branch} given={doing} onGive={(command) => show({ do: command })} />
          </section>
          <CourseSection kind="branch-run" step={branch.step} record={record} turns={turnsOf(branch)} />
          <Section title={t('dates')}>
            <Loaded query={dates}>{({ items }) => <DatesStrip dates={items} />}</Loaded>
          </Section>
          <RunSlips runId={id} />
          <Problems runId={id} />
          {papers.data && record.data && <Scores run={branch} papers={papers.data.items} record={record.data.items} />}
          <Kept run={branch} {...{ papers, record, zoom }} onZoom={(chosen) => show({ zoom: chosen })} />
        </>
      )}
    </Loaded>
  );
}

interface KeptProps extends Pick<ComponentProps<typeof RecordSection>, 'record' | 'zoom' | 'onZoom'> {
  readonly run: components['schemas']['BranchRun'];
  readonly papers: ComponentProps<typeof PapersSection>['papers'];
}

/** Its papers, its ballot among them, and its record. */
function Kept({ run, papers, ...shown }: KeptProps) {
  const { further, wayOf } = useBallot(run, shown.record.data?.items ?? []);
  return (
    <>
      <PapersSection papers={papers} further={further} versionsAt={`/branch-runs/${run.id}/versions`} />
      <RecordSection kind="branch-run" wayOf={wayOf} {...shown} />
    </>
  );
}

interface OrganisationLinkProps {
  readonly organisationId: string;
  readonly year: number;
  readonly name: string;
}

/** The year of the organisation above, for whoever may look at it. */
function OrganisationLink({ organisationId, year, name }: OrganisationLinkProps) {
  const { acting } = useMe();
  const { data } = api.useQuery(
    'get',
    '/api/v1/organisation-runs',
    { params: { query: { organisationId, year } } },
    { enabled: may('readOrganisationRuns', acting) },
  );
  const above = data?.items[0];
  if (!above) return name;
  return (
    <RunLink kind="organisation-runs" id={above.id}>
      {name}
    </RunLink>
  );
}
