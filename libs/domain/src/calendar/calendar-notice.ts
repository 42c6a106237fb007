import { privateUseIn } from '../roster/private-use';
import { unfitInLine } from '../well-formed';
import type { CalendarDayKind } from './calendar';
import type { CivilDate } from '../time/time';

/** What a notice says of a day; `ordinary` takes back what an earlier one said, so that the day follows the week again. */
export type NoticeDayKind = CalendarDayKind | 'ordinary';

/** A day that a holiday notice names: a day off, a make-up workday, or one that is neither any more. */
export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: NoticeDayKind;
  readonly name: string;
}

/** A notice by its number, for example 国办发明电〔2020〕27号, and its own date where it is stated. */
export interface NoticeReference {
  readonly number: string;
  readonly dated: CivilDate | null;
}

/** The days of one holiday notice, whole or supplementary: a year can have several, and one can name days of two years. */
export interface CalendarNotice extends NoticeReference {
  readonly days: readonly CalendarDay[];
}

/** A day as it stands, with the notice that said so last. */
export interface NamedDay extends CalendarDay {
  readonly notice: NoticeReference;
}

/** A day that a notice changes, or says again after an earlier one (the same kind); `before` is null where none has named it. */
export interface DayChange {
  readonly date: CivilDate;
  readonly before: CalendarDay | null;
  readonly after: CalendarDay;
}

/** What a notice does to the days that stand. */
export interface NoticeChanges {
  readonly changes: readonly DayChange[];
  /** Days that stand as a later notice set them; this one says otherwise and is older. */
  readonly kept: readonly NamedDay[];
  /** Days that this very notice named before and that are not among its days now: they stand. */
  readonly unnamed: readonly NamedDay[];
}

const NUMBER_LIMIT = 60;
const SERIES = /^(.+)〔(\d{4})〕(\d+)号$/u;

/** The number in one way of writing it, so that one notice is not two; null for what is none. */
export function noticeNumber(text: string): string | null {
  const number = text
    .trim()
    .replace(/\s+/gu, '')
    .replace(/[[（(【［]/gu, '〔')
    .replace(/[\])）】］]/gu, '〕');
  const tidy = number.normalize('NFKC').replace(/〕第/u, '〕');
  return tidy === '' || [...tidy].length > NUMBER_LIMIT || unfitInLine(tidy) || privateUseIn(tidy) ? null : tidy;
}

/** Works out what a notice changes: days are added or changed, none is dropped, and no older notice undoes a later one. */
export function noticeChanges(notice: CalendarNotice, standing: readonly NamedDay[]): NoticeChanges {
  const named = new Map(standing.map((day) => [day.date, day]));
  const changes: DayChange[] = [];
  const kept: NamedDay[] = [];
  for (const after of notice.days) {
    const before = named.get(after.date);
    // said again: the later notice answers for the day from now on, so that none between the two undoes it
    if (before?.kind === after.kind && !isEarlier(before.notice, notice)) continue;
    if (!before && after.kind === 'ordinary') continue;
    if (before && isEarlier(notice, before.notice)) kept.push(before);
    else changes.push({ date: after.date, before: before ? dayOf(before) : null, after });
  }
  const dates = new Set(notice.days.map(({ date }) => date));
  const unnamed = standing.filter(
    ({ date, kind, notice: { number } }) => number === notice.number && kind !== 'ordinary' && !dates.has(date),
  );
  return { changes: inOrder(changes), kept: inOrder(kept), unnamed: inOrder(unnamed) };
}

/** The days off and make-up workdays among what stands, as the calendar's rules take them. */
export function daysOfNotices(days: readonly CalendarDay[]): Record<CivilDate, CalendarDayKind> {
  return Object.fromEntries(days.flatMap(({ date, kind }) => (kind === 'ordinary' ? [] : [[date, kind] as const])));
}

/** By their dates where both have one, else by year and number within one series; what cannot be told is not earlier. */
function isEarlier(one: NoticeReference, other: NoticeReference): boolean {
  if (one.number === other.number) return false;
  if (one.dated !== null && other.dated !== null) return one.dated < other.dated;
  const [, series, year, number] = SERIES.exec(one.number) ?? [];
  const [, otherSeries, otherYear, otherNumber] = SERIES.exec(other.number) ?? [];
  if (series === undefined || series !== otherSeries) return false;
  return year === otherYear ? Number(number) < Number(otherNumber) : Number(year) < Number(otherYear);
}

function dayOf({ date, kind, name }: CalendarDay): CalendarDay {
  return { date, kind, name };
}

function inOrder<T extends { readonly date: CivilDate }>(days: readonly T[]): T[] {
  return [...days].sort((one, other) => (one.date < other.date ? -1 : 1));
}
