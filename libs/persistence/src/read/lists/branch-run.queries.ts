import type { EntityManager } from 'typeorm';
import type {
  BranchRunMode,
  BranchStep,
  Disposition,
  Instant,
  Light,
  Phase,
  ReviewResult,
  SurveyClass,
  Target,
  Verdict,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { addCounted, type Counted, countedRoundOf } from '../counted.queries';
import { awaitedOfRuns } from '../awaited.queries';
import { lightRank, lightsOfRuns, runLightRankSql, runsOfLightSql } from '../light.queries';
import { type Dated, toRunLine, RUN_COLUMNS, type RunLine, type RunLineRow } from './run-line';
import { addScope, isOfFew } from '../scope.queries';
import { searchPatterns } from '../search-text';
import { addSearch, Conditions, idsOf, inOrder, type Listed, marks, readPage, select, type Sort } from '../select';
import type { Asked } from './asked';

/** A branch's year as lists show it. */
export interface BranchRunLine extends RunLine {
  readonly branchId: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly mode: BranchRunMode;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly target: Target | null;
  readonly early: boolean;
  /** Seen by the organisation and the committee only (苏委工〔2020〕6号 二). */
  readonly surveyClass: SurveyClass | null;
  readonly attempt: number;
  readonly selfScore: number | null;
  readonly superiorScore: number | null;
  readonly result: 'passed' | 'failed' | null;
  readonly review: ReviewResult | null;
  readonly recheck: 'not-drawn' | Verdict | null;
  readonly recognisedAt: Instant | null;
  readonly disposition: Disposition | null;
}

/** What a list of branch runs can be narrowed by. */
export interface BranchRunFilter {
  readonly campaignId: string;
  readonly year?: number | undefined;
  readonly organisationId?: string | undefined;
  readonly areaId?: string | undefined;
  readonly branchId?: string | undefined;
  readonly phase?: Phase | undefined;
  readonly step?: BranchStep | undefined;
  readonly mode?: BranchRunMode | undefined;
  readonly target?: Target | undefined;
  readonly result?: 'passed' | 'failed' | undefined;
  readonly disposition?: Disposition | undefined;
  /** Whose branch stands behind a count of the round's overview; with `year`. */
  readonly counted?: Counted | undefined;
  readonly light?: Light | undefined;
  /** Role of the office it waits for. */
  readonly waitingOn?: string | undefined;
  /** What the branch's code begins with, or its name holds. */
  readonly q?: string | undefined;
}

/** The orders a list of branch runs can have. */
export const BRANCH_RUN_SORTS = ['code', '-code', 'since', '-since', '-score'] as const;

export type BranchRunSort = (typeof BRANCH_RUN_SORTS)[number];

/** By code is by workflow id, which holds the code and then the year: its index is read in order and not sorted. */
const SORTS: Readonly<Record<BranchRunSort, Sort>> = {
  code: { keys: [{ sql: 'r.workflow_id' }] },
  '-code': { keys: [{ sql: 'r.workflow_id' }], descending: true },
  since: { keys: [{ sql: 'r.since', isInstant: true }, { sql: 'r.id' }] },
  '-since': { keys: [{ sql: 'r.since', isInstant: true }, { sql: 'r.id' }], descending: true },
  '-score': { keys: [{ sql: 'COALESCE(r.superior_score, -1)' }, { sql: 'r.id' }], descending: true },
};

/**
 * One page of branch runs, each with its light at `now`; a list never asks a workflow. The page is found in an index that
 * holds every filter, and only its rows are read: a row holds the folded state, a hundred thousand of them 400 MB.
 */
export async function listBranchRuns(
  m: EntityManager,
  asked: Asked<BranchRunFilter> & { readonly sort: BranchRunSort },
): Promise<Listed<BranchRunLine>> {
  const { filter, scope, sort, page, now } = asked;
  const where = new Conditions()
    .equal('r.campaign_id', filter.campaignId)
    .equal('r.year', filter.year)
    .equal('r.organisation_id', filter.organisationId)
    .equal('r.area_id', filter.areaId)
    .equal('r.branch_id', filter.branchId)
    .equal('r.phase', filter.phase)
    .equal('r.step', filter.step)
    .equal('r.mode', filter.mode)
    .equal('r.target', filter.target)
    .equal('r.result', filter.result)
    .equal('r.disposition', filter.disposition)
    .equal('r.waiting_role', filter.waitingOn);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' });
  await addCountedBranch(m, where, filter);
  const searched = await addSearchedBranch(m, where, filter);
  await addLight(m, where, asked);
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'r.id',
    from: `branch_runs r${searched}`,
    where,
    sort: SORTS[sort],
    page,
  });
  return { items: await branchRunLines(m, idsOf(items), now), nextCursor };
}

/** These runs as lists show them, in the order of the ids. */
export async function branchRunLines(m: EntityManager, ids: readonly string[], now: Instant): Promise<BranchRunLine[]> {
  if (ids.length === 0) return [];
  const rows = await select<BranchRunRow>(
    m,
    `SELECT ${RUN_COLUMNS}, r.branch_id AS branchId, b.code AS branchCode, b.name AS branchName, r.mode, r.phase,
       r.target, r.early, r.survey_class AS surveyClass, r.attempt, r.self_score AS selfScore,
       r.superior_score AS superiorScore, r.result, r.review, r.recheck, r.recognised_at AS recognisedAt, r.disposition
       FROM branch_runs r JOIN branches b ON b.id = r.branch_id JOIN organisations o ON o.id = r.organisation_id
      WHERE r.id IN (${marks(ids)})`,
    ids,
  );
  const lights = await lightsOfRuns(m, ids, now);
  const dates = await awaitedOfRuns(m, { kind: 'branch-run', ids }, now);
  return inOrder(ids, rows).map((row) =>
    toBranchRunLine(row, { light: lights.get(row.id) ?? null, awaited: dates.get(row.id) ?? null }),
  );
}

async function addCountedBranch(
  m: EntityManager,
  where: Conditions,
  { campaignId, year, counted }: BranchRunFilter,
): Promise<void> {
  if (counted === undefined || year === undefined) return;
  const branch = new Conditions().equal('b.campaign_id', campaignId);
  addCounted(branch, counted, await countedRoundOf(m, campaignId, year));
  where.add(`r.branch_id IN (SELECT b.id FROM branches b WHERE ${branch.sql})`, ...branch.parameters);
}

/** Few branches are named to the index of their runs; of many the runs are read in order and each branch is looked at. */
async function addSearchedBranch(
  m: EntityManager,
  where: Conditions,
  { campaignId, q }: BranchRunFilter,
): Promise<string> {
  if (!searchPatterns(q ?? '')) return '';
  const branch = new Conditions().equal('b.campaign_id', campaignId);
  addSearch(branch, q, 'b.search_text');
  const found = await fewOf(m, `SELECT b.id FROM branches b WHERE ${branch.sql}`, branch.parameters);
  if (found) {
    where.among('r.branch_id', found);
    return '';
  }
  addSearch(where, q, 'b.search_text');
  return ' STRAIGHT_JOIN branches b ON b.id = r.branch_id';
}

/** Few runs are asked one by one; of a campaign or an area the lights are worked out in one pass, and few are named. */
async function addLight(
  m: EntityManager,
  where: Conditions,
  { filter, scope, now }: Omit<Asked<BranchRunFilter>, 'page'>,
): Promise<void> {
  const { light, organisationId, branchId } = filter;
  if (!light) return;
  if (organisationId !== undefined || branchId !== undefined || isOfFew(scope)) {
    where.equal(runLightRankSql(now), lightRank(light));
    return;
  }
  const { sql, parameters } = runsOfLightSql(filter, light, now);
  const found = await fewOf(m, sql, parameters);
  if (found) where.among('r.id', found);
  else where.add(`r.id IN (${sql})`, ...parameters);
}

const FEW = 300;

/** The ids that a query finds, or null where they are many. */
async function fewOf(m: EntityManager, sql: string, parameters: readonly unknown[]): Promise<string[] | null> {
  const rows = await select<{ id: string }>(m, `${sql} LIMIT ${FEW + 1}`, parameters);
  return rows.length <= FEW ? idsOf(rows) : null;
}

type BranchRunRow = RunLineRow &
  Omit<BranchRunLine, keyof RunLine | 'early' | 'recognisedAt' | 'step'> & {
    readonly early: number | string;
    readonly recognisedAt: Date | null;
  };

function toBranchRunLine(row: BranchRunRow, dated: Dated): BranchRunLine {
  const { branchId, branchCode, branchName, mode, phase, target, surveyClass, attempt, selfScore, superiorScore } = row;
  const { result, review, recheck, recognisedAt, disposition } = row;
  return {
    ...toRunLine(row, dated),
    step: row.step as BranchStep,
    branchId,
    branchCode,
    branchName,
    mode,
    phase,
    target,
    early: Number(row.early) === 1,
    surveyClass,
    attempt,
    selfScore,
    superiorScore,
    result,
    review,
    recheck,
    recognisedAt: toInstant(recognisedAt),
    disposition,
  };
}
