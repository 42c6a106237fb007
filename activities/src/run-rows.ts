import type { EntityManager } from 'typeorm';
import type { RunWrite } from '@app/contracts';
import type { Attribution, EventTypeOf, Instant, PayloadOf, RunTypes } from '@app/domain';
import type { DeadlineHome, RoundOfRun, RunRow, RunTable } from '@app/persistence';

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
  /** Null where the run opens or another one tells it something. */
  readonly attribution: Attribution | null;
  readonly operationKey: string;
  readonly writtenAt: Instant;
}

/** By event, what writes the rows beside the run's own that it makes, or null where it makes none. */
export type RecordsOfRun<P extends RunTypes, E extends RunRow<P>, K> = {
  readonly [T in EventTypeOf<P>]:
    ((m: EntityManager, recording: Recording<P, E, K>, payload: PayloadOf<P, T>) => Promise<void>) | null;
};

/** What the local write of a kind of run knows beside its definition: what to look up, and which further rows its events make. */
export interface RowsOfRun<P extends RunTypes, E extends RunRow<P> = RunRow<P>, K extends object = object> {
  readonly table: RunTable<P, E>;
  lookUp(this: void, m: EntityManager, looking: Looking<P, E>): Promise<LookedUp<P, K>>;
  readonly records: RecordsOfRun<P, E, K>;
  /** The round with which it ends; absent for runs that outlive their round. */
  roundOf?(this: void, setting: P['setting']): RoundOfRun;
  /** Absent for runs without dates. */
  deadlineHomeOf?(this: void, entity: E): DeadlineHome;
}
