import type { EntityManager } from 'typeorm';
import type { Programme } from '@app/domain';
import { BallotEntity } from '../tables/ballot.entity';

/** How many ballots were cast on line so far; null while they are fewer than the smallest group, of which nothing is told. */
export async function returnedBallots(m: EntityManager, boxId: string, programme: Programme): Promise<number | null> {
  const returned = await m.countBy(BallotEntity, { boxId });
  return returned < programme.scoreSheet.ballot.smallestGroup ? null : returned;
}
