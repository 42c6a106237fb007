import type { EntityManager } from 'typeorm';
import {
  EXPIRY_RULES,
  expiryRuleAt,
  expiryRuleOf,
  type ExpiryRule,
  type Instant,
  type OrganisationStep,
} from '@app/domain';
import { toInstant } from '../tables/columns';
import { literal, select } from './select';

/** An expiry with a consequence that the organisation's run has not taken in yet. */
export interface Expiry {
  readonly id: string;
  readonly dueAt: Instant;
  readonly workflowId: string;
  readonly news: ExpiryRule['news'];
}

const OPEN = 'd.met_at IS NULL AND d.voided_at IS NULL';

const RULES = EXPIRY_RULES.map(
  ({ kind, body, step, whileSent }) =>
    `(d.kind = ${literal(kind)} AND d.body = ${literal(body)} AND r.step = ${literal(step)}${whileSent ? ' AND r.sent_at IS NOT NULL' : ''})`,
);

/** The rows `d` (deadline) and `r` (run) of the expiries with a consequence at an instant, its one parameter. */
export const EXPIRED = `deadlines d JOIN organisation_runs r ON r.id = d.run_id
  WHERE d.due_at <= ? AND ${OPEN} AND (${RULES.join(' OR ')})`;

/** The expiries that a keeper has to tell. */
export async function findExpiries(m: EntityManager, keeperId: string, now: Instant): Promise<Expiry[]> {
  type Row = Omit<Expiry, 'dueAt' | 'news'> & Pick<ExpiryRule, 'kind' | 'body'> & { readonly dueAt: Date };
  const rows = await select<Row>(
    m,
    `SELECT d.id, d.kind, d.body, d.due_at AS dueAt, r.workflow_id AS workflowId FROM ${EXPIRED} AND d.keeper_id = ?`,
    [new Date(now), keeperId],
  );
  return rows.flatMap(({ id, dueAt, workflowId, ...date }) => {
    const rule = expiryRuleOf(date);
    return rule ? [{ id, dueAt: toInstant(dueAt), workflowId, news: rule.news }] : [];
  });
}

/** When the open date expires whose expiry has a consequence at this step of an organisation's run. */
export async function expiryOf(m: EntityManager, runId: string, step: OrganisationStep): Promise<Instant | null> {
  const rule = expiryRuleAt(step);
  if (!rule) return null;
  const [row] = await select<{ dueAt: Date | null }>(
    m,
    `SELECT d.due_at AS dueAt FROM deadlines d WHERE d.run_id = ? AND d.kind = ? AND ${OPEN} ORDER BY d.no DESC LIMIT 1`,
    [runId, rule.kind],
  );
  return toInstant(row?.dueAt ?? null);
}

/** The next instant at which one of a keeper's rungs is due. */
export async function findNextRung(m: EntityManager, keeperId: string): Promise<Instant | null> {
  const [row] = await select<{ next: Date | null }>(
    m,
    'SELECT MIN(next_rung_at) AS next FROM deadlines WHERE keeper_id = ?',
    [keeperId],
  );
  return toInstant(row?.next ?? null);
}
