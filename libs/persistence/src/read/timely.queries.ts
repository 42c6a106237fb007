import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  DomainError,
  gateRefuses,
  type Instant,
  isWithinWorkdays,
  shanghaiDateOf,
  statedDateFault,
} from '@app/domain';
import { readStream } from '../record/event-log';
import { PublicationEntity, RoundEntity } from '../tables/recognition.entity';
import { calendarOf } from '../write/calendar';
import { beginningOf, type DatedHome } from '../write/stated-dates';
import { programmeOf } from './programme-store';

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

/** Whether the first day of the round that is opened next has come. */
export async function isRoundDue(m: EntityManager, campaignId: string, now: Instant): Promise<boolean> {
  const opened = new Set((await m.findBy(RoundEntity, { campaignId })).map(({ year }) => year));
  const next = (await programmeOf(m, campaignId)).rounds.find(({ year }) => !opened.has(year));
  return next !== undefined && next.opensOn <= shanghaiDateOf(now);
}

/** Whether a list is published on which a recognition could be decided today: shown for a day, or to the end where that is asked for. */
export async function isRecognitionDue(m: EntityManager, campaignId: string, now: Instant): Promise<boolean> {
  const today = shanghaiDateOf(now);
  const { gates } = (await programmeOf(m, campaignId)).assessment;
  const isAsked = gates.some((gate) => gate.name === 'publication' && gateRefuses(gate));
  const open = await m.findBy(PublicationEntity, { campaignId, recognised: false });
  return open.some(({ openedAt, endsOn }) => {
    const openedOn = shanghaiDateOf(openedAt);
    const isShown = endsOn <= openedOn || openedOn < today;
    return isShown && (!isAsked || endsOn < today);
  });
}
