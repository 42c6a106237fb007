import { DEADLINE_WORDS, type DeadlineKind, ROLE_DEFINITIONS, rungWords, shanghaiDateOf } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useLanguage } from '../../app/preferences';
import { Standing } from '../../parts/standing';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

interface BranchStandingProps {
  readonly why: components['schemas']['BranchExplanation'];
  readonly turns: Readonly<Record<string, string>>;
}

/** Where the branch stands and why, the persons who must act, the next reminder, and where points were lost. */
export function BranchStanding({ why, turns }: BranchStandingProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const [language] = useLanguage();
  const { date, comma } = useDates();
  const { because, waitingOn, overturnProposedAt, awaited, gaps, next, appliesUntil } = why;
  const who = waitingOn && (
    <>
      <b>
        {waitingOn.body} {say(ROLE_DEFINITIONS[waitingOn.role])}
      </b>
      {waitingOn.persons.length > 0 && <p>{waitingOn.persons.join(comma)}</p>}
      {waitingOn.isBarred && <p>{t('barred')}</p>}
      {overturnProposedAt && <p>{t('toConfirm', { date: date(shanghaiDateOf(overturnProposedAt)) })}</p>}
    </>
  );
  const reminder = next && (
    <p>
      {t('nextRung', {
        date: date(shanghaiDateOf(next.at)),
        matter: say(DEADLINE_WORDS[next.kind as DeadlineKind]),
        rung: say(rungWords(next.rung)),
      })}
    </p>
  );
  return (
    <Standing
      kind="branch-run"
      run={why}
      who={who}
      because={because ? (language === 'zh' ? because.title : because.titleEn) : undefined}
      reminder={reminder}
      turns={turns}
    >
      {why.step === 'building' && awaited?.dueDate && awaited.dueDate < shanghaiDateOf(why.now) && (
        <div>
          <dt>{t('applies')}</dt>
          <dd>{t('appliesLate')}</dd>
        </div>
      )}
      {appliesUntil && (
        <div>
          <dt>{t('appliesAgain')}</dt>
          <dd>
            {appliesUntil < shanghaiDateOf(why.now)
              ? t('appliedUntil', { date: date(appliesUntil) })
              : t('appliesUntil', { date: date(appliesUntil) })}
          </dd>
        </div>
      )}
      {gaps.length > 0 && (
        <div>
          <dt>{t('gaps')}</dt>
          <dd>{gaps.map(({ name }) => name).join(comma)}</dd>
        </div>
      )}
    </Standing>
  );
}
