import {
  type FilledSheet,
  formatPoints,
  isUntouched,
  type Programme,
  type SheetScore,
  unconfirmedIndicators,
} from '@app/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from './sheet';

interface ScoreBarProps {
  readonly score: SheetScore;
  readonly programme: Programme;
  readonly kind: Assessment['kind'];
  /** The sheet as it is being written: full marks that nobody has looked at yet reach no mark. */
  readonly writing?: FilledSheet | undefined;
  readonly children?: ReactNode;
}

/** The total as it stands with what is typed, always in sight, and how far it is from the mark. */
export function ScoreBar({ score: { total }, programme, kind, writing, children }: ScoreBarProps) {
  const { t } = useTranslation('assessments');
  const { passMark } = programme.assessment;
  const gap = passMark - total;
  const left = writing ? unconfirmedIndicators(programme.scoreSheet, writing.confirmed).length : 0;
  return (
    <div className="panel score-bar">
      <output>
        <b className="score">{formatPoints(total)}</b>{' '}
        {t('of', { points: formatPoints(programme.scoreSheet.totalPoints) })}
      </output>
      {gap <= 0 && writing && left > 0 ? (
        <span className="quiet">{isUntouched(writing) ? t('notAssessed') : t('notAllAssessed', { count: left })}</span>
      ) : (
        <span className={gap > 0 ? 'light-late' : 'light-well'}>
          {gap > 0
            ? t('below', { mark: formatPoints(passMark), gap: formatPoints(gap) })
            : t('reached', { mark: formatPoints(passMark) })}
        </span>
      )}
      {kind === 'self-assessment' && <span className="quiet">{t('selfCounts')}</span>}
      {children}
    </div>
  );
}
