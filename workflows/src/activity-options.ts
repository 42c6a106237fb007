import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { DroppedSignalActivities, ErrandActivities, KeeperActivities } from '@app/activities';
import { ERRAND_QUEUE, type RunAnswer, type RunWrite, writeNameOf } from '@app/contracts';
import type { Process, RunKind, RunTypes } from '@app/domain';

/**
 * Local writes: one short transaction on our own database, so no queue between. Retried without end, because a fault of
 * the database must never become the stored outcome of a command; a refusal is an answer and is not retried.
 */
export const LOCAL_WRITE = {
  startToCloseTimeout: '3s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
} as const;

export const writes = proxyLocalActivities<
  Pick<KeeperActivities, (typeof KeeperActivities.ACTIVITIES)[number]> &
    Pick<DroppedSignalActivities, (typeof DroppedSignalActivities.ACTIVITIES)[number]>
>(LOCAL_WRITE);

const runWrites =
  proxyLocalActivities<Readonly<Record<string, (input: RunWrite) => Promise<RunAnswer<never>>>>>(LOCAL_WRITE);

/** The local write of a run, named in the history by its kind and its summary. */
export function writeRun<P extends RunTypes>(
  { kind }: Process<P>,
  summary: string,
  input: RunWrite<P>,
): Promise<RunAnswer<P['state']>> {
  const write = runWrites[writeNameOf(kind as RunKind)];
  return write.executeWithOptions({ ...LOCAL_WRITE, summary }, [input]);
}

/**
 * Errands: telling other runs and starting runs takes as long as there are recipients; a heartbeat every two seconds carries
 * the cursor, so that the death of a worker is noticed in ten and a new attempt goes on where the last one stopped.
 */
export const errands = proxyActivities<Pick<ErrandActivities, (typeof ErrandActivities.ACTIVITIES)[number]>>({
  taskQueue: ERRAND_QUEUE,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
});
