import { formatPoints, type Programme, type SheetScore } from '@app/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from './sheet';

interface ScoreBarProps {
  readonly score: SheetScore;
  readonly programme: Programme;
  readonly kind: Assessment['kind'];
  readonly children?: ReactNode;
}

/** The total as it stands with what is typed, always in sight, and how far it is from the mark. */
export function ScoreBar({ score: { total }, programme, kind, children }: ScoreBarProps) {
  const { t } = useTranslation('assessments');
  const { passMark } = programme.assessment;
  const gap = passMark - total;
  return (
    <div className="panel score-bar">
      <output>
        <b className="score">{formatPoints(total)}</b>{' '}
        {t('of', { points: formatPoints(programme.scoreSheet.totalPoints) })}
      </output>
      <span className={gap > 0 ? 'light-late' : 'light-well'}>
        {gap > 0
          ? t('below', { mark: formatPoints(passMark), gap: formatPoints(gap) })
          : t('reached', { mark: formatPoints(passMark) })}
      </span>
      {kind === 'self-assessment' && <span className="quiet">{t('selfCounts')}</span>}
      {children}
    </div>
  );
}
