import { addDays, assertCivilDate, weekday } from './civil-date';
import { DomainError } from './errors';
import type { CivilDate } from './time';

export type CalendarDayKind = 'holiday' | 'workday';

/** Days off and make-up workdays as published; what is not named follows the week, within the known range (both ends included). */
export interface WorkdayCalendar {
  readonly days: Readonly<Record<CivilDate, CalendarDayKind>>;
  readonly knownFrom: CivilDate;
  readonly knownUntil: CivilDate;
}

/** Whether offices work on `date`; refuses (`calendar-unknown`, details `year`) a date for which no notice is loaded. */
export function isWorkday(date: CivilDate, calendar: WorkdayCalendar): boolean {
  assertCivilDate(date);
  if (date < calendar.knownFrom || date > calendar.knownUntil) {
    const year = Number(date.slice(0, 4));
    throw new DomainError('calendar-unknown', `缺少 ${year} 年放假安排，不能推算工作日`, {
      year,
      date,
      knownFrom: calendar.knownFrom,
      knownUntil: calendar.knownUntil,
    });
  }
  const named = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined;
  return named ? named === 'workday' : weekday(date) <= 5;
}

/** The n-th workday strictly after `date` (strictly before when n is negative), whether or not `date` is one; 0 gives `date`. */
export function addWorkdays(date: CivilDate, n: number, calendar: WorkdayCalendar): CivilDate {
  if (!Number.isInteger(n)) throw new DomainError('invalid-input', '工作日数须为整数', { n });
  isWorkday(date, calendar);
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
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
