import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { DatesStrip } from '../../parts/dates-strip';
import { Loaded } from '../../parts/loaded';
import { useOfficeName } from '../../parts/office-name';
import { PageHead } from '../../parts/page-head';
import { CourseSection, PapersSection, RecordSection, WHOLE } from '../../parts/run-sections';
import { Section } from '../../parts/section';
import { RunSlips } from '../../parts/slips/run-slips';
import { Standing } from '../../parts/standing';
import { Branches } from './branches';
import { Commands } from './commands';
import { Lists } from './lists';

const route = getRouteApi('/office/organisation-runs/$id');

/** 机关党组织: its year, and its branches with who must act for each. */
export function OrganisationRun() {
  const { t } = useTranslation('organisation-runs');
  const officeName = useOfficeName();
  const { id } = route.useParams();
  const { zoom, do: doing, step } = route.useSearch();
  const navigate = route.useNavigate();
  const params = { path: { id } };
  const run = api.useQuery('get', '/api/v1/organisation-runs/{id}', { params });
  const dates = api.useQuery('get', '/api/v1/organisation-runs/{id}/deadlines', { params });
  const papers = api.useQuery('get', '/api/v1/organisation-runs/{id}/documents', { params });
  const record = api.useQuery('get', '/api/v1/organisation-runs/{id}/timeline', {
    params: { ...params, query: WHOLE },
  });
  const show = (search: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <Loaded query={run} rows={10}>
      {(year) => (
        <>
          <PageHead title={year.organisationName} note={t('ofYear', { year: year.year })} />
          <section className="panel" aria-label={t('standing')}>
            <Standing
              kind="organisation-run"
              run={year}
              who={year.waitingOn && <b>{officeName(year.waitingOn, year.names)}</b>}
            >
              <div>
                <dt>{t('planned')}</dt>
                <dd>{t('plannedText', { thisYear: year.plannedThisYear, nextYear: year.plannedNextYear })}</dd>
              </div>
            </Standing>
            <Commands run={year} given={doing} onGive={(command) => show({ do: command })} />
          </section>
          <Branches run={year} step={step} onStep={(chosen) => show({ step: chosen })} />
          <Section title={t('dates')}>
            <Loaded query={dates}>{({ items }) => <DatesStrip dates={items} />}</Loaded>
          </Section>
          <RunSlips runId={id} />
          <Lists run={year} />
          <CourseSection kind="organisation-run" step={year.step} record={record} />
          <PapersSection papers={papers} />
          <RecordSection
            kind="organisation-run"
            record={record}
            zoom={zoom}
            onZoom={(chosen) => show({ zoom: chosen })}
          />
        </>
      )}
    </Loaded>
  );
}
