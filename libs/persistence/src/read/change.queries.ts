import type { EntityManager } from 'typeorm';
import { type Instant, RUN_KINDS, type RunKind, tableOf } from '@app/domain';
import { toInstant } from '../tables/columns';
import { problemStream } from '../write/problem';
import { literal, marks, select } from './select';

/** How far a stream reached, and when its last event was written; real time. */
export interface MovedHead {
  readonly stream: string;
  readonly sequence: number;
  readonly changedAt: Instant;
}

/** The streams of a campaign that were written to since, in the order of their last events; at most `limit` where it is given. */
export async function readMovedHeads(
  m: EntityManager,
  { campaignId, since, limit }: { readonly campaignId: string; readonly since: Instant; readonly limit?: number },
): Promise<MovedHead[]> {
  const rows = await select<Omit<MovedHead, 'changedAt'> & { changedAt: Date }>(
    m,
    `SELECT stream, sequence, changed_at AS changedAt FROM stream_heads
      WHERE campaign_id = ? AND changed_at >= ? ORDER BY changed_at ${limit === undefined ? '' : `LIMIT ${limit}`}`,
    [campaignId, new Date(since)],
  );
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: toInstant(changedAt) }));
}

/** What a stream is about, and where that stands. */
export interface StreamSubject {
  readonly kind: RunKind | 'problem';
  readonly id: string;
  readonly campaignId: string;
  readonly areaId: string | null;
  readonly organisationId: string | null;
  readonly parentId: string | null;
  readonly branchId: string | null;
}

/** The runs and problems of these streams; what else is recorded is nobody's to look at. */
export async function readSubjects(m: EntityManager, streams: readonly string[]): Promise<StreamSubject[]> {
  if (streams.length === 0) return [];
  const problems = streams.filter((stream) => stream.startsWith(problemStream('')));
  const parts = RUN_KINDS.map(
    (kind) =>
      `SELECT ${literal(kind)} AS kind, r.id, r.campaign_id AS campaignId, ${PLACES[kind]} WHERE r.workflow_id IN (${marks(streams)})`,
  );
  if (problems.length > 0) {
    parts.push(
      `SELECT 'problem' AS kind, p.id, p.campaign_id AS campaignId, o.area_id AS areaId, o.id AS organisationId,
         o.parent_id AS parentId, b.id AS branchId
         FROM problems p JOIN branches b ON b.id = p.branch_id JOIN organisations o ON o.id = b.organisation_id
        WHERE p.id IN (${marks(problems)})`,
    );
  }
  return select<StreamSubject>(m, parts.join(' UNION ALL '), [
    ...RUN_KINDS.flatMap(() => streams),
    ...problems.map((stream) => stream.slice(problemStream('').length)),
  ]);
}

const ofOrganisation = (kind: RunKind, branchId: string) =>
  `r.area_id AS areaId, r.organisation_id AS organisationId, o.parent_id AS parentId, ${branchId} AS branchId
     FROM ${tableOf(kind)} r JOIN organisations o ON o.id = r.organisation_id`;

const ofCommittee = (kind: RunKind) =>
  `NULL AS areaId, NULL AS organisationId, NULL AS parentId, NULL AS branchId FROM ${tableOf(kind)} r`;

/** Where the runs of each kind stand. */
const PLACES: Readonly<Record<RunKind, string>> = {
  'branch-run': ofOrganisation('branch-run', 'r.branch_id'),
  'organisation-run': ofOrganisation('organisation-run', 'NULL'),
  campaign: ofCommittee('campaign'),
  'spot-check': ofCommittee('spot-check'),
};
