import type { Client } from '@temporalio/client';
import type { EntityManager } from 'typeorm';
import { countOpenRuns, type KnownRun, openRuns } from '@app/persistence';
import { each, type RunStatus, runStatus } from './run-status';

/** An open run or a keeper whose workflow does not run, and how its last execution ended. */
export interface DeadRun {
  readonly run: KnownRun;
  readonly status: Exclude<RunStatus, 'running'>;
}

/** Every workflow of ours that runs, by the engine's index. */
const OURS_RUNNING =
  "ExecutionStatus = 'Running' AND WorkflowType IN ('campaignWorkflow', 'deadlinesWorkflow', 'organisationWorkflow', 'spotCheckWorkflow', 'branchWorkflow')";

/**
 * The open runs and keepers that do not run. Cheap while all is well: two counts. Else the index is read and only what it
 * does not show running is asked for one by one, because the index lags.
 */
export async function notRunning(m: EntityManager, engine: Client): Promise<DeadRun[]> {
  const expected = await countOpenRuns(m);
  if (expected === 0) return [];
  const { count } = await engine.workflow.count(OURS_RUNNING);
  if (count === expected) return [];
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
