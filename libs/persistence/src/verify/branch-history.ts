/** Reads the events that count for one branch in one year; for the checks of persons and recognitions. */
import type { EntityManager } from 'typeorm';
import type { BranchRunEvent } from '@app/domain';
import type { BranchRunEntity } from '../tables/branch-run.entity';
import { select } from '../read/select';
import type { CheckedRun } from './folded-rows';
import { type ReadEvent, readEvents } from './streams';

/** One event of a branch, typed, with the line of the chain that holds it. */
export interface BranchEvent {
  readonly event: ReadEvent;
  readonly happened: BranchRunEvent;
}

/** A branch's year with all that counts for it: where its pass is an earlier round's, that round's events come first. */
export interface BranchHistory {
  readonly run: CheckedRun<BranchRunEntity>;
  readonly recorded: readonly BranchEvent[];
  /** How many of the events are of earlier rounds. */
  readonly earlier: number;
}

/** The history of one branch's year. */
export async function readHistory(m: EntityManager, run: CheckedRun<BranchRunEntity>): Promise<BranchHistory> {
  const earlier: ReadEvent[] = [];
  const isLost = run.events.some(({ type }) => type === 'pass-lost');
  if (run.row.setting.passedBefore && !isLost) {
    const rows = await select<{ stream: string }>(
      m,
      'SELECT workflow_id AS stream FROM branch_runs WHERE branch_id = ? AND year < ? ORDER BY year',
      [run.row.branchId, run.row.year],
    );
    for (const { stream } of rows) earlier.push(...(await readEvents(m, stream)));
  }
  const recorded = [...earlier, ...run.events].map((event) => ({
    event,
    happened: { type: event.type, payload: event.record?.payload } as BranchRunEvent,
  }));
  return { run, recorded, earlier: earlier.length };
}

type Payloads = { readonly [F in BranchRunEvent as F['type']]: F['payload'] };

/** What the last event of a type says, if there is one. */
export function lastOf<T extends BranchRunEvent['type']>(
  recorded: readonly BranchEvent[],
  type: T,
): Payloads[T] | null {
  const found = recorded.findLast(({ happened }) => happened.type === type);
  return found ? (found.happened.payload as Payloads[T]) : null;
}

/** Whether the row or the events say that the branch was recognised in this year. */
export function isRecognised({ row, events }: CheckedRun<BranchRunEntity>): boolean {
  return row.state.recognisedAt !== null || events.some(({ type }) => type === 'branch-recognised');
}
