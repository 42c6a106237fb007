import {
  DEADLINE_BODY_WORDS,
  DEADLINE_WORDS,
  type DeadlineBody,
  firingWords,
  MET_WORDS,
  type MetHow,
  rungWords,
  shanghaiDateOf,
} from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { LightMark } from './light';
import { Nothing } from './nothing';

type Line = components['schemas']['DeadlineLine'];

/** Dates with their lights: when each ends, what reminded of it and will, and how it was met. */
export function DatesStrip({ dates }: { readonly dates: readonly Line[] }) {
  const { t } = useTranslation('parts');
  if (dates.length === 0) return <Nothing title={t('noDates')} />;
  return (
    <ul className="dates">
      {dates.map((line) => (
        <DateLine key={line.id} line={line} />
      ))}
    </ul>
  );
}

function DateLine({
  line: { kind, body, dueDate, remindByDate, light, metAt, metHow, voidedAt, rungs },
}: {
  readonly line: Line;
}) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date, day } = useDates();
  const firedWords = (at: string | null, firedAt: string) => {
    const both = firingWords({ at, firedAt });
    return both ? say(both) : t('fired', { date: day(shanghaiDateOf(firedAt)) });
  };
  const isOpen = metAt === null && voidedAt === null;
  const shown = isOpen ? rungs : rungs.filter(({ firedAt, missed }) => firedAt !== null || missed);
  return (
    <li className="date">
      <div className="date-head">
        <b>{say(DEADLINE_WORDS[kind])}</b>
        <span>{dueDate === null ? t('dateUnknown') : t('by', { date: date(dueDate) })}</span>
        <LightMark light={light} />
        <span className="quiet">{say(DEADLINE_BODY_WORDS[body as DeadlineBody])}</span>
        {remindByDate !== null && remindByDate !== dueDate && (
          <span className="quiet">{t('remindedBy', { date: date(remindByDate) })}</span>
        )}
        {metAt !== null && metHow !== null && (
          <span className="quiet">
            {t('metOn', { date: date(shanghaiDateOf(metAt)), how: say(MET_WORDS[metHow as MetHow]) })}
          </span>
        )}
      </div>
      {shown.length > 0 && (
        <ol className="rungs">
          {shown.map(({ rung, at, firedAt, skipped, missed }) => (
            <li key={rung} className={firedAt ? 'rung-fired' : skipped || missed ? 'rung-skipped' : undefined}>
              {say(rungWords(rung))}
              <span className="quiet">
                {' '}
                {firedAt
                  ? firedWords(at, firedAt)
                  : skipped
                    ? t('skipped')
                    : missed && at
                      ? t('missed', { date: day(shanghaiDateOf(at)) })
                      : at
                        ? day(shanghaiDateOf(at))
                        : t('afterNotice')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
