import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { readState } from '@app/contracts';
import { type Instant, msOf } from '@app/domain';
import type { EngineReader } from '@app/persistence';
import { runStatus } from './run-status';

/** How long one workflow may take to answer. */
const ANSWER_MS = 5000;

/** So many that do not answer one after the other: no worker runs, and nobody else is asked. */
const SILENT_IN_A_ROW = 10;

/** Where the engine cannot be reached: nobody answers. */
export const SILENT_ENGINE: EngineReader = { state: () => Promise.resolve(null), status: () => Promise.resolve(null) };

/**
 * Asks workflows for their state, closed ones too, and the engine whether they run; null where one does not answer in time
 * or no worker runs. One that the engine does not know is no silence. `now` is real time.
 */
export function engineReader(engine: Client, now: () => Instant): EngineReader {
  const inTime = <T>(question: () => Promise<T>) => engine.withDeadline(msOf(now()) + ANSWER_MS, question);
  const asking = <T>(question: (workflowId: string) => Promise<T>) => {
    let silent = 0;
    return async (workflowId: string): Promise<T | null> => {
      if (silent >= SILENT_IN_A_ROW) return null;
      try {
        const answer = await inTime(() => question(workflowId));
        silent = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) silent += 1;
        return null;
      }
    };
  };
  return {
    state: asking((workflowId) => engine.workflow.getHandle(workflowId).query(readState)),
    status: asking((workflowId) => runStatus(engine, workflowId)),
  };
}
