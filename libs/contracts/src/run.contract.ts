import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { EffectOrder, ErrorCode, Instant, Spoken } from '@app/domain';

/** A command as an Update carries it: what, who, and the digest of the request that the caller's key stands for. */
export interface CommandMessage<C> {
  readonly command: C;
  readonly spoken: Spoken;
  readonly requestDigest: string;
}

/** What a command answers to the API: where the run stands now. */
export interface CommandAnswer {
  readonly runId: string;
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
export interface RunWrite<C, N> {
  readonly runId: string;
  readonly expectedVersion: number;
  readonly operationKey: string;
  readonly requestDigest: string;
  readonly what:
    | { readonly kind: 'open'; readonly at: Instant }
    | { readonly kind: 'command'; readonly command: C; readonly spoken: Spoken }
    | { readonly kind: 'news'; readonly message: NewsMessage<N> };
}

/** A refusal as it is stored and answered. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The only thing a workflow's state comes from. `stale`: the row was ahead, nothing was done, look again. */
export interface RunAnswer<S> {
  readonly version: number;
  /** What differs from the state before, or without it from the unopened one: every history holds it once per write. */
  readonly state: Partial<S>;
  /** The answer is of a fresh write, and the state before is the one at the version that was expected. */
  readonly onto?: 'expected';
  readonly stale: boolean;
  readonly refusal: Refusal | null;
  readonly effects: readonly EffectOrder[];
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
  /** Carried over continue-as-new. */
  readonly carried?: { readonly version: number; readonly state: unknown; readonly knownMessages: readonly string[] };
}

/** The Update of a command; its name is the API's verb and noun. */
export const commandUpdate = <C extends { readonly name: string }>(name: C['name']) =>
  defineUpdate<CommandAnswer, [CommandMessage<C>]>(name);

/** The one signal by which runs tell each other news. */
export const tellNews = defineSignal<[NewsMessage<unknown>]>('tellNews');

/** Version and state as the workflow holds them, for the three-way comparison. */
export const readState = defineQuery<{ readonly version: number; readonly state: unknown }>('readState');

/** One errand of telling others what a write asked for; run twice, the receivers know the message ids. */
export interface TellOrder {
  readonly sourceRunId: string;
  readonly sourceWorkflowId: string;
  readonly operationKey: string;
  readonly index: number;
  readonly at: Instant;
  readonly effect: EffectOrder;
}
