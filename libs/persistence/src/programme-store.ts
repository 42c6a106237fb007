import type { EntityManager } from 'typeorm';
import { DomainError, type Instant, nextDigestsAt, type Programme, type WorkdayCalendar } from '@app/domain';

const programmes = new Map<string, Programme>();

/** The frozen programme version a campaign runs; kept, because a published version never changes. */
export async function programmeOf(m: EntityManager, campaignId: string): Promise<Programme> {
  const known = programmes.get(campaignId);
  if (known) return known;
  const [row] = await m.query<{ definition: string }[]>(
    'SELECT p.definition FROM programmes p JOIN campaigns c ON c.programme_id = p.id WHERE c.id = ?',
    [campaignId],
  );
  if (!row) throw new DomainError('not-found', '专项工作没有对应的方案', { campaignId });
  const programme = JSON.parse(row.definition) as Programme;
  programmes.set(campaignId, programme);
  return programme;
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
