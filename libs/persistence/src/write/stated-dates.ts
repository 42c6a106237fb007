import type { EntityManager } from 'typeorm';
import {
  type Beginning,
  type CivilDate,
  DomainError,
  type Instant,
  isWithinWorkdays,
  statedDateFault,
  checkNotBeforeBeginning,
  checkStatedDates,
  shanghaiDateOf,
  type Attribution,
  statesDate,
} from '@app/domain';
import { type NewEvent, readStream } from '../record/event-log';
import { programmeOf } from '../read/programme-store';
import { calendarOf } from './calendar';

/** Whose events are dated: the campaign, and the year of the round where the run is of one. */
export interface DatedHome {
  readonly campaignId: string;
  readonly year?: number;
}

/** Refuses an event stated to be of before the campaign or its round, before anything is reckoned from its date. */
export async function checkAttributedDate(
  m: EntityManager,
  home: DatedHome,
  { happenedOn }: Attribution,
): Promise<void> {
  if (happenedOn !== undefined) checkNotBeforeBeginning(happenedOn, await beginningOf(m, home));
}

/** Refuses events of one stream that state a date which cannot be; the record is only read where one is stated. */
export async function checkEventDates(m: EntityManager, home: DatedHome, events: readonly NewEvent[]): Promise<void> {
  const stating = events.filter(statesDate);
  const [first] = stating;
  if (!first) return;
  const before = await readStream(m, first.stream);
  const beginning = await beginningOf(m, home);
  for (const event of stating) checkStatedDates(before, event, beginning);
}

/** Whether an act of a run, of this day, can still be entered late: not too long ago, and not of before what it rests on. */
export async function isEnterable(
  m: EntityManager,
  run: DatedHome & { readonly workflowId: string },
  { type, on, now }: { readonly type: string; readonly on: CivilDate; readonly now: Instant },
): Promise<boolean> {
  const { lateEntryWorkdays } = await programmeOf(m, run.campaignId);
  const days = { from: on, to: shanghaiDateOf(now) };
  try {
    if (!isWithinWorkdays(days, lateEntryWorkdays, await calendarOf(m))) return false;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-unknown') return false;
    throw error;
  }
  const act = { type, actor: '', operationKey: '', happenedAt: on, recordedAt: now };
  const event = { ...act, payload: { lateEntry: { paperDate: on } } };
  return statedDateFault(await readStream(m, run.workflowId), event, await beginningOf(m, run)) === null;
}

/** When the campaign and the round began: as the programme says, or earlier where they were established or opened earlier. */
export async function beginningOf(m: EntityManager, { campaignId, year }: DatedHome): Promise<Beginning> {
  const { rounds } = await programmeOf(m, campaignId);
  const [row] = await m.query<{ establishedAt: Date; openedAt: Date | null }[]>(
    `SELECT c.established_at AS establishedAt, r.opened_at AS openedAt
       FROM campaigns c LEFT JOIN rounds r ON r.campaign_id = c.id AND r.year = ? WHERE c.id = ?`,
    [year ?? null, campaignId],
  );
  const opensOn = year === undefined ? null : (rounds.find((round) => round.year === year)?.opensOn ?? null);
  return {
    campaignOn: earliest(rounds[0]?.opensOn ?? null, row?.establishedAt ?? null) ?? '',
    roundOn: earliest(opensOn, row?.openedAt ?? null),
  };
}

function earliest(date: string | null, at: Date | null): string | null {
  const on = at && shanghaiDateOf(at.toISOString());
  if (date === null || on === null) return date ?? on;
  return date < on ? date : on;
}
