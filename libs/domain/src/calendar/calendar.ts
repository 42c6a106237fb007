import { festivalsOf } from './calendar-festivals';
import { addDays, assertCivilDate, daysBetween, weekday } from '../time/civil-date';
import { DomainError } from '../errors';
import type { CivilDate } from '../time/time';

export type CalendarDayKind = 'holiday' | 'workday';

/** Days off and make-up workdays as published; what is not named follows the week, within the known range (both ends included). */
export interface WorkdayCalendar {
  readonly days: Readonly<Record<CivilDate, CalendarDayKind>>;
  readonly knownFrom: CivilDate;
  readonly knownUntil: CivilDate;
}

/** The festivals of a year that no day off is named at; a year is known once there is none, however many notices it takes. */
export function missingFestivals(year: number, days: WorkdayCalendar['days']): string[] {
  return festivalsOf(year)
    .filter(([, day]) => day === null || days[`${year}-${day}`] !== 'holiday')
    .map(([name]) => name);
}

/** The calendar that these days make: known from the first year that is whole to the last that follows without a gap. */
export function calendarOfDays(days: WorkdayCalendar['days']): WorkdayCalendar {
  const named = [...new Set(Object.keys(days).map((date) => Number(date.slice(0, 4))))];
  const whole = named.filter((year) => missingFestivals(year, days).length === 0).sort((one, other) => one - other);
  const [first] = whole;
  if (first === undefined) return { days, knownFrom: '9999-12-31', knownUntil: '0000-01-01' };
  let last = first;
  while (whole.includes(last + 1)) last += 1;
  return { days, knownFrom: `${first}-01-01`, knownUntil: `${last}-12-31` };
}

/** Whether offices work on `date`; refuses (`calendar-unknown`, details `year`) a date for which no notice is loaded. */
export function isWorkday(date: CivilDate, calendar: WorkdayCalendar): boolean {
  assertCivilDate(date);
  if (!isKnown(date, calendar)) throw unknownDay(date, calendar);
  return works(date, calendar);
}

/** The n-th workday strictly after `date` (strictly before when n is negative), whether or not `date` is one; 0 gives `date`. */
export function addWorkdays(date: CivilDate, n: number, calendar: WorkdayCalendar): CivilDate {
  const { day, isPlaced } = countWorkdays(date, n, calendar);
  if (!isPlaced) throw unknownDay(day, calendar);
  return day;
}

/** The same, null where the count leaves the days that the notices tell: it is placed once the next one is loaded. */
export function placeWorkday(date: CivilDate, n: number, calendar: WorkdayCalendar): CivilDate | null {
  const { day, isPlaced } = countWorkdays(date, n, calendar);
  return isPlaced ? day : null;
}

/** The last workday that a due date leaves: the date itself or the workday before it; null where no notice tells. */
export function lastWorkdayOf(dueDate: CivilDate, calendar: WorkdayCalendar): CivilDate | null {
  if (!isKnown(dueDate, calendar)) return null;
  return works(dueDate, calendar) ? dueDate : placeWorkday(dueDate, -1, calendar);
}

/** Workdays strictly after `from` up to and including `to`; negative when `to` is earlier, so that it undoes `addWorkdays`. */
export function workdaysBetween(from: CivilDate, to: CivilDate, calendar: WorkdayCalendar): number {
  isWorkday(from, calendar);
  isWorkday(to, calendar);
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, step);
    if (isWorkday(day, calendar)) count += step;
  }
  return count;
}

/**
 * Whether `to` lies at most so many workdays after `from`: said where it holds whatever the missing notices will say, and
 * refused (`calendar-unknown`) only where it hangs on them.
 */
export function isWithinWorkdays(
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  limit: number,
  calendar: WorkdayCalendar,
): boolean {
  const { knownFrom, knownUntil } = calendar;
  if (from < knownFrom || to <= knownUntil) return workdaysBetween(from, to, calendar) <= limit;
  const told = from > knownUntil ? 0 : workdaysBetween(from, knownUntil, calendar);
  const untold = daysBetween(from > knownUntil ? from : knownUntil, to);
  if (told > limit) return false;
  if (told + untold <= limit) return true;
  throw unknownDay(to, calendar);
}

interface Counted {
  /** The day that was counted to, or the first one that no notice tells. */
  readonly day: CivilDate;
  readonly isPlaced: boolean;
}

/** Thousands of deadlines share a few dates; what is counted in a calendar stays true of it. */
// eslint-disable-next-line no-restricted-syntax -- kept beside the calendar it was reckoned from, the same whoever asks
const counted = new WeakMap<WorkdayCalendar, Map<string, Counted>>();

function countWorkdays(date: CivilDate, n: number, calendar: WorkdayCalendar): Counted {
  const known = counted.get(calendar) ?? new Map<string, Counted>();
  counted.set(calendar, known);
  const key = `${date}/${n}`;
  const found = known.get(key) ?? countAnew(date, n, calendar);
  known.set(key, found);
  return found;
}

function countAnew(date: CivilDate, n: number, calendar: WorkdayCalendar): Counted {
  if (!Number.isInteger(n)) throw new DomainError('invalid-input', '工作日数须为整数', { n });
  assertCivilDate(date);
  const step = Math.sign(n);
  let day = date;
  if (!isKnown(day, calendar)) return { day, isPlaced: false };
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (!isKnown(day, calendar)) return { day, isPlaced: false };
    if (works(day, calendar)) left -= 1;
  }
  return { day, isPlaced: true };
}

function isKnown(date: CivilDate, { knownFrom, knownUntil }: WorkdayCalendar): boolean {
  return date >= knownFrom && date <= knownUntil;
}

function works(date: CivilDate, { days }: WorkdayCalendar): boolean {
  const named = Object.hasOwn(days, date) ? days[date] : undefined;
  return named ? named === 'workday' : weekday(date) <= 5;
}

function unknownDay(date: CivilDate, { knownFrom, knownUntil }: WorkdayCalendar): DomainError {
  const year = Number(date.slice(0, 4));
  const details = { year, date, knownFrom, knownUntil };
  return new DomainError('calendar-unknown', `缺少 ${year} 年放假安排，不能推算工作日`, details);
}
