import { type Programme, recheckVerdict, type SheetScore, unconfirmedIndicators, VERDICT_WORDS } from '@app/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import type { OpenDraft } from '../../app/use-draft';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import { HandOver } from '../../parts/hand-over';
import { useWords } from '../../words/words';
import type { SheetBody } from './sheet';
import { useUnrecorded } from './use-unrecorded';

interface RecheckConclusionProps {
  readonly recheck: components['schemas']['NamedRecheck'];
  readonly draft: OpenDraft<SheetBody>;
  readonly programme: Programme;
  readonly score: SheetScore;
}

/** What follows from the score: the pass is upheld at once, or its end is proposed to a second person, with a reason. */
export function RecheckConclusion({ recheck, draft, programme, score }: RecheckConclusionProps) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const { id } = recheck;
  const [reason, keep, forget] = useKept(`recheck.${id}`, '');
  const verdict = recheckVerdict(score.total, programme.assessment.passMark);
  const isOverturning = verdict === 'overturned';
  const unconfirmed = unconfirmedIndicators(programme.scoreSheet, draft.body.confirmed).length;
  const unrecorded = useUnrecorded(recheck.documentId ?? '', programme.scoreSheet);
  const conclude = async (stated: object) => {
    if (unrecorded.stops()) return;
    const digest = await draft.settle();
    if (digest === null) return;
    const opened = { digest, confirmed: draft.body.confirmed ?? [] };
    await client.POST('/api/v1/assessments/{id}/open', {
      params: { path: { id: recheck.documentId ?? '' } },
      body: opened,
    });
    const body = { digest, verdict, ...(isOverturning && { reason }), ...stated };
    await client.POST('/api/v1/rechecks/{id}/conclude', { params: { path: { id } }, body });
    forget();
  };
  return (
    <>
      <section className="panel field">
        {isOverturning || unconfirmed === 0 ? (
          <p>
            <b>{t('recheck.verdict', { verdict: say(VERDICT_WORDS[verdict]) })}</b> {t(`recheck.follows.${verdict}`)}
          </p>
        ) : (
          <p className="quiet">{t('recheck.follows.unknown')}</p>
        )}
        {isOverturning && (
          <>
            <label htmlFor="reason">{t('recheck.reason')}</label>
            <Input.TextArea
              id="reason"
              value={reason}
              rows={3}
              maxLength={2000}
              showCount
              placeholder={t('recheck.reasonHint')}
              onChange={({ target }) => keep(target.value)}
            />
          </>
        )}
      </section>
      {unrecorded.notice}
      <HandOver
        label={t(`recheck.end.${verdict}`)}
        send={conclude}
        disabled={draft.state === 'conflict' || (isOverturning && reason.trim() === '')}
        note={
          unconfirmed > 0
            ? t('unconfirmed', { count: unconfirmed })
            : isOverturning && reason.trim() === ''
              ? t('recheck.reasonMissing')
              : t(`recheck.ready.${verdict}`)
        }
      />
    </>
  );
}
