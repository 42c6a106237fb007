import type { EntityManager } from 'typeorm';
import {
  type CalendarDay,
  type CalendarYear,
  DomainError,
  type Instant,
  nextDigestsAt,
  type WorkdayCalendar,
} from '@app/domain';
import { chinaCalendarSeed } from './calendar-seed';
import { canonicalJson, digestOf } from './digest';
import { appendEvent } from './event-log';
import { importedEvent, insertRows } from './imported-event';

/** Fills the calendar with the published notices of the seed; a year that is there already stays as it is. Answers the years added. */
export async function seedCalendar(m: EntityManager, at: Instant): Promise<number[]> {
  const { days, knownFrom, knownUntil } = chinaCalendarSeed();
  const added: number[] = [];
  for (let year = yearOf(knownFrom); year <= yearOf(knownUntil); year += 1) {
    const own = days.filter(({ date }) => yearOf(date) === year);
    const source = own[0]?.source ?? '';
    if (await isKnownYear(m, year)) continue;
    await writeYear(m, { year, source, days: own.map(({ date, kind, name }) => ({ date, kind, name })) }, at);
    added.push(year);
  }
  return added;
}

/**
 * Takes in the holiday notice of a year as a whole, in place of what stood there. Deadlines already planned keep their
 * instants; recomputing them is an act of its own. Answers whether anything changed.
 */
export async function importCalendarYear(m: EntityManager, notice: CalendarYear, at: Instant): Promise<boolean> {
  const before = await storedYear(m, notice.year);
  const after = { source: notice.source, days: inOrder(notice.days) };
  if (before && canonicalJson(before) === canonicalJson(after)) return false;
  await writeYear(m, notice, at);
  return true;
}

let calendar: { readonly mark: string; readonly value: WorkdayCalendar } | null = null;

/** The workday calendar as its stream stands now; a later one changes no deadline that is already planned. */
export async function calendarOf(m: EntityManager): Promise<WorkdayCalendar> {
  const [head] = await m.query<{ hash: string }[]>("SELECT hash FROM stream_heads WHERE stream = 'calendar'");
  if (!calendar || calendar.mark !== head?.hash) {
    calendar = { mark: head?.hash ?? '', value: await readCalendar(m) };
  }
  return calendar.value;
}

/**
 * The instant of the first digests after those of `last`; null while no notice is loaded for that day: the rungs of a
 * deadline have their instants already and wait for no calendar.
 */
export async function digestsAfter(m: EntityManager, last: Instant): Promise<Instant | null> {
  try {
    return nextDigestsAt(last, await calendarOf(m));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-unknown') return null;
    throw error;
  }
}

async function writeYear(m: EntityManager, { year, source, days }: CalendarYear, at: Instant): Promise<void> {
  const sorted = inOrder(days);
  await m.query('DELETE FROM calendar_days WHERE date BETWEEN ? AND ?', [`${year}-01-01`, `${year}-12-31`]);
  await insertRows(m, {
    table: 'calendar_days',
    columns: ['date', 'kind', 'name', 'source'],
    rows: sorted.map((day) => [day.date, day.kind, day.name, source]),
  });
  await m.query(
    'INSERT INTO calendar_years (year, source) VALUES (?, ?) ON DUPLICATE KEY UPDATE source = VALUES(source)',
    [year, source],
  );
  const digest = digestOf(sorted);
  const fact = {
    stream: 'calendar',
    type: 'calendar-year-imported',
    operationKey: `calendar/${year}/${digest}`,
    payload: { year, source, digest, days: sorted },
  };
  await appendEvent(m, importedEvent(fact, { recordedAt: at, writtenAt: at }));
}

/** Locks the year, so that two imports of one year follow each other. */
async function storedYear(
  m: EntityManager,
  year: number,
): Promise<{ source: string; days: CalendarDay[] } | undefined> {
  const [row] = await m.query<
    {
      source: string;
    }[]
  >('SELECT source FROM calendar_years WHERE year = ? FOR UPDATE', [year]);
  if (!row) return undefined;
  const days = await m.query<CalendarDay[]>(
    'SELECT date, kind, name FROM calendar_days WHERE date BETWEEN ? AND ? ORDER BY date',
    [`${year}-01-01`, `${year}-12-31`],
  );
  return { source: row.source, days: days.map(({ date, kind, name }) => ({ date, kind, name })) };
}

async function isKnownYear(m: EntityManager, year: number): Promise<boolean> {
  return (await storedYear(m, year)) !== undefined;
}

function inOrder(days: readonly CalendarDay[]): CalendarDay[] {
  return days
    .map(({ date, kind, name }) => ({ date, kind, name }))
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

async function readCalendar(m: EntityManager): Promise<WorkdayCalendar> {
  const rows = await m.query<{ year: number }[]>('SELECT year FROM calendar_years ORDER BY year');
  const years = rows.map(({ year }) => year);
  const first = years[0];
  if (first === undefined) throw new DomainError('calendar-unknown', '尚未载入放假安排', {});
  let last = first;
  while (years.includes(last + 1)) last += 1;
  const days = await m.query<{ date: string; kind: 'holiday' | 'workday' }[]>('SELECT date, kind FROM calendar_days');
  return {
    days: Object.fromEntries(days.map((day) => [day.date, day.kind])),
    knownFrom: `${first}-01-01`,
    knownUntil: `${last}-12-31`,
  };
}
