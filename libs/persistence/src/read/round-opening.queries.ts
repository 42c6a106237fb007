import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type Instant,
  isWorkday,
  ladderOf,
  planDeadline,
  type Programme,
  type RoundOpening,
  roundOpeningByItself,
  shanghaiDateOf,
} from '@app/domain';
import { RoundEntity } from '../tables/recognition.entity';
import { calendarOf } from '../write/calendar';
import { programmeOf } from './programme-store';

/**
 * The round that opens by itself next; null too while its calendar is not known: the committee's keeper asks again with every
 * daily reminder, and until then the committee may open it.
 */
export async function findRoundOpening(m: EntityManager, campaignId: string): Promise<RoundOpening | null> {
  const programme = await programmeOf(m, campaignId);
  const opening = roundOpeningByItself(programme, await m.findBy(RoundEntity, { campaignId }));
  if (opening === null) return null;
  try {
    await checkOpenable(m, programme, opening);
    return opening;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-unknown') return null;
    throw error;
  }
}

/**
 * A round is opened only on a day that a holiday notice tells (`calendar-unknown`) and with a ladder that can be planned;
 * what reaches beyond the notices waits for the next one.
 */
export async function checkOpenable(m: EntityManager, programme: Programme, opening: RoundOpening): Promise<void> {
  const { year, at: openedAt } = opening;
  const calendar = await calendarOf(m);
  isWorkday(shanghaiDateOf(openedAt), calendar);
  for (const definition of programme.deadlines.filter((deadline) => deadline.year === year)) {
    planDeadline({ ...definition, id: '', openedAt, ladder: ladderOf(programme, definition) }, calendar);
  }
}

/** Whether the first day of the round that is opened next has come. */
export async function isRoundDue(m: EntityManager, campaignId: string, now: Instant): Promise<boolean> {
  const opened = new Set((await m.findBy(RoundEntity, { campaignId })).map(({ year }) => year));
  const next = (await programmeOf(m, campaignId)).rounds.find(({ year }) => !opened.has(year));
  return next !== undefined && next.opensOn <= shanghaiDateOf(now);
}
