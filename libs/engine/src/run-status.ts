import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { RunStatus } from '@app/domain';

export type { RunStatus };

const STATUS_OF_NAME: Readonly<Record<string, RunStatus>> = {
  RUNNING: 'running',
  CONTINUED_AS_NEW: 'running',
  PAUSED: 'running',
  COMPLETED: 'completed',
  TERMINATED: 'terminated',
  CANCELLED: 'canceled',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
};

/** Asks the engine itself, not its index: what was ended a moment ago is ended. Throws where it does not answer. */
export async function runStatus(engine: Client, workflowId: string): Promise<RunStatus> {
  try {
    const { status } = await engine.workflow.getHandle(workflowId).describe();
    return STATUS_OF_NAME[status.name] ?? 'failed';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'lost';
    throw error;
  }
}

/** Calls at once where many workflows are asked. */
const ASKED_AT_ONCE = 20;

/** Does something with every item, some at a time, in order of the items. */
export async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += ASKED_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + ASKED_AT_ONCE).map(work))));
  }
  return results;
}
