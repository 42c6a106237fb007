import type { EntityManager } from 'typeorm';
import {
  type Beginning,
  checkNotBeforeBeginning,
  checkStatedDates,
  shanghaiDateOf,
  type Attribution,
  statesDate,
} from '@app/domain';
import { type NewEvent, readStream } from '../record/event-log';
import { programmeOf } from '../read/programme-store';

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
