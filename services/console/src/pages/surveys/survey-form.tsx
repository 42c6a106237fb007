import { checkSurvey, type DimensionDefinition } from '@app/domain';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { may, useMe } from '../../app/me';
import { useDimensionName } from '../../app/programme';
import { useDraft } from '../../app/use-draft';
import { api, client } from '../../client';
import { DraftConflict } from '../../parts/draft-conflict';
import { DraftState } from '../../parts/draft-state';
import { HandOver } from '../../parts/hand-over';
import { RunProblems } from '../../parts/problems/run-problems';
import { useDates } from '../../words/dates';

type Survey = components['schemas']['Survey'];
type Body = components['schemas']['SurveyBody'];
type Answer = Body['answers'][number];

interface SurveyFormProps {
  readonly survey: Survey;
  readonly dimensions: readonly DimensionDefinition[];
}

export function SurveyForm({ survey, dimensions }: SurveyFormProps) {
  const { t } = useTranslation('surveys');
  const { comma } = useDates();
  const { acting } = useMe();
  const { id, runId } = survey;
  const path = { id };
  const draft = useDraft<Body>(survey, {
    id,
    queryKey: api.queryOptions('get', '/api/v1/surveys/{id}', { params: { path } }).queryKey,
    save: async (body, etag) => {
      const params = { path, header: { 'If-Match': etag } };
      return (await client.PUT('/api/v1/surveys/{id}', { params, body })).data as Survey;
    },
    read: async () => (await client.GET('/api/v1/surveys/{id}', { params: { path } })).data as Survey,
  });
  const { data: run } = api.useQuery('get', '/api/v1/branch-runs/{id}', { params: { path: { id: runId } } });
  const { answers } = draft.body;
  const isOpen = !draft.isFrozen && may('saveSurvey', acting);
  const dimensionName = useDimensionName();
  const nameOf = ({ id }: DimensionDefinition) => dimensionName(id);
  const answerTo = (dimension: string) => answers.find((answer) => answer.dimension === dimension);
  const answer = (given: Answer) =>
    draft.type({
      answers: dimensions.flatMap(({ id: dimension }) =>
        dimension === given.dimension ? given : (answerTo(dimension) ?? []),
      ),
    });
  const faults = checkSurvey(draft.body, dimensions);
  const missing = dimensions.filter(({ id: dimension }) => {
    const given = answerTo(dimension);
    return !given || faults.some(({ pointer }) => pointer.startsWith(`/answers/${answers.indexOf(given)}/`));
  });
  const submit = async (stated: object) => {
    const digest = await draft.settle();
    if (digest === null) return null;
    return client.POST('/api/v1/surveys/{id}/submit', { params: { path }, body: { digest, ...stated } });
  };
  return (
    <>
      <DraftConflict
        draft={draft}
        linesOf={(body) =>
          dimensions.map((dimension) => {
            const given = body.answers.find((one) => one.dimension === dimension.id);
            return [
              nameOf(dimension),
              given ? (given.found ? t('foundNote', { note: given.note ?? '' }) : t('notFound')) : '',
            ];
          })
        }
      />
      <section className="panel" aria-labelledby="answers">
        <div className="section-head">
          <h2 id="answers">{t('answers')}</h2>
          {isOpen && <DraftState draft={draft} />}
        </div>
        {dimensions.map((dimension) => {
          const given = answerTo(dimension.id);
          const label = nameOf(dimension);
          return (
            <fieldset className="form-line" key={dimension.id} aria-label={label}>
              <span>{label}</span>
              <div>
                {isOpen ? (
                  <>
                    <Radio.Group
                      aria-label={label}
                      value={given?.found ?? null}
                      options={[
                        { value: false, label: t('notFound') },
                        { value: true, label: t('found') },
                      ]}
                      onChange={({ target }) => {
                        const found = target.value as boolean;
                        const note = given?.note;
                        answer({ dimension: dimension.id, found, ...(note !== undefined && { note }) });
                      }}
                    />
                    {given?.found && (
                      <Input.TextArea
                        aria-label={t('noteOf', { dimension: label })}
                        placeholder={t('note')}
                        value={given.note ?? ''}
                        autoSize={{ minRows: 2 }}
                        maxLength={2000}
                        onChange={({ target }) => answer({ ...given, note: target.value })}
                      />
                    )}
                  </>
                ) : (
                  <span>{given ? (given.found ? given.note : t('notFound')) : t('unanswered')}</span>
                )}
              </div>
            </fieldset>
          );
        })}
      </section>
      <RunProblems runId={runId} />
      {run?.allowedActions.includes('submitSurvey') && (
        <HandOver
          label={t('submit')}
          send={submit}
          disabled={draft.state === 'conflict' || missing.length > 0}
          note={missing.length > 0 ? t('missing', { names: missing.map(nameOf).join(comma) }) : t('ready')}
        />
      )}
      {draft.isFrozen && <p className="quiet">{t('handedOver')}</p>}
    </>
  );
}
