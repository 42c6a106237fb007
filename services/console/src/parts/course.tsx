import { CheckOutlined } from '@ant-design/icons';
import {
  type Phase,
  PHASE_TABLE,
  PHASE_WORDS,
  processOf,
  roadFrom,
  type RunKind,
  shanghaiDateOf,
  type Stay,
  staysOf,
} from '@app/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import './run.css';

interface CourseProps {
  readonly kind: RunKind;
  readonly step: string;
  /** Its record, from the beginning. */
  readonly events: readonly components['schemas']['TimelineLine'][];
  /** Where this run leads elsewhere than most: `roadFrom`. */
  readonly turns?: Readonly<Record<string, string>>;
}

interface Place {
  readonly step: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** Every time that it stood there. */
  readonly stays: readonly Stay[];
}

/** The year as its process table has it: where the run has stood, where it stands, and the road ahead if all goes well. */
export function Course({ kind, step, events, turns }: CourseProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const places = useMemo(() => placesOf({ kind, step, events, turns }), [kind, step, events, turns]);
  const { steps } = processOf(kind);
  const phases = (Object.keys(PHASE_TABLE) as Phase[]).map((phase) => ({
    phase,
    places: places.filter((place) => steps[place.step]?.phase === phase),
  }));
  return (
    <ol className="course" aria-label={t('course')}>
      {phases
        .filter((one) => one.places.length > 0)
        .map((one) => (
          <li key={one.phase} className={one.places.some(({ state }) => state === 'now') ? 'course-now' : undefined}>
            <h3>{say(PHASE_WORDS[one.phase])}</h3>
            <ol>
              {one.places.map((place) => (
                <PlaceLine key={place.step} place={place} words={say(steps[place.step])} />
              ))}
            </ol>
          </li>
        ))}
    </ol>
  );
}

function PlaceLine({ place: { state, stays }, words }: { readonly place: Place; readonly words: string }) {
  const { t } = useTranslation('parts');
  const { day } = useDates();
  const last = stays.at(-1);
  return (
    <li className={`course-step course-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="course-mark" aria-hidden="true">
        {state === 'done' && <CheckOutlined />}
      </span>
      <span>
        {words}
        {state === 'now' && <b className="course-here">{t('here')}</b>}
        {last && <span className="quiet"> {day(shanghaiDateOf(last.since))}</span>}
        {stays.length > 1 && <span className="quiet"> {t('times', { count: stays.length })}</span>}
      </span>
    </li>
  );
}

function placesOf({ kind, step, events, turns }: CourseProps): Place[] {
  const process = processOf(kind);
  const stays = staysOf(process, events);
  const been = [...new Set(stays.map((stay) => stay.step))].filter((one) => one !== step);
  const ahead = roadFrom(process, step, turns).filter((one) => !been.includes(one) || one === process.last);
  const placeOf = (one: string, state: Place['state']): Place => ({
    step: one,
    state,
    stays: stays.filter((stay) => stay.step === one),
  });
  return [
    ...been.map((one) => placeOf(one, 'done')),
    placeOf(step, step === process.last ? 'done' : 'now'),
    ...ahead.map((one) => placeOf(one, 'ahead')),
  ];
}
