import type { EntityManager } from 'typeorm';
import {
  type CalendarDay,
  type CalendarNotice,
  calendarOfDays,
  daysOfNotices,
  DomainError,
  type Instant,
  type NamedDay,
  nextDailyRemindersAt,
  noticeChanges,
  type NoticeChanges,
  type WorkdayCalendar,
} from '@app/domain';
import { publishedNotices, SEED_LIBRARY } from '../establish/calendar-seed';
import { digestOf } from '../record/digest';
import { appendEvent, lockHeads } from '../record/event-log';
import { importedEvent, insertRows, NO_CAMPAIGN } from '../record/imported-event';
import { select } from '../read/select';

/** The stream of the notices; its sequence counts the calendars there have been. */
export const CALENDAR_STREAM = 'calendar';

/** The calendar as its stream stands, with the number of notices that made it. */
export interface LoadedCalendar extends WorkdayCalendar {
  readonly sequence: number;
}

/** What the event of a notice holds: the days it changed, with what they were, so that the calendar of any time is their fold. */
export interface NoticePayload {
  readonly notice: string;
  readonly dated: string | null;
  /** Digest of all days of the notice, changed or not. */
  readonly digest: string;
  readonly changes: NoticeChanges['changes'];
  /** Where it came from, if not from its own file. */
  readonly via?: string;
  /** The operating system's account that applied it. */
  readonly account?: string;
}

/** How a notice comes in: real time, and by which account or library. */
export interface NoticeAct {
  readonly at: Instant;
  readonly account?: string;
  readonly via?: string;
}

/** Fills the calendar with the published notices; a year that is known already stays as it is. Answers the years added. */
export async function seedCalendar(
  m: EntityManager,
  at: Instant,
  { until = '9999' }: { readonly until?: string } = {},
): Promise<number[]> {
  const before = knownYears(await calendarNow(m));
  for (const notice of publishedNotices()) {
    const days = notice.days.filter(({ date }) => !before.includes(yearOf(date)) && date.slice(0, 4) <= until);
    if (days.length > 0) await applyNotice(m, { ...notice, days }, { at, via: SEED_LIBRARY });
  }
  return knownYears(await calendarNow(m)).filter((year) => !before.includes(year));
}

/** What a notice would change, and the calendar before and after; nothing is written. */
export async function previewNotice(
  m: EntityManager,
  notice: CalendarNotice,
): Promise<NoticeChanges & { readonly before: WorkdayCalendar; readonly after: WorkdayCalendar }> {
  const standing = await namedDays(m);
  const outcome = noticeChanges(notice, standing);
  return { ...outcome, before: calendarOfDays(daysOfNotices(standing)), after: calendarAfter(standing, outcome) };
}

/**
 * Takes in a holiday notice: its days are added or changed, no other is touched. Deadlines keep their instants until they
 * are planned anew, which is the next step of the same act. Two at once follow each other; nothing to change writes nothing.
 */
export async function applyNotice(
  m: EntityManager,
  notice: CalendarNotice,
  { at, account, via }: NoticeAct,
): Promise<NoticeChanges> {
  const nothing = noticeChanges(notice, await namedDays(m));
  if (nothing.changes.length === 0) return nothing;
  await lockHeads(m, [CALENDAR_STREAM], new Map([[CALENDAR_STREAM, { campaign: NO_CAMPAIGN }]]));
  const outcome = noticeChanges(notice, await namedDays(m));
  const { number, dated } = notice;
  if (outcome.changes.length === 0) return outcome;
  await insertRows(m, {
    table: 'calendar_days',
    columns: ['date', 'kind', 'name', 'notice', 'dated'],
    rows: outcome.changes.map(({ after: { date, kind, name } }) => [date, kind, name, number, dated]),
    tail: `ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name), notice = VALUES(notice), dated = VALUES(dated)`,
  });
  const digest = digestOf([...notice.days].sort((one, other) => (one.date < other.date ? -1 : 1)).map(plainDay));
  const payload: NoticePayload = {
    notice: number,
    dated,
    digest,
    changes: outcome.changes.map(({ date, before, after }) => ({ date, before, after: plainDay(after) })),
    ...(via && { via }),
    ...(account && { account }),
  };
  const event = {
    stream: CALENDAR_STREAM,
    type: 'calendar-notice-applied' as const,
    operationKey: `calendar/${number}/${digest}`,
    payload,
  };
  await appendEvent(m, importedEvent(event, { recordedAt: at, writtenAt: at }));
  return outcome;
}

let loaded: { readonly mark: string; readonly value: LoadedCalendar } | null = null;

/**
 * The workday calendar as its stream stands now; `hold`: no notice is taken in until this transaction ends, so that what
 * it plans is either seen by the planning that follows a notice or made by the notice.
 */
export async function calendarOf(m: EntityManager, { hold = false } = {}): Promise<LoadedCalendar> {
  const lock = hold ? ' LOCK IN SHARE MODE' : '';
  const [head] = await select<{ hash: string; sequence: number }>(
    m,
    `SELECT hash, sequence FROM stream_heads WHERE stream = '${CALENDAR_STREAM}'${lock}`,
  );
  if (!loaded || loaded.mark !== (head?.hash ?? '')) {
    loaded = { mark: head?.hash ?? '', value: { ...(await calendarNow(m)), sequence: head?.sequence ?? 0 } };
  }
  return loaded.value;
}

/** The days that notices name, each as the last of them says. */
export async function namedDays(m: EntityManager): Promise<NamedDay[]> {
  const rows = await select<CalendarDay & { notice: string; dated: string | null }>(
    m,
    'SELECT date, kind, name, notice, dated FROM calendar_days ORDER BY date',
  );
  return rows.map(({ notice, dated, ...day }) => ({ ...plainDay(day), notice: { number: notice, dated } }));
}

/** The years for which the notices arrange every festival, one after the other. */
export function knownYears({ knownFrom, knownUntil }: WorkdayCalendar): number[] {
  const [first, last] = [yearOf(knownFrom), yearOf(knownUntil)];
  return last < first ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The instant of the first daily reminders after those of `last`; null while no notice is loaded for that day: the rungs of a
 * deadline have their instants already and wait for no calendar.
 */
export async function dailyRemindersAfter(m: EntityManager, last: Instant): Promise<Instant | null> {
  try {
    return nextDailyRemindersAt(last, await calendarOf(m));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-unknown') return null;
    throw error;
  }
}

async function calendarNow(m: EntityManager): Promise<WorkdayCalendar> {
  return calendarOfDays(daysOfNotices(await namedDays(m)));
}

function calendarAfter(standing: readonly NamedDay[], { changes }: NoticeChanges): WorkdayCalendar {
  const days = new Map<string, CalendarDay>(standing.map((day) => [day.date, day]));
  for (const { date, after } of changes) days.set(date, after);
  return calendarOfDays(daysOfNotices([...days.values()]));
}

function plainDay({ date, kind, name }: CalendarDay): CalendarDay {
  return { date, kind, name };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
