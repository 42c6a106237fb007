import type { Decision, ProcessEvent } from './decision';
import type { Instant } from '../time/time';

/**
 * Why a run had to be begun again: how its last execution ended in the engine, `lost` where the engine knows none, `wedged`
 * where it runs but can go no further, `ahead` where it is further than its row (a database that was restored).
 */
export type RevivalCause =
  'terminated' | 'canceled' | 'failed' | 'timed-out' | 'completed' | 'lost' | 'wedged' | 'ahead';

/** How the last execution of a workflow stands in the engine. */
export type RunStatus = 'running' | Exclude<RevivalCause, 'wedged' | 'ahead'>;

/** Who had it begun again: the operator by command, or a part of the system that met it. */
export type Reviver = 'operator' | 'worker' | 'api';

/** The act of beginning a run again: a new execution that takes its state from the run's row. */
export interface Revival {
  readonly cause: RevivalCause;
  readonly by: Reviver;
  /** In the operator's words, or in ours. */
  readonly reason: string;
}

/** Recorded once for each new execution; changes nothing of the state. */
export type RunRevivedEvent = ProcessEvent<'run-revived', Revival & { readonly at: Instant }>;

/** The decision of a new execution to record why it was begun. */
export function recordRevival(at: Instant, { cause, by, reason }: Revival): Decision<RunRevivedEvent> {
  return { events: [{ type: 'run-revived', payload: { at, cause, by, reason } }] };
}
