import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { readState } from '@app/contracts';
import { type Instant, programmeNow, type Revival, type RevivalCause, type Reviver } from '@app/domain';
import { CampaignClockEntity, type KnownRun, knownRun } from '@app/persistence';
import { startFromRow } from './run-start';
import { runStatus } from './run-status';

/** Where runs are kept, where they run, and real time. */
export interface RunWorld {
  readonly dataSource: DataSource;
  readonly engine: Client;
  readonly now: () => Instant;
}

/** What came of a revival. */
export type RevivalOutcome =
  | { readonly outcome: 'revived'; readonly cause: RevivalCause }
  /** It was being opened and had never been started. */
  | { readonly outcome: 'started' }
  | { readonly outcome: 'runs' | 'closed' | 'unknown' | 'no-answer' };

/**
 * Begins a new execution of a run or keeper that does not run, or that runs and can go no further: this one is terminated
 * with the reason first. Two at once or one after the other leave one execution and one event. A closed run and one that
 * runs well are left as they are.
 */
export async function reviveRun(
  world: RunWorld,
  workflowId: string,
  { reason, by }: { readonly reason: string; readonly by: Reviver },
): Promise<RevivalOutcome> {
  const { engine, dataSource } = world;
  const run = await knownRun(dataSource.manager, workflowId);
  if (!run) return { outcome: 'unknown' };
  if (!run.isOpen) return { outcome: 'closed' };
  const status = await runStatus(engine, workflowId);
  if (status === 'lost' && run.kind !== 'keeper' && run.version === 0) {
    await startFromRow(engine, run, null);
    return { outcome: 'started' };
  }
  if (status !== 'running') return begin(world, run, { cause: status, by, reason });
  const cause = await diagnose(world, run);
  if (cause === null) return { outcome: 'runs' };
  if (cause === 'no-answer') return { outcome: 'no-answer' };
  await engine.workflow.getHandle(workflowId).terminate(reason);
  return begin(world, run, { cause, by, reason });
}

async function begin(world: RunWorld, run: KnownRun, revival: Revival): Promise<RevivalOutcome> {
  const { engine, dataSource, now } = world;
  const clock = await dataSource.manager.findOneByOrFail(CampaignClockEntity, { campaignId: run.campaignId });
  await startFromRow(engine, run, { at: programmeNow(clock, now()), revival });
  return { outcome: 'revived', cause: revival.cause };
}

/** How long a workflow may take to answer before its last task is looked at. */
const ANSWER_MS = 5000;

/** A task that was tried so often will not succeed by itself. */
const STUCK_ATTEMPTS = 3;

/**
 * What keeps a running workflow from going on: it is further than its row, or its task fails again and again. Null where
 * nothing is wrong with it; `no-answer` where it cannot be told, because no worker answers for it.
 */
async function diagnose(
  { engine, now, dataSource }: RunWorld,
  run: KnownRun,
): Promise<'ahead' | 'wedged' | 'no-answer' | null> {
  const handle = engine.workflow.getHandle(run.workflowId);
  const { raw } = await handle.describe();
  const attempt = raw.pendingWorkflowTask?.attempt ?? 0;
  if (attempt > STUCK_ATTEMPTS) return 'wedged';
  if (run.kind === 'keeper') return null;
  try {
    const deadline = Date.parse(now()) + ANSWER_MS;
    const held = await engine.withDeadline(deadline, () => handle.query(readState));
    const row = await knownRun(dataSource.manager, run.workflowId);
    return held.version > (row?.version ?? 0) ? 'ahead' : null;
  } catch {
    return 'no-answer';
  }
}
