import type { EntityManager } from 'typeorm';
import { DomainError, type Programme, type WorkdayCalendar } from '@app/domain';

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

/** The workday calendar as it stands now; a later one changes no deadline that is already planned. */
export async function calendarOf(m: EntityManager): Promise<WorkdayCalendar> {
  const [counts] = await m.query<{ days: string; years: string | null }[]>(
    'SELECT (SELECT COUNT(*) FROM calendar_days) AS days, (SELECT GROUP_CONCAT(year ORDER BY year) FROM calendar_years) AS years',
  );
  const mark = `${counts?.days}/${counts?.years}`;
  if (calendar?.mark !== mark) calendar = { mark, value: await readCalendar(m, counts?.years ?? '') };
  return calendar.value;
}

async function readCalendar(m: EntityManager, list: string): Promise<WorkdayCalendar> {
  const years = list.split(',').filter(Boolean).map(Number);
  const first = years[0];
  if (first === undefined) throw new DomainError('calendar-unknown', '尚未载入放假安排', {});
  let last = first;
  while (years.includes(last + 1)) last += 1;
  const days = await m.query<
    {
      date: string;
      kind: 'holiday' | 'workday';
    }[]
  >('SELECT date, kind FROM calendar_days');
  return {
    days: Object.fromEntries(days.map((day) => [day.date, day.kind])),
    knownFrom: `${first}-01-01`,
    knownUntil: `${last}-12-31`,
  };
}
