import { continueAsNew } from '@temporalio/workflow';
import type { RunStart } from '@app/contracts';
import type { Process, RunTypes } from '@app/domain';
import { Run } from './run';

/**
 * The workflow of one kind of run: opens, takes commands and news, tells others what they ask for, until it is closed. At
 * which step what is taken, and what comes of it, is said by the kind's definition alone. A history that is worn goes on in
 * a new one (docs/decisions/0022).
 */
export function workflowOf<P extends RunTypes>(
  process: Process<P>,
): (start: RunStart<P['setting']>) => Promise<string> {
  return async (start) => {
    const run = new Run(process, start);
    await run.open();
    await run.stayUntilClosed();
    await run.finish();
    if (!run.isClosed) await continueAsNew(run.next());
    return process.outcome?.(run.state) ?? '';
  };
}
