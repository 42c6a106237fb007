import { DomainError, type ErrorCode } from '../errors';
import { chineseDate } from '../time/civil-date';
import type { CivilDate } from '../time/time';

/** A stated date that cannot be. */
export interface DateFault {
  readonly code: Extract<ErrorCode, 'happened-in-future' | 'happened-too-early' | 'invalid-input'>;
  readonly pointer: StatedDate;
  readonly message: string;
  /** The earlier fact, in words and by its date. */
  readonly basis?: { readonly fact: string; readonly on: CivilDate };
}

/** Every date of a request that a person states of the past; each is in the words that a refusal has for it. */
export const STATED_DATES = {
  '/happenedOn': '发生日期',
  '/lateEntry/paperDate': '材料日期',
  '/decidedOn': '决定日期',
} as const;

export type StatedDate = keyof typeof STATED_DATES;

/** What a hand-over may state of the past. */
export interface StatedPast {
  readonly happenedOn?: CivilDate | undefined;
  readonly lateEntry?: { readonly paperDate: CivilDate } | undefined;
  readonly decidedOn?: CivilDate | undefined;
}

/** Refuses what needs no record to be refused: a date in the future, a late entry (补录) that does not say when, a paper older than what it tells of. */
export function checkStatedPast(stated: StatedPast, today: CivilDate): void {
  refuse(pastFault(stated, today));
}

/** Refuses a date stated for a fact before the fact it rests on. */
export function checkNotBefore(stated: CivilDate | undefined, pointer: StatedDate, basis: Basis): void {
  refuse(earlyFault(stated, pointer, [basis]));
}

/** An earlier fact; `isDayAfter`: what rests on it is at the earliest of the next day. */
export interface Basis {
  readonly fact: string;
  readonly on: CivilDate;
  readonly isDayAfter?: boolean;
}

/** What of the stated past needs no record to be wrong. */
export function pastFault({ happenedOn, lateEntry, decidedOn }: StatedPast, today: CivilDate): DateFault | null {
  const stated: [StatedDate, CivilDate | undefined][] = [
    ['/happenedOn', happenedOn],
    ['/lateEntry/paperDate', lateEntry?.paperDate],
    ['/decidedOn', decidedOn],
  ];
  for (const [pointer, date] of stated) {
    if (date === undefined || date <= today) continue;
    const message = `${STATED_DATES[pointer]}（${chineseDate(date)}）晚于今天（${chineseDate(today)}）`;
    return { code: 'happened-in-future', pointer, message };
  }
  if (lateEntry === undefined) return null;
  if (happenedOn === undefined) {
    return { code: 'invalid-input', pointer: '/happenedOn', message: '补录须写明发生日期' };
  }
  return earlyFault(lateEntry.paperDate, '/lateEntry/paperDate', [{ fact: '材料所载事项', on: happenedOn }]);
}

/** The first earlier fact that a stated date comes before. */
export function earlyFault(
  stated: CivilDate | undefined,
  pointer: StatedDate,
  bases: readonly Basis[],
): DateFault | null {
  if (stated === undefined) return null;
  const basis = bases.find(({ on, isDayAfter: after }) => stated < on || (after && stated === on));
  if (!basis) return null;
  const { fact, on } = basis;
  const word = stated < on ? '早于' : '须晚于';
  const message = `${STATED_DATES[pointer]}（${chineseDate(stated)}）${word}${fact}的日期（${chineseDate(on)}）`;
  return { code: 'happened-too-early', pointer, message, basis: { fact, on } };
}

/** Throws the refusal of a fault, if there is one. */
export function refuse(fault: DateFault | null): void {
  if (!fault) return;
  const { code, message, pointer, basis } = fault;
  throw new DomainError(code, message, { pointer, ...(basis && { basis }) });
}
