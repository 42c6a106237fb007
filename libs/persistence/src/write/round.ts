import type { EntityManager } from 'typeorm';
import { idOf } from '../record/ids';
import { RoundEntity } from '../tables/recognition.entity';

/** A round as one of its runs names it. */
export interface RoundOfRun {
  readonly campaignId: string;
  readonly year: number;
}

/** How a round stands for a command on one of its runs: it is not closed before that command is written. Null before it opens. */
export async function joinRound(m: EntityManager, round: RoundOfRun): Promise<RoundEntity['status'] | null> {
  return (await lockRound(m, round, 'pessimistic_read'))?.status ?? null;
}

/** Waits for the commands that are being written on runs of the round; those that come later find it as this write leaves it. */
export async function endRound(m: EntityManager, round: RoundOfRun): Promise<void> {
  await lockRound(m, round, 'pessimistic_write');
}

function lockRound(
  m: EntityManager,
  { campaignId, year }: RoundOfRun,
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<RoundEntity | null> {
  return m.findOne(RoundEntity, { where: { id: idOf(campaignId, 'round', year) }, lock: { mode } });
}
