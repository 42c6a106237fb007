import { getExternalWorkflowHandle, TemporalFailure } from '@temporalio/workflow';
import { messageOf, tellNews, type TellOrder, wakeKeeper } from '@app/contracts';

/** Whether the engine brought the message to the one run that it names; false where there is no such run now. */
export async function brought(workflowId: string, order: TellOrder): Promise<boolean> {
  const run = getExternalWorkflowHandle(workflowId);
  try {
    await (order.effect.tell === 'keeper' ? run.signal(wakeKeeper) : run.signal(tellNews, messageOf(order)));
    return true;
  } catch (error) {
    if (error instanceof TemporalFailure) return false;
    throw error;
  }
}
