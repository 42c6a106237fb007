import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { write } = proxyLocalActivities<{ write(input: { row: string; text: string }): Promise<number> }>({
  startToCloseTimeout: '3s',
});

/** The same message as a command, on a run that only makes one local activity of it. */
export const bareUpdate = defineUpdate<number, [string]>('bare');

/** The bare engine: what our own share of a figure is measured against. */
export async function bareWorkflow(row: string): Promise<void> {
  setHandler(bareUpdate, (text) => write({ row, text }));
  await condition(() => false);
}
