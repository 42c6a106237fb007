import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  type EffectOrder,
  type ErrorCode,
  type Instant,
  type PendingEffect,
  type Revival,
  type RunTypes,
  type Attribution,
  TELLING,
} from '@app/domain';

/** A command as an Update carries it: what, who, and the digest of the request that the caller's key stands for. */
export interface CommandMessage<C> {
  readonly command: C;
  readonly attribution: Attribution;
  readonly requestDigest: string;
}

/** What a command answers to the API: where the run stands now. */
export interface CommandAnswer {
  readonly version: number;
  readonly step: string;
}

/** News from another run as a signal carries it; a known message id is dropped. */
export interface NewsMessage<N> {
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly news: N;
}

/** What a local write is asked to do, once per operation key. */
export interface RunWrite<P extends RunTypes = RunTypes> {
  readonly runId: string;
  readonly expectedVersion: number;
  readonly operationKey: string;
  readonly requestDigest: string;
  /** The workflow does not hold the state: it is answered whole. */
  readonly whole?: true;
  readonly what:
    | { readonly kind: 'open'; readonly at: Instant }
    | { readonly kind: 'revive'; readonly at: Instant; readonly revival: Revival }
    | { readonly kind: 'command'; readonly command: P['command']; readonly attribution: Attribution }
    | { readonly kind: 'news'; readonly message: NewsMessage<P['news']> };
}

/** A refusal as it is stored and answered. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The only thing a workflow's state comes from; every history holds it once per write, so what is not there is not so. */
export interface RunAnswer<S> {
  readonly version: number;
  /** What differs from the state before, or without it from the unopened one. */
  readonly state: Partial<S>;
  /** The answer is of a fresh write, and the state before is the one at the version that was expected. */
  readonly onto?: 'expected';
  /** The row was ahead, nothing was done, look again. */
  readonly stale?: true;
  readonly refusal?: Refusal;
  readonly effects?: readonly EffectOrder[];
  /** Where the row was ahead: an errand for what the writes asked to be told whose answers the workflow never had. */
  readonly untold?: readonly PendingEffect[];
}

/** The state after an answer: onto the one before where the answer says so, else onto the unopened one. */
export function stateAfter<S>(answer: Pick<RunAnswer<S>, 'state' | 'onto'>, before: S, unopened: S): S {
  return { ...(answer.onto === 'expected' ? before : unopened), ...answer.state };
}

/** Start input of every process workflow. */
export interface RunStart<T> {
  readonly setting: T;
  /** Programme time at which the run was opened. */
  readonly openedAt: Instant;
  /** Goes on in a new history with each phase; runs that 0.1.0 started say nothing and do not. */
  readonly histories?: 'short';
  /** Set where a new execution goes on with a run that has a past: its state it takes from the row. */
  readonly resumed?: {
    /** Programme time that the run's messages had reached: the time of a run never goes back. */
    readonly at: Instant;
    /** How the execution before left the run; absent where it had no end of its own. Its state is in the row alone. */
    readonly left?: { readonly version: number; readonly phase: string; readonly details: string };
    /** Why the run had to be begun again; absent where it merely went over into a new history. */
    readonly revival?: Revival;
  };
}

/** The Update of a command; its name is the API's verb and noun. */
export const commandUpdate = <C extends { readonly name: string }>(name: C['name']) =>
  defineUpdate<CommandAnswer, [CommandMessage<C>]>(name);

/** The one signal by which runs tell each other news. */
export const tellNews = defineSignal<[NewsMessage<unknown>]>(TELLING);

/** Asks a run whose row is ahead to look at it again, and to tell what was not told. */
export const lookAgain = defineUpdate<{ readonly version: number }>('lookAgain');

/** Version and state as the workflow holds them, for the three-way comparison; no state where it has asked for none yet. */
export const readState = defineQuery<{ readonly version: number; readonly state: unknown }>('readState');

/** One errand of telling others what a write asked for; run twice, the receivers know the message ids. */
export interface TellOrder<E extends EffectOrder = EffectOrder> extends PendingEffect<E> {
  readonly sourceRunId: string;
  readonly sourceWorkflowId: string;
}

/** A run that is begun again hears once more what it was told and has not taken in. */
export interface CatchUpOrder {
  readonly runId: string;
  readonly workflowId: string;
}

/** The message by which an effect reaches the one run that it names. */
export function messageOf({ sourceRunId, operationKey, index, at, effect }: TellOrder): NewsMessage<unknown> {
  return { messageId: `${sourceRunId}/${operationKey}/${index}`, receivedAt: at, news: { topic: effect.topic } };
}
