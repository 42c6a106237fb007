import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { RunHead } from '../../parts/run-head';
import { SurveyForm } from './survey-form';

const route = getRouteApi('/office/surveys/$id');

/** 摸底调研: what a branch found of itself, one answer for each dimension, with the problems that follow from it. */
export function SurveyPage() {
  const { t } = useTranslation('surveys');
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/surveys/{id}', { params: { path: { id } } });
  const programme = useProgramme();
  const runId = query.data?.runId;
  return (
    <>
      <RunHead title={t('title')} runId={runId} />
      <Loaded query={query} rows={10}>
        {(survey) => (
          <Loaded query={programme}>
            {({ scoreSheet: { dimensions } }) => <SurveyForm key={id} survey={survey} dimensions={dimensions} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
