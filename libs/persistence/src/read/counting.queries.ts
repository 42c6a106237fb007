import type { EntityManager } from 'typeorm';
import type { BallotMode } from '@app/domain';
import { literal, marks, select } from './select';

/** A paper ballot that is being counted, and who has entered a count of it. */
export interface PaperBox {
  readonly runId: string;
  readonly firstCounterId: string | null;
  readonly secondCounterId: string | null;
}

/** The paper ballots under way among these branches' years: who counts first neither counts second nor closes (苏委工〔2020〕6号 三.4). */
export async function paperBoxesOf(m: EntityManager, runIds: readonly string[]): Promise<Map<string, PaperBox>> {
  if (runIds.length === 0) return new Map();
  const boxes = await select<PaperBox>(
    m,
    `SELECT branch_run_id AS runId, first_counter_id AS firstCounterId, second_counter_id AS secondCounterId
       FROM ballot_boxes WHERE branch_run_id IN (${marks(runIds)}) AND mode = ${literal<BallotMode>('paper')} AND closed_at IS NULL`,
    runIds,
  );
  return new Map(boxes.map((box) => [box.runId, box]));
}
