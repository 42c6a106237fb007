import { DomainError } from './errors';
import { instantOf, msOf, type CivilDate, type Instant } from './time';

const DAY_MS = 86_400_000;
/** Asia/Shanghai is UTC+8 all year since 1991; a fixed offset keeps every machine's zone and zone tables out of the rules. */
const SHANGHAI_MS = 8 * 3_600_000;

/** Whether `value` is a date that exists, written `YYYY-MM-DD`. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(ms) && instantOf(ms).slice(0, 10) === value;
}

/** Refuses (`invalid-input`) what is not an existing date, so that no rule counts from a date that rolled over. */
export function assertCivilDate(value: unknown): asserts value is CivilDate {
  if (!isCivilDate(value)) throw new DomainError('invalid-input', '日期不存在，须为 YYYY-MM-DD', { value });
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return instantOf(utcMidnightMs(date) + days * DAY_MS).slice(0, 10);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (utcMidnightMs(to) - utcMidnightMs(from)) / DAY_MS;
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(date: CivilDate): number {
  return ((((utcMidnightMs(date) / DAY_MS + 3) % 7) + 7) % 7) + 1;
}

/** The date shown by a wall calendar in Shanghai at `instant`. */
export function shanghaiDateOf(instant: Instant): CivilDate {
  return instantOf(msOf(instant) + SHANGHAI_MS).slice(0, 10);
}

/** 00:00 of `date` in Shanghai. */
export function startOfDayInShanghai(date: CivilDate): Instant {
  return instantOf(utcMidnightMs(date) - SHANGHAI_MS);
}

/** The first instant after `date` in Shanghai: a due date binds until then, exclusive. */
export function endOfDayInShanghai(date: CivilDate): Instant {
  return startOfDayInShanghai(addDays(date, 1));
}

/** The instant of a wall-clock time `HH:mm` on `date` in Shanghai. */
export function atShanghai(date: CivilDate, time: string): Instant {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new DomainError('invalid-input', '时刻须为 HH:mm', { time });
  return instantOf(utcMidnightMs(date) - SHANGHAI_MS + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000);
}

function utcMidnightMs(date: CivilDate): number {
  assertCivilDate(date);
  return Date.parse(`${date}T00:00:00.000Z`);
}
