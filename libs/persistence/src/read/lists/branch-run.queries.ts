import type { EntityManager } from 'typeorm';
import {
  type BranchRunMode,
  type BranchStep,
  type CarriedPass,
  type Disposition,
  type Instant,
  type ListOrder,
  type OfficeRef,
  type Outcome,
  type Phase,
  type ReviewResult,
  type SurveyClass,
  type Target,
  type Verdict,
  VIEW_LISTS,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { addCounted, type Counted, countedRoundOf, fewCounted } from '../counted.queries';
import { awaitedOfRuns } from '../awaited.queries';
import { carriedPassesOf } from '../lookup.queries';
import { addRunLight, lightOfRank, runLightRankSql } from '../light.queries';
import { rareRuns, type ShelfFilter, stepsOfPhase } from '../run-shelf.queries';
import { type Dated, toRunLine, RUN_COLUMNS, type RunLine, type RunLineRow } from './run-line';
import { addScope, isOfFew, type Scope } from '../scope.queries';
import { searchPatterns } from '../search-text';
import {
  addSearch,
  Conditions,
  fewOf,
  idsOf,
  inOrder,
  type Listed,
  marks,
  readPage,
  select,
  type Sort,
} from '../select';
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
  /** The pass of an earlier round that it goes on with, while the year itself gave it no score. */
  readonly carriedPass: CarriedPass | null;
  readonly result: Outcome | null;
  readonly review: ReviewResult | null;
  readonly recheck: 'not-drawn' | Verdict | null;
  readonly recognisedAt: Instant | null;
  readonly disposition: Disposition | null;
}

/** What a list of branch runs can be narrowed by. */
export interface BranchRunFilter extends ShelfFilter {
  readonly organisationId?: string | undefined;
  readonly areaId?: string | undefined;
  readonly branchId?: string | undefined;
  /** Whose branch stands behind a count of the round's overview; with `year`. */
  readonly counted?: Counted | undefined;
  /** It waits for an office, and for none of these. */
  readonly notWaitingOn?: readonly Pick<OfficeRef, 'role' | 'bodyId'>[] | undefined;
  /** What the branch's code begins with, or its name holds. */
  readonly q?: string | undefined;
}

/** The orders a list of branch runs can have. */
export const BRANCH_RUN_SORTS = VIEW_LISTS['branch-runs'].orders;

export type BranchRunSort = ListOrder<'branch-runs'>;

/** By code is by workflow id, which holds the code and then the year: its index is read in order and not sorted. */
const SORTS: Readonly<Record<BranchRunSort, Sort>> = {
  code: { keys: [{ sql: 'r.workflow_id' }] },
  '-code': { keys: [{ sql: 'r.workflow_id' }], descending: true },
  since: { keys: [{ sql: 'r.since', isInstant: true }, { sql: 'r.id' }] },
  '-since': { keys: [{ sql: 'r.since', isInstant: true }, { sql: 'r.id' }], descending: true },
  '-score': { keys: [{ sql: 'r.superior_score', isNullable: true }, { sql: 'r.id' }], descending: true },
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
    .equal('r.step', filter.step)
    .equal('r.mode', filter.mode)
    .equal('r.target', filter.target)
    .equal('r.result', filter.result)
    .equal('r.disposition', filter.disposition)
    .equal('r.waiting_role', filter.waitingOn);
  if (filter.notWaitingOn) addOthers(where, filter.notWaitingOn);
  if (filter.phase) where.among('r.step', stepsOfPhase(filter.phase));
  addRunLight(where, 'r', { light: filter.light, now });
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' });
  const branches = [await addCountedBranch(m, where, filter), await addSearchedBranch(m, where, filter)];
  const few = branches.includes('few') ? 'branch_runs_branch' : indexOfFew(filter, scope);
  const rare = few ? null : await rareRuns(m, filter, now);
  if (rare) where.among('r.id', rare);
  const isJoined = branches.includes('many') || filter.counted !== undefined;
  const index = few ?? (rare ? 'PRIMARY' : isOfFew(scope) ? '' : INDEX_OF[sort]);
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'r.id',
    from: `branch_runs r ${index && `FORCE INDEX (${index})`} ${isJoined ? OF_BRANCH : ''}`,
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
       r.superior_score AS superiorScore, r.result, r.review, r.recheck, r.recognised_at AS recognisedAt, r.disposition,
       ${runLightRankSql('r', now)} AS light
       FROM branch_runs r JOIN branches b ON b.id = r.branch_id JOIN organisations o ON o.id = r.organisation_id
      WHERE r.id IN (${marks(ids)})`,
    ids,
  );
  const dates = await awaitedOfRuns(m, { kind: 'branch-run', ids }, now);
  const carried = await carriedPassesOf(m, ids);
  return inOrder(ids, rows).map((row) => ({
    ...toBranchRunLine(row, { light: lightOfRank(row.light), awaited: dates.get(row.id) ?? null }),
    carriedPass: carried.get(row.id) ?? null,
  }));
}

/** A body is asked only where the role is the same: it stands in no index of the list. */
function addOthers(where: Conditions, held: readonly Pick<OfficeRef, 'role' | 'bodyId'>[]): void {
  where.add('r.waiting_role IS NOT NULL');
  if (held.length === 0) return;
  where.add(
    `(r.waiting_role NOT IN (${marks(held)}) OR (r.waiting_role, r.waiting_body_id) NOT IN (${held.map(() => '(?, ?)').join(', ')}))`,
    ...held.map(({ role }) => role),
    ...held.flatMap(({ role, bodyId }) => [role, bodyId]),
  );
}

/** Which index is read in the order that is asked for. */
const INDEX_OF: Readonly<Record<BranchRunSort, string>> = {
  code: 'branch_runs_code',
  '-code': 'branch_runs_code',
  since: 'branch_runs_since',
  '-since': 'branch_runs_since',
  '-score': 'branch_runs_score',
};

/** Where the runs are those of few bodies, they are read by these and not in order. */
function indexOfFew({ organisationId, branchId }: BranchRunFilter, scope: Scope): string | null {
  const branches = scope.kind === 'any' ? scope.of.every(({ kind }) => kind === 'branches') : scope.kind === 'branches';
  if (branchId !== undefined || branches) return 'branch_runs_branch';
  if (organisationId !== undefined || scope.kind === 'organisations') return 'branch_runs_organisation';
  return null;
}

/** Few branches are named to the index of their runs; of many the runs are read in order and each branch is looked at. */
type Branches = 'few' | 'many' | null;

const OF_BRANCH = 'STRAIGHT_JOIN branches b ON b.id = r.branch_id';

async function addCountedBranch(m: EntityManager, where: Conditions, filter: BranchRunFilter): Promise<Branches> {
  const { campaignId, year, counted } = filter;
  if (counted === undefined || year === undefined) return null;
  const round = await countedRoundOf(m, campaignId, year);
  addCounted(where, counted, round);
  const few = await fewCounted(m, counted, round);
  if (few) where.among('r.branch_id', few);
  return few ? 'few' : 'many';
}

async function addSearchedBranch(
  m: EntityManager,
  where: Conditions,
  { campaignId, q }: BranchRunFilter,
): Promise<Branches> {
  if (!searchPatterns(q ?? '')) return null;
  const branch = new Conditions().equal('b.campaign_id', campaignId);
  addSearch(branch, q, 'b.search_text');
  const found = await fewOf(m, `SELECT b.id FROM branches b WHERE ${branch.sql}`, branch.parameters);
  if (found) {
    where.among('r.branch_id', found);
    return 'few';
  }
  addSearch(where, q, 'b.search_text');
  return 'many';
}

type BranchRunRow = RunLineRow &
  Omit<BranchRunLine, keyof RunLine | 'carriedPass' | 'early' | 'recognisedAt' | 'step'> & {
    readonly early: number | string;
    readonly recognisedAt: Date | null;
    readonly light: string | null;
  };

function toBranchRunLine(row: BranchRunRow, dated: Dated): Omit<BranchRunLine, 'carriedPass'> {
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
