/** Every reason for which the system says no; `docs/http-status.md` gives the HTTP status of each. */
export type ErrorCode =
  // who asks
  | 'not-signed-in'
  | 'login-failed'
  | 'forbidden'
  | 'not-in-scope'
  | 'same-person'
  | 'own-branch'
  // what is asked
  | 'invalid-input'
  | 'not-found'
  | 'already-exists'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'precondition-required'
  | 'precondition-failed'
  | 'outcome-unknown'
  | 'worker-away'
  | 'database-away'
  | 'service-stopping'
  | 'too-many-requests'
  | 'payload-too-large'
  | 'method-not-allowed'
  // process
  | 'wrong-step'
  | 'run-closed'
  | 'run-opening'
  | 'run-not-running'
  | 'run-renewing'
  | 'digest-mismatch'
  | 'document-frozen'
  | 'document-missing'
  | 'survey-incomplete'
  | 'plan-incomplete'
  | 'ballot-closed'
  | 'ballot-code-unknown'
  | 'ballot-code-spent'
  | 'ballot-code-replaced'
  | 'ballot-numbers-impossible'
  | 'assessment-over'
  | 'gate-failed'
  | 'score-invalid'
  | 'sheet-unopened'
  | 'sheet-unconfirmed'
  | 'conclusions-missing'
  | 'list-mismatch'
  | 'happened-in-future'
  | 'happened-too-early'
  | 'round-not-open'
  | 'round-already-open'
  | 'round-steps-pending'
  | 'no-branches'
  | 'not-rehearsal'
  | 'clock-not-held'
  | 'verification-running'
  // data
  | 'calendar-unknown'
  | 'programme-invalid'
  | 'transition-not-allowed'
  | 'verifier-is-owner'
  | 'internal';

/** A refusal by rule: `code` is stable, `message` is for people, `details` name the numbers or places. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
