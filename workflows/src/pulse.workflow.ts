import { condition, setHandler } from '@temporalio/workflow';
import { readPulse } from '@app/contracts';

/** Does nothing for ever, so that it can be asked whether somebody works on its queue; a query leaves no trace in its history. */
export async function pulseWorkflow(): Promise<void> {
  setHandler(readPulse, () => true);
  await condition(() => false);
}
