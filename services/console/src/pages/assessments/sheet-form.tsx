import { isUntouched, type Programme, scoreSheet, unconfirmedIndicators } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../../app/me';
import { api, client } from '../../client';
import { DraftState } from '../../parts/draft-state';
import { HandOver } from '../../parts/hand-over';
import { Signatures } from '../../parts/signatures';
import { Countersigning } from './countersigning';
import { Gates } from './gates';
import { ScoreBar } from './score-bar';
import type { Assessment } from './sheet';
import { SheetFields } from './sheet-fields';
import { doorOf } from './use-opening';
import { useSelfScore } from './use-self-score';
import { useUnrecorded } from './use-unrecorded';
import { useOwnTicks, useSheetDraft } from './use-sheet-draft';

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
  const written = useSheetDraft(assessment);
  const { data: run } = api.useQuery('get', '/api/v1/branch-runs/{id}', { params: { path: { id: runId } } });
  const self = useSelfScore(run, programme, kind === 'superior-assessment');
  const { scoreSheet: sheet } = programme;
  const { command, path: end } = ENDS[kind];
  const isAllowed = run?.allowedActions.includes(command) ?? false;
  const isWriting = !written.isFrozen && may('saveAssessment', acting) && isAllowed;
  const { draft, isOthers } = useOwnTicks(written, isWriting);
  const { body } = draft;
  const unrecorded = useUnrecorded(id, sheet);
  const score = scoreSheet(sheet, body);
  if (run?.allowedActions.includes('countersignAssessment') && assessment.settledAt === null && draft.isFrozen) {
    return <Countersigning assessment={assessment} {...{ programme, score, self }} />;
  }
  const unconfirmed = unconfirmedIndicators(sheet, body.confirmed).length;
  const sign = async (stated: object) => {
    if (unrecorded.stops()) return null;
    const digest = await draft.settle();
    if (digest === null) return null;
    if (isOthers) await doorOf(assessment).open({ digest });
    return client.POST(end, { params: { path: { id } }, body: { digest, ...stated } });
  };
  return (
    <>
      <ScoreBar {...{ score, programme, kind }} writing={draft.isFrozen ? undefined : body}>
        {isWriting && <DraftState draft={draft} />}
      </ScoreBar>
      <SheetFields id={id} {...{ draft, programme, score, self, isWriting }} />
      {kind === 'superior-assessment' && (
        <Gates {...{ runId, programme }} score={!draft.isFrozen && isUntouched(body) ? null : score} />
      )}
      {isWriting && unrecorded.notice}
      {isWriting && (
        <HandOver
          label={t(`end.${kind}`)}
          send={sign}
          disabled={draft.state === 'conflict'}
          onlyLate={run?.lateEntryActions.includes(command) ?? false}
          note={unconfirmed > 0 ? t('unconfirmed', { count: unconfirmed }) : t(`ready.${kind}`)}
        />
      )}
      {draft.isFrozen && <Signatures paper={assessment} />}
      {draft.isFrozen && <p className="quiet">{assessment.settledAt ? t('settled') : t('signedOnce')}</p>}
    </>
  );
}
