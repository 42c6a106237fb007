import {
  OTHERWISE_WORDS,
  type Light,
  PHASE_WORDS,
  processOf,
  type RunKind,
  shanghaiDateOf,
  standingLight,
  STEP_WORDS,
  stepsAfter,
} from '@app/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { AwaitedDate } from './awaited';
import { LightMark } from './light';
import './run.css';

interface StandingProps {
  readonly kind: RunKind;
  readonly run: {
    readonly step: string;
    readonly since: string;
    readonly light: Light | null;
    readonly awaited: components['schemas']['Awaited'] | null;
  };
  /** Who must act; undefined where nobody must. */
  readonly who: ReactNode;
  /** What brought it here. */
  readonly because?: string | undefined;
  /** The next reminder, should nothing happen before. */
  readonly reminder?: ReactNode;
  readonly turns?: Readonly<Record<string, string>>;
  /** What else belongs here, as further lines. */
  readonly children?: ReactNode;
}

/** Where a run stands, who must act and by when, since when and why, and what comes then. */
export function Standing({ kind, run, who, because, reminder, turns, children }: StandingProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date } = useDates();
  const { step, since, light, awaited } = run;
  const process = processOf(kind);
  const words: Readonly<Record<string, (typeof STEP_WORDS)[keyof typeof STEP_WORDS]>> = STEP_WORDS;
  const phase = process.steps[step]?.phase;
  const now = standingLight({ own: light, awaited: awaited?.light ?? null }, step === process.last);
  const then = stepsAfter(process, step, turns).map((one) => say(words[one]));
  return (
    <dl className="standing">
      <div>
        <dt>{phase ? say(PHASE_WORDS[phase]) : t('standing.at')}</dt>
        <dd className="standing-head">
          {say(words[step])} {now && <LightMark light={now} />}
        </dd>
      </div>
      <div>
        <dt>{t('standing.who')}</dt>
        <dd>{who ?? t('standing.nobody')}</dd>
      </div>
      <div>
        <dt>{t('standing.byWhen')}</dt>
        <dd>
          <AwaitedDate awaited={awaited} />
        </dd>
      </div>
      <div>
        <dt>{t('standing.since')}</dt>
        <dd>
          {date(shanghaiDateOf(since))}
          {because && <p>{t('standing.because', { what: because })}</p>}
        </dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>
          {then.length > 0 && <p>{t('standing.then', { step: then.join(t('standing.or')) })}</p>}
          {reminder ?? <p className="quiet">{say(OTHERWISE_WORDS[process.steps[step]?.otherwise ?? 'over'])}</p>}
        </dd>
      </div>
      {children}
    </dl>
  );
}
