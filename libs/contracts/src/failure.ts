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

/** The storable part of a DomainError. */
export function toRefusal(error: DomainError): Refusal {
  return { code: error.code, message: error.message, details: error.details };
}
