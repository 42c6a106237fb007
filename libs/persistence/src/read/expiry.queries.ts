import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { toInstant } from '../tables/columns';

/** An expiry with a consequence that the organisation's run has not taken in yet. */
export interface Expiry {
  readonly id: string;
  readonly kind: 'registration' | 'correction';
  readonly dueAt: Instant;
  readonly workflowId: string;
}

/**
 * The rows `d` (deadline) and `r` (run) of the expiries with a consequence at an instant, its one parameter: a filing not
 * registered in time is registered by silence, one not corrected in time loses its sending date (苏委工〔2020〕6号 三.4).
 */
export const EXPIRED = `deadlines d JOIN organisation_runs r ON r.id = d.run_id
  WHERE d.body <> 'branch' AND d.due_at <= ? AND d.met_at IS NULL AND d.voided_at IS NULL
    AND ((d.kind = 'registration' AND r.step = 'registering')
      OR (d.kind = 'correction' AND r.step = 'filing' AND r.sent_at IS NOT NULL))`;

/** The expiries that a keeper has to tell. */
export async function expiriesOf(m: EntityManager, keeperId: string, now: Instant): Promise<Expiry[]> {
  const rows = await m.query<(Omit<Expiry, 'dueAt'> & { dueAt: Date })[]>(
    `SELECT d.id, d.kind, d.due_at AS dueAt, r.workflow_id AS workflowId FROM ${EXPIRED} AND d.keeper_id = ?`,
    [new Date(now), keeperId],
  );
  return rows.map((row) => ({ ...row, dueAt: toInstant(row.dueAt) }));
}
