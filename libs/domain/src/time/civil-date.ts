import { DomainError } from '../errors';
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

/** A date as offices write it: 2020年5月31日. */
export function chineseDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Why a written date says none. */
export type ClerkDateFault = 'missing' | 'day-missing' | 'no-such-date' | 'not-a-date';

/** A date as somebody wrote it: what it says, and whether it came as a spreadsheet's day number; or why it says none. */
export type ClerkDate =
  { readonly date: CivilDate; readonly serial: boolean } | { readonly date: null; readonly fault: ClerkDateFault };

/** What is wrong with a date that cannot be read, said to who wrote it. */
export const CLERK_DATE_FAULTS: Readonly<Record<ClerkDateFault, string>> = {
  missing: '没有填写日期',
  'day-missing': '缺少“日”，须写到哪一天',
  'no-such-date': '这一天不存在',
  'not-a-date': '不是日期，须写作 2017-11-28',
};

const WHOLE_DATE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})\.?|年(\d{1,2})月(\d{1,2})[日号]?)$/;
const COMPACT_DATE = /^(\d{4})()(\d{2})(\d{2})$/;
/** Day numbers of five digits, 1927 to 2173; fewer digits would be years. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const WITHOUT_DAY = /^\d{4}(?:年|[-/.]\d{1,2}|年\d{1,2}月?|(?:0[1-9]|1[0-2]))?$/;
const TIME_OF_DAY = /(?:T|(?<=\d) |(?<=[日号]) ?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
/** Day 0 of the spreadsheets, which count a 29 February 1900 that never was. */
const SERIAL_EPOCH = '1899-12-30';

/**
 * Reads a date as clerks and spreadsheets write it: 2017-11-28, 2017/11/28 0:00, 2017.11.28, 2017年11月28日, 20171128 or
 * a day number like 43067, full-width too. Never guesses: a month without a day and an order of parts that can be read
 * two ways say none.
 */
export function readClerkDate(written: string): ClerkDate {
  const tidy = written.normalize('NFKC').trim();
  if (tidy === '') return { date: null, fault: 'missing' };
  const text = tidy.replace(TIME_OF_DAY, '').replace(/\s/gu, '');
  const serial = SERIAL.exec(text);
  if (serial) return { date: addDays(SERIAL_EPOCH, Number(serial[1])), serial: true };
  const whole = WHOLE_DATE.exec(text) ?? COMPACT_DATE.exec(text);
  if (!whole) return { date: null, fault: WITHOUT_DAY.test(text) ? 'day-missing' : 'not-a-date' };
  const [, year = '', , month = whole[5] ?? '', day = whole[6] ?? ''] = whole;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? { date, serial: false } : { date: null, fault: 'no-such-date' };
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

/** The zone of every time that people read. */
export const ZONE = 'Asia/Shanghai';

/** An instant as people read it in Shanghai, to the second: `YYYY-MM-DD HH:mm:ss`. */
export function shanghaiTimeOf(instant: Instant): string {
  return instantOf(msOf(instant) + SHANGHAI_MS)
    .slice(0, 19)
    .replace('T', ' ');
}

/** The first instant after `date` in Shanghai: a due date binds until then, exclusive. */
export function endOfDayInShanghai(date: CivilDate): Instant {
  return atShanghai(addDays(date, 1), '00:00');
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
