import { workflowInfo } from '@temporalio/workflow';

/**
 * A replay should take three of the ten seconds that a task may take (1.2 ms an event), and the engine refuses further
 * commands after 2,000 in one execution and further events after 51,200; it says itself when it is time, at 4,096 events.
 */
export const WORN_EVENTS = 2500;

/** Local writes of one execution: each brings five to ten events. */
const WORN_WRITES = 250;

/** Whether an execution after so many local writes should go on in a new one. Asked only where the history holds what is answered. */
export function isWorn(writes: number): boolean {
  return writes >= WORN_WRITES || workflowInfo().continueAsNewSuggested;
}
