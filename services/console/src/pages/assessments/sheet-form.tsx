import { type Programme, scoreSheet, unconfirmedIndicators } from '@app/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../../app/me';
import { useDraft } from '../../app/use-draft';
import { api, client } from '../../client';
import { DraftConflict } from '../../parts/draft-conflict';
import { DraftState } from '../../parts/draft-state';
import { HandOver } from '../../parts/hand-over';
import { sheetLines } from '../../parts/versions/paper-lines';
import { Countersigning } from './countersigning';
import { DimensionPanel } from './dimension-panel';
import { Gates } from './gates';
import { ScoreBar } from './score-bar';
import { type Assessment, confirming, type SheetBody } from './sheet';
import { useSelfScore } from './use-self-score';

interface SheetFormProps {
  readonly assessment: Assessment;
  readonly programme: Programme;
}

/** Where a sheet of each kind is handed over, and by which command of the run. */
const ENDS = {
  'self-assessment': { command: 'submitAssessment', path: '/api/v1/assessments/{id}/submit' },
  'superior-assessment': { command: 'signAssessment', path: '/api/v1/assessments/{id}/sign' },
} as const;

/** The sheet as it is written, signed first, signed second, or only read. */
export function SheetForm({ assessment, programme }: SheetFormProps) {
  const { t } = useTranslation('assessments');
  const { acting } = useMe();
  const { id, runId } = assessment;
  const kind = assessment.kind === 'self-assessment' ? assessment.kind : 'superior-assessment';
  const path = { id };
  const draft = useDraft<SheetBody>(assessment, {
    id,
    queryKey: api.queryOptions('get', '/api/v1/assessments/{id}', { params: { path } }).queryKey,
    save: async (body, etag) => {
      const params = { path, header: { 'If-Match': etag } };
      return (await client.PUT('/api/v1/assessments/{id}', { params, body })).data as Assessment;
    },
    read: async () => (await client.GET('/api/v1/assessments/{id}', { params: { path } })).data as Assessment,
  });
  const { data: run } = api.useQuery('get', '/api/v1/branch-runs/{id}', { params: { path: { id: runId } } });
  const self = useSelfScore(run, programme, kind === 'superior-assessment');
  const { scoreSheet: sheet } = programme;
  const { body } = draft;
  const score = scoreSheet(sheet, body);
  const { command, path: end } = ENDS[kind];
  const isAllowed = run?.allowedActions.includes(command) ?? false;
  const isWriting = !draft.isFrozen && may('saveAssessment', acting) && isAllowed;
  if (run?.allowedActions.includes('countersignAssessment') && assessment.settledAt === null && draft.isFrozen) {
    return <Countersigning assessment={assessment} {...{ programme, score, self }} />;
  }
  const unconfirmed = unconfirmedIndicators(sheet, body.confirmed).length;
  const sign = async (stated: object) => {
    const digest = await draft.settle();
    return digest === null ? null : client.POST(end, { params: { path }, body: { digest, ...stated } });
  };
  return (
    <>
      <DraftConflict
        draft={draft}
        linesOf={(given) =>
          sheetLines(given, { programme, word: () => t('remark') }).map(({ label, text }) => [label, text] as const)
        }
      />
      <ScoreBar {...{ score, programme, kind }}>{isWriting && <DraftState draft={draft} />}</ScoreBar>
      <p className="quiet">{t('disclaimer', { text: sheet.disclaimer })}</p>
      {sheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          {...{ dimension, body, score, self }}
          {...(isWriting && { edit: draft.type })}
          confirmation={{
            isConfirmed: body.confirmed?.includes(dimension.id) ?? false,
            ...(isWriting && { confirm: (is) => draft.type(confirming(body, dimension.id, is)) }),
          }}
        />
      ))}
      <section className="panel field">
        <label htmlFor="remark">{t('remark')}</label>
        {isWriting ? (
          <Input.TextArea
            id="remark"
            value={body.remark ?? ''}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            onChange={({ target }) => draft.type({ ...body, remark: target.value })}
          />
        ) : (
          <p id="remark">{body.remark || t('noRemark')}</p>
        )}
      </section>
      {kind === 'superior-assessment' && <Gates {...{ runId, programme, score }} />}
      {isWriting && (
        <HandOver
          label={t(`end.${kind}`)}
          send={sign}
          disabled={draft.state === 'conflict'}
          note={unconfirmed > 0 ? t('unconfirmed', { count: unconfirmed }) : t(`ready.${kind}`)}
        />
      )}
      {draft.isFrozen && <p className="quiet">{assessment.settledAt ? t('settled') : t('signedOnce')}</p>}
    </>
  );
}
