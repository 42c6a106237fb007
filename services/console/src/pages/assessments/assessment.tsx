import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { RunHead } from '../../parts/run-head';
import { RecheckPage } from './recheck-page';
import { SheetForm } from './sheet-form';

const route = getRouteApi('/office/assessments/$id');

/** 自评, 对标评估 and the sheet of a 复核: a score sheet that opens at full marks. */
export function AssessmentPage() {
  const { t } = useTranslation('assessments');
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/assessments/{id}', { params: { path: { id } } });
  const programme = useProgramme();
  const { kind, runId } = query.data ?? {};
  const isRecheck = kind === 'recheck-assessment';
  return (
    <>
      {!isRecheck && <RunHead title={kind === 'self-assessment' ? t('self') : t('title')} runId={runId} />}
      <Loaded query={query} rows={12}>
        {(assessment) => (
          <Loaded query={programme}>
            {(rules) =>
              isRecheck ? (
                <RecheckPage key={id} assessment={assessment} programme={rules} />
              ) : (
                <SheetForm key={id} assessment={assessment} programme={rules} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
