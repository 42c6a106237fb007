import notices from 'chinese-days/dist/chinese-days.json';

/** One published exception to the ordinary week, ready for the calendar table. */
export interface CalendarSeedDay {
  readonly date: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
  readonly source: string;
}

/** The dates the seed answers for: outside them a question is refused, never guessed. */
export interface CalendarSeed {
  readonly knownFrom: string;
  readonly knownUntil: string;
  readonly days: readonly CalendarSeedDay[];
}

const SOURCE = 'chinese-days 1.5.7（国务院办公厅节假日安排通知）';
const FIRST_YEAR = 2019;
const LAST_YEAR = 2026;

/** The days off and make-up workdays of the published notices, in order; the package's own date functions depend on the machine's zone and are not used. */
export function chinaWorkdays(fromYear = FIRST_YEAR, toYear = LAST_YEAR): CalendarSeedDay[] {
  const kinds = [
    ['holiday', notices.holidays],
    ['workday', notices.workdays],
  ] as const;
  return kinds
    .flatMap(([kind, days]) =>
      Object.entries(days).map(([date, label]) => ({ date, kind, name: chineseName(label), source: SOURCE })),
    )
    .filter(({ date }) => Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear)
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}

/** What an empty calendar table is filled with; later years come from the next notice by CSV. */
export function chinaCalendarSeed(): CalendarSeed {
  return { knownFrom: `${FIRST_YEAR}-01-01`, knownUntil: `${LAST_YEAR}-12-31`, days: chinaWorkdays() };
}

/** Labels read `Spring Festival,春节,4`. */
function chineseName(label: string): string {
  return label.split(',')[1] ?? label;
}
