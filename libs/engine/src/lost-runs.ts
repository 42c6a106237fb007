import type { Reviver } from '@app/domain';
import { knownRun } from '@app/persistence';
import { notRunning } from './not-running';
import { reviveRun, type RunWorld } from './run-revival';
import { each, runStatus } from './run-status';

/** What was begun again. */
export interface Healing {
  readonly revived: number;
  readonly started: number;
}

/**
 * Begins again what the engine lost altogether – its file was deleted, an older state of it restored – and starts what was
 * never started. What somebody terminated stays so until an operator revives it. Twenty at a time, campaigns and keepers
 * first; broken off, or done by two workers at once, it goes on with what is still missing.
 */
export async function reviveLostRuns(world: RunWorld): Promise<Healing> {
  const lost = (await notRunning(world.dataSource.manager, world.engine)).filter(({ status }) => status === 'lost');
  const outcomes = await each(lost, ({ run }) => reviveRun(world, run.workflowId, { reason: LOST, by: 'worker' }));
  return {
    revived: outcomes.filter(({ outcome }) => outcome === 'revived').length,
    started: outcomes.filter(({ outcome }) => outcome === 'started').length,
  };
}

/** How a workflow stands that did not hear a message: it runs (again), it ended before its row did, its row is closed, or none has the id. */
export type Met = 'runs' | 'dead' | 'closed' | 'unknown';

/** Whoever meets a workflow that the engine does not know, or that was never started, has it begun. */
export async function beginIfLost(world: RunWorld, workflowId: string, by: Reviver): Promise<Met> {
  const run = await knownRun(world.dataSource.manager, workflowId);
  if (!run) return 'unknown';
  if (!run.isOpen) return 'closed';
  const status = await runStatus(world.engine, workflowId);
  if (status === 'running') return 'runs';
  if (status !== 'lost') return 'dead';
  await reviveRun(world, workflowId, { reason: LOST, by });
  return 'runs';
}

const LOST = '引擎中没有该流程，自动恢复';
