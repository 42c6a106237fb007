import type { EntityManager } from 'typeorm';
import type { RunWrite } from '@app/contracts';
import type { Instant, RunTypes } from '@app/domain';
import type { DeadlineHome, RunRow, RunTable } from '@app/persistence';

/** A local write before its rule. */
export interface Looking<P extends RunTypes, E extends RunRow<P> = RunRow<P>> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly entity: E;
  readonly what: RunWrite<P>['what'];
}

/** What was looked up: for the rule, and what the decision rests on and is kept as it was then. */
export interface LookedUp<P extends RunTypes, K> {
  readonly lookup: P['lookup'];
  readonly kept?: K;
}

/** A run as an event leaves it, and the write that records it. */
export interface Recording<P extends RunTypes, E extends RunRow<P>, K> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly entity: E;
  readonly kept?: K;
  /** Nobody where the run opens or another one tells it something. */
  readonly actor: string;
  readonly operationKey: string;
  readonly writtenAt: Instant;
}

/** What the local write of a kind of run knows beside its definition: what to look up, and which further rows its events make. */
export interface RowsOfRun<P extends RunTypes, E extends RunRow<P> = RunRow<P>, K extends object = object> {
  readonly table: RunTable<P, E>;
  lookUp(this: void, m: EntityManager, looking: Looking<P, E>): Promise<LookedUp<P, K>>;
  /** Absent for runs that make no other rows, and without dates. */
  record?(this: void, m: EntityManager, recording: Recording<P, E, K>, event: P['event']): Promise<void>;
  deadlineHomeOf?(this: void, entity: E): DeadlineHome;
}
