import type { EntityManager } from 'typeorm';
import type { Instant, OrganisationKind, Verdict } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { addScope, type Scope } from '../scope.queries';
import { Conditions, type Listed, type PageRequest, readPage } from '../select';

/** A drawn branch with the place its draw gave it, and the verdict of its recheck. */
export interface RecheckLine {
  readonly id: string;
  readonly spotCheckId: string;
  /** The number of its spot check, counted over the campaign. */
  readonly spotCheckNo: number;
  readonly branchId: string;
  readonly branchRunId: string;
  readonly branchCode: string;
  readonly stratum: string;
  readonly rank: number;
  readonly hmac: string;
  readonly drawnBy: string;
  readonly documentId: string | null;
  /** Who filled in its sheet as it stands. */
  readonly authorId: string | null;
  readonly verdict: Verdict | null;
  readonly score: number | null;
  readonly recheckerId: string | null;
  readonly confirmerId: string | null;
  /** Since when a second person is asked whether the pass is overturned. */
  readonly proposedAt: Instant | null;
  readonly reasonId: string | null;
  readonly concludedAt: Instant | null;
  /** The year of the branch's run. */
  readonly year: number;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly organisationKind: OrganisationKind;
  readonly areaId: string;
}

/** One page of rechecks in the order of their branches. */
export async function listRechecks(
  m: EntityManager,
  asked: {
    readonly campaignId: string;
    readonly spotCheckId?: string | undefined;
    readonly branchRunId?: string | undefined;
    readonly id?: string;
    readonly scope: Scope;
    readonly page: PageRequest;
  },
): Promise<Listed<RecheckLine>> {
  const { campaignId, spotCheckId, branchRunId, id, scope, page } = asked;
  const where = new Conditions()
    .equal('k.campaign_id', campaignId)
    .equal('k.spot_check_id', spotCheckId)
    .equal('k.branch_run_id', branchRunId)
    .equal('k.id', id);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' });
  const { items, nextCursor } = await readPage<
    Omit<RecheckLine, 'concludedAt' | 'proposedAt'> & {
      readonly concludedAt: Date | null;
      readonly proposedAt: Date | null;
    }
  >(m, {
    columns: `k.id, k.spot_check_id AS spotCheckId, c.no AS spotCheckNo, k.branch_id AS branchId, k.branch_run_id AS branchRunId,
        b.code AS branchCode, k.stratum, k.stratum_rank AS \`rank\`, k.hmac, k.drawn_by AS drawnBy,
        k.document_id AS documentId, (SELECT d.author_id FROM documents d WHERE d.id = k.document_id) AS authorId, k.verdict, k.score, k.rechecker_id AS recheckerId, k.confirmer_id AS confirmerId,
        k.proposed_at AS proposedAt, k.reason_id AS reasonId, k.concluded_at AS concludedAt, r.year,
        r.organisation_id AS organisationId, o.parent_id AS parentId, r.area_id AS areaId,
        o.kind AS organisationKind`,
    from: `rechecks k JOIN branch_runs r ON r.id = k.branch_run_id JOIN branches b ON b.id = k.branch_id
           JOIN organisations o ON o.id = r.organisation_id JOIN spot_checks c ON c.id = k.spot_check_id`,
    where,
    sort: { keys: [{ sql: 'b.code' }, { sql: 'k.id' }] },
    page,
  });
  return {
    items: items.map((row) => ({
      ...row,
      proposedAt: toInstant(row.proposedAt),
      concludedAt: toInstant(row.concludedAt),
    })),
    nextCursor,
  };
}
