import { addDays } from '../time/civil-date';
import type { CivilDate } from '../time/time';
import type { CalendarDay } from './calendar-notice';

/** Days that a notice names as it stands in a list: with the number of the notice. */
interface ListedDay extends CalendarDay {
  readonly notice: string;
  readonly dated: CivilDate | null;
}

/** Days in a row that one notice arranges alike. */
export interface CalendarSpan extends Omit<ListedDay, 'date'> {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Draws days together that follow each other and are the same but for the date; the days come in order. */
export function calendarSpans(days: readonly ListedDay[]): CalendarSpan[] {
  const spans: CalendarSpan[] = [];
  for (const { date, ...same } of days) {
    const last = spans.at(-1);
    const goesOn = last && addDays(last.to, 1) === date && isSame(last, same);
    if (goesOn) spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ from: date, to: date, ...same });
  }
  return spans;
}

function isSame(span: CalendarSpan, day: Omit<ListedDay, 'date'>): boolean {
  return span.kind === day.kind && span.name === day.name && span.notice === day.notice && span.dated === day.dated;
}
