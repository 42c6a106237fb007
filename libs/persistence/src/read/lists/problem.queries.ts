import type { EntityManager } from 'typeorm';
import type { Instant, Light, OrganisationKind, Problem, ProblemState } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { addRunLight, lightOfRank, runLightRankSql } from '../light.queries';
import { addScope, type Scope } from '../scope.queries';
import { Conditions, idsOf, inOrder, type Listed, marks, readPage, select } from '../select';
import type { Asked } from './asked';

/** A line of the register with its branch and where that stands in the tree. */
export interface ProblemLine extends Problem {
  readonly campaignId: string;
  readonly version: number;
  readonly branchCode: string;
  readonly branchName: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly areaId: string;
  readonly organisationKind: OrganisationKind;
  /** Of its owner's date at the moment of asking; null before it has one. */
  readonly light: Light | null;
}

/** What the register can be narrowed by. */
export interface ProblemFilter {
  readonly campaignId: string;
  readonly openedYear?: number | undefined;
  readonly branchId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly state?: ProblemState | undefined;
  readonly mandatory?: boolean | undefined;
  readonly light?: Light | undefined;
}

/** One page of the register, the lines of a branch together; found in an index, only its rows are read. */
export async function listProblems(m: EntityManager, asked: Asked<ProblemFilter>): Promise<Listed<ProblemLine>> {
  const { filter, scope, page, now } = asked;
  const where = new Conditions()
    .equal('p.campaign_id', filter.campaignId)
    .equal('p.opened_year', filter.openedYear)
    .equal('p.branch_id', filter.branchId)
    .equal('p.state', filter.state);
  if (filter.mandatory !== undefined) where.equal('p.mandatory', filter.mandatory ? 1 : 0);
  addRunLight(where, 'p', { light: filter.light, now });
  addBranches(where, filter, scope);
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'p.id',
    from: 'problems p',
    where,
    sort: { keys: [{ sql: 'p.opened_year' }, { sql: 'p.branch_id' }, { sql: 'p.id' }] },
    page,
  });
  return { items: await linesOf(m, idsOf(items), now), nextCursor };
}

function addBranches(where: Conditions, { campaignId, organisationId }: ProblemFilter, scope: Scope): void {
  if (scope.kind === 'all' && organisationId === undefined) return;
  const branch = new Conditions().equal('b.campaign_id', campaignId).equal('b.organisation_id', organisationId);
  addScope(branch, scope, { area: 'o.area_id', organisation: 'b.organisation_id', branch: 'b.id' });
  where.add(
    `p.branch_id IN (SELECT b.id FROM branches b JOIN organisations o ON o.id = b.organisation_id WHERE ${branch.sql})`,
    ...branch.parameters,
  );
}

type ProblemRow = Omit<ProblemLine, 'mandatory' | 'closedAt' | 'light'> & {
  readonly mandatory: number | string;
  readonly closedAt: Date | null;
  readonly light: string | null;
};

async function linesOf(m: EntityManager, ids: readonly string[], now: Instant): Promise<ProblemLine[]> {
  if (ids.length === 0) return [];
  const rows = await select<ProblemRow>(
    m,
    `SELECT p.id, p.campaign_id AS campaignId, p.branch_id AS branchId, b.code AS branchCode, b.name AS branchName,
            b.organisation_id AS organisationId, o.parent_id AS parentId, o.area_id AS areaId,
            o.kind AS organisationKind, p.opened_year AS openedYear, p.version, p.dimension, p.indicator, p.source, p.description, p.mandatory,
            p.measure, p.owner_id AS ownerId, p.due_date AS dueDate, p.state, p.raised_because AS raisedBecause,
            p.verifier_id AS verifierId, p.closed_at AS closedAt,
            ${runLightRankSql('p', now)} AS light
       FROM problems p JOIN branches b ON b.id = p.branch_id JOIN organisations o ON o.id = b.organisation_id
      WHERE p.id IN (${marks(ids)})`,
    ids,
  );
  return inOrder(ids, rows).map((row) => ({
    ...row,
    mandatory: Number(row.mandatory) === 1,
    closedAt: toInstant(row.closedAt),
    light: lightOfRank(row.light),
  }));
}
