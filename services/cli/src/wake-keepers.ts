import { wakeKeeper } from '@app/contracts';
import type { Context } from './context';

/** How long one keeper's signal may take to be accepted. */
const SIGNAL_MS = 5000;
const AT_ONCE = 20;

/** Has keepers look at their dates again; answers those that could not be told. */
export async function wakeKeepers(context: Context, workflowIds: readonly string[]): Promise<string[]> {
  if (workflowIds.length === 0) return [];
  const asleep: string[] = [];
  const engine = await context.engine().catch(() => null);
  if (engine === null) return [...workflowIds];
  for (let from = 0; from < workflowIds.length; from += AT_ONCE) {
    await Promise.all(
      workflowIds.slice(from, from + AT_ONCE).map(async (workflowId) => {
        const deadline = Date.parse(context.clock.now()) + SIGNAL_MS;
        const handle = engine.workflow.getHandle(workflowId);
        await engine.withDeadline(deadline, () => handle.signal(wakeKeeper)).catch(() => asleep.push(workflowId));
      }),
    );
  }
  return asleep.sort();
}
