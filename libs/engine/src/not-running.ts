import type { Client } from '@temporalio/client';
import type { EntityManager } from 'typeorm';
import { KEEPER_WORKFLOW, workflowTypeOf } from '@app/contracts';
import { RUN_KINDS, type RunStatus } from '@app/domain';
import { countOpenRuns, type KnownRun, openRuns } from '@app/persistence';
import { each, runStatus } from './run-status';

/** An open run or a keeper whose workflow does not run, and how its last execution ended. */
export interface DeadRun {
  readonly run: KnownRun;
  readonly status: Exclude<RunStatus, 'running'>;
}

/** Every workflow of ours that runs, by the engine's index. */
const OURS_RUNNING = `ExecutionStatus = 'Running' AND WorkflowType IN (${[
  ...RUN_KINDS.map(workflowTypeOf),
  KEEPER_WORKFLOW,
]
  .map((name) => `'${name}'`)
  .join(', ')})`;

/**
 * Of so many looks of one process the first compares ids whatever the counts say: a workflow without a row makes up for a row
 * without one.
 */
const WHOLE_EVERY = 10;
const looks = new WeakMap<Client, number>();

/**
 * The open runs and keepers that do not run. Mostly cheap while all is well: two counts. Else the index is read and only what
 * it does not show running is asked for one by one, because the index lags.
 */
export async function notRunning(m: EntityManager, engine: Client): Promise<DeadRun[]> {
  const expected = await countOpenRuns(m);
  if (expected === 0) return [];
  const look = looks.get(engine) ?? 0;
  looks.set(engine, look + 1);
  if (look % WHOLE_EVERY !== 0) {
    const { count } = await engine.workflow.count(OURS_RUNNING);
    if (count === expected) return [];
  }
  const running = new Set<string>();
  for await (const { workflowId } of engine.workflow.list({ query: OURS_RUNNING, pageSize: 1000 })) {
    running.add(workflowId);
  }
  const dead: DeadRun[] = [];
  for await (const page of openRuns(m)) {
    const missing = page.filter(({ workflowId, isAwaited }) => !isAwaited && !running.has(workflowId));
    const statuses = await each(missing, ({ workflowId }) => runStatus(engine, workflowId));
    missing.forEach((run, at) => {
      const status = statuses[at];
      if (status !== undefined && status !== 'running') dead.push({ run, status });
    });
  }
  return dead;
}
