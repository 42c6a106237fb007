import type { EntityManager } from 'typeorm';
import {
  ballotFloors,
  type BranchRunLookup,
  checkPaperTally,
  type Programme,
  tallyBallots,
  tallyPaper,
  withheldTally,
} from '@app/domain';
import { BallotBoxEntity, readBallots } from '@app/persistence';

/** Counts the box, locked against a ballot that falls in meanwhile; below the smallest group only the turnout and met or not met are kept, so that no answer can be traced to a person. */
export async function lookUpBallot(m: EntityManager, boxId: string, programme: Programme): Promise<BranchRunLookup> {
  const box = await m.findOne(BallotBoxEntity, { where: { id: boxId }, lock: { mode: 'pessimistic_write' } });
  if (!box) return {};
  const definition = programme.scoreSheet.ballot;
  const eligible = { members: box.members, masses: box.masses };
  const { firstCount, secondCount } = box;
  const tally =
    box.mode === 'paper' && firstCount
      ? tallyPaper(firstCount, eligible, definition)
      : tallyBallots(await readBallots(m, boxId), eligible, definition);
  return {
    ballot: {
      ballotBoxId: boxId,
      tally: withheldTally(tally, ballotFloors(programme)),
      firstCounter: box.firstCounterId,
      secondCounter: box.secondCounterId,
      countsAgree:
        firstCount !== null &&
        secondCount !== null &&
        checkPaperTally({ first: firstCount, second: secondCount }, eligible, definition).length === 0,
      mode: box.mode,
    },
  };
}
