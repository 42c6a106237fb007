import type { EntityManager } from 'typeorm';
import type { Instant, Verdict } from '@app/domain';
import { addScope, type Scope } from './scope.queries';
import { Conditions, type Listed, type PageRequest, readPage } from './select';

/** A drawn branch with the place its draw gave it, and the verdict of its recheck. */
export interface RecheckLine {
  readonly id: string;
  readonly spotCheckId: string;
  readonly branchId: string;
  readonly branchRunId: string;
  readonly branchCode: string;
  readonly stratum: string;
  readonly rank: number;
  readonly hmac: string;
  readonly drawnBy: string;
  readonly documentId: string | null;
  readonly verdict: Verdict | null;
  readonly score: number | null;
  readonly concludedAt: Instant | null;
}

/** One page of rechecks in the order of their branches. */
export async function listRechecks(
  m: EntityManager,
  asked: {
    readonly campaignId: string;
    readonly spotCheckId?: string | undefined;
    readonly scope: Scope;
    readonly page: PageRequest;
  },
): Promise<Listed<RecheckLine>> {
  const { campaignId, spotCheckId, scope, page } = asked;
  const where = new Conditions().equal('k.campaign_id', campaignId).equal('k.spot_check_id', spotCheckId);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' });
  const { items, nextCursor } = await readPage<
    Omit<RecheckLine, 'concludedAt'> & { readonly concludedAt: Date | null }
  >(m, {
    columns: `k.id, k.spot_check_id AS spotCheckId, k.branch_id AS branchId, k.branch_run_id AS branchRunId,
        b.code AS branchCode, k.stratum, k.stratum_rank AS \`rank\`, k.hmac, k.drawn_by AS drawnBy,
        k.document_id AS documentId, k.verdict, k.score, k.concluded_at AS concludedAt`,
    from: 'rechecks k JOIN branch_runs r ON r.id = k.branch_run_id JOIN branches b ON b.id = k.branch_id',
    where,
    sort: { keys: [{ sql: 'b.code' }, { sql: 'k.id' }] },
    page,
  });
  return {
    items: items.map((row) => ({ ...row, concludedAt: row.concludedAt?.toISOString() ?? null })),
    nextCursor,
  };
}
