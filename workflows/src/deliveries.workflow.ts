import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { DeliveryActivities } from '@app/activities';
import { DELIVERY_QUEUE } from '@app/contracts';
import { unfailing } from './unfailing';

/** A turn takes ten minutes and a handful of events; a day of them is one history. */
const TURNS = 144;

const post = proxyActivities<Pick<DeliveryActivities, (typeof DeliveryActivities.ACTIVITIES)[number]>>({
  taskQueue: DELIVERY_QUEUE,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Sends what leaves the building, turn after turn, for ever; what is to be sent and what became of it stands in the tables. */
export async function deliveriesWorkflow(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await unfailing(post.sendDeliveries());
  await continueAsNew<typeof deliveriesWorkflow>();
}
