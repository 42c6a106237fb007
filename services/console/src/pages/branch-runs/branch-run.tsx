import { type BranchRunMode, MODE_WORDS, stepAfterPlan } from '@app/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { Course } from '../../parts/course';
import { DatesStrip } from '../../parts/dates-strip';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { Papers } from '../../parts/papers';
import { Record } from '../../parts/record';
import { RunLink } from '../../parts/run-link';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';
import { Commands } from './commands';
import { Problems } from './problems';
import { Scores } from './scores';
import { BranchStanding } from './standing';

const route = getRouteApi('/office/branch-runs/$id');

/** Where the road leads elsewhere than that of a branch that is to attain the standard, by the mode of its year. */
const TURNS = {
  attain: { 'plan-approving': stepAfterPlan('attain') },
  maintain: { 'plan-approving': stepAfterPlan('maintain') },
  review: { 'plan-approving': stepAfterPlan('review') },
} as const satisfies Readonly<Record<BranchRunMode, Readonly<Record<string, string>>>>;

/** The longest part of a record that is read at once: more than a year holds. */
const WHOLE = { limit: 200 };

/** 支部: one branch in one year, from where it stands to how it came there. */
export function BranchRun() {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { id } = route.useParams();
  const { zoom = 'milestones', do: doing } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { path: { id } };
  const run = api.useQuery('get', '/api/v1/branch-runs/{id}', { params });
  const explanation = api.useQuery('get', '/api/v1/branch-runs/{id}/explain', { params });
  const dates = api.useQuery('get', '/api/v1/branch-runs/{id}/deadlines', { params });
  const papers = api.useQuery('get', '/api/v1/branch-runs/{id}/documents', { params });
  const record = api.useQuery('get', '/api/v1/branch-runs/{id}/timeline', { params: { ...params, query: WHOLE } });
  const give = (command: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, do: command }), replace: true });
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
            <Loaded query={explanation}>{(why) => <BranchStanding why={why} turns={TURNS[branch.mode]} />}</Loaded>
            <Commands run={branch} given={doing} onGive={give} />
          </section>
          <Section title={t('course')}>
            <Loaded query={record}>
              {({ items }) => <Course kind="branch-run" step={branch.step} events={items} turns={TURNS[branch.mode]} />}
            </Loaded>
          </Section>
          <Section title={t('dates')}>
            <Loaded query={dates}>{({ items }) => <DatesStrip dates={items} />}</Loaded>
          </Section>
          <Problems runId={id} />
          <Scores run={branch} />
          <Section title={t('papers')} wide>
            <Loaded query={papers}>
              {({ items, names }) => <Papers papers={items} names={names} versionsAt={`/branch-runs/${id}/versions`} />}
            </Loaded>
          </Section>
          <Section title={t('record')}>
            <Loaded query={record}>
              {({ items, names }) => (
                <Record
                  kind="branch-run"
                  lines={items}
                  names={names}
                  zoom={zoom}
                  onZoom={(value) => void navigate({ search: (before) => ({ ...before, zoom: value }), replace: true })}
                />
              )}
            </Loaded>
          </Section>
        </>
      )}
    </Loaded>
  );
}

interface OrganisationLinkProps {
  readonly organisationId: string;
  readonly year: number;
  readonly name: string;
}

/** The year of the organisation above, for whoever may look at it. */
function OrganisationLink({ organisationId, year, name }: OrganisationLinkProps) {
  const { data } = api.useQuery('get', '/api/v1/organisation-runs', { params: { query: { organisationId, year } } });
  const above = data?.items[0];
  if (!above) return name;
  return (
    <RunLink kind="organisation-runs" id={above.id}>
      {name}
    </RunLink>
  );
}
