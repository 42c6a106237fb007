import { ApplicationFailure } from '@temporalio/common';
import { DomainError, type ErrorCode } from '@app/domain';
import type { Refusal } from './run.contract';

/** A refusal as the engine carries it: never retried, `type` is the code. */
export function toFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusal.code,
    message: refusal.message,
    nonRetryable: true,
    details: [refusal.details],
  });
}

/** Back from the engine to a DomainError; undefined for any other failure, which is a bug or an outage. */
export function fromFailure(failure: unknown): DomainError | undefined {
  if (failure instanceof ApplicationFailure && failure.nonRetryable && failure.type) {
    const [details] = (failure.details ?? []) as [Record<string, unknown>?];
    return new DomainError(failure.type as ErrorCode, failure.message, details ?? {});
  }
  return undefined;
}

/**
 * Whether a command was turned away only for the moment and left no trace: its run goes over into a new history, which the
 * engine may ask for itself, or the engine says that the worker did not look at it, as happens to some of many that come at
 * once. `error`: as the engine's client throws it. Sent again under the same id, it is done once.
 */
export function isForTheMoment(error: unknown): boolean {
  const cause =
    error instanceof Error ? (error.cause as Readonly<Record<'code' | 'details', unknown>> | undefined) : undefined;
  if (cause instanceof ApplicationFailure) return FOR_THE_MOMENT.includes(cause.type ?? '');
  return cause?.code === FAILED_PRECONDITION && SENT_AWAY.test(String(cause.details));
}

const FOR_THE_MOMENT: readonly string[] = ['run-renewing' satisfies ErrorCode, 'UnprocessedUpdate'];

/** The execution takes no more updates, or the task to which it was given failed before anything was accepted. */
const SENT_AWAY = /number of distinct updates|unexpected workflow task failure/;

/** gRPC's code. */
const FAILED_PRECONDITION = 9;

/** The storable part of a DomainError. */
export function toRefusal(error: DomainError): Refusal {
  return { code: error.code, message: error.message, details: error.details };
}
