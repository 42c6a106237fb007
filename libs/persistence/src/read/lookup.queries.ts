import { type EntityManager, In } from 'typeorm';
import type {
  Ballot,
  BranchRunMode,
  BranchRunState,
  CarriedPass,
  Disposition,
  PlannedLine,
  ProblemSource,
  ProblemState,
  Result,
  Role,
} from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { FALSIFICATION } from '../tables/veto.entity';
import { literal, literals, marks, select } from './select';

/** A branch in one round. */
export interface BranchYear {
  readonly branchId: string;
  readonly year: number;
}

/** Who stands against each of these branches' years. */
export type PersonsOfRun = (run: BranchYear) => readonly string[];

/** Who assessed the passes that these runs stand on: of a pass of an earlier round, the assessors of that round. */
export async function passAssessors(m: EntityManager, runs: readonly BranchYear[]): Promise<PersonsOfRun> {
  if (runs.length === 0) return () => [];
  const rows = await m.find(BranchRunEntity, {
    select: { id: true, branchId: true, year: true, state: true },
    where: { branchId: In([...new Set(runs.map(({ branchId }) => branchId))]) },
    order: { year: 'DESC' },
  });
  const assessed = new Map<string, typeof rows>();
  for (const row of rows) {
    if (row.state.assessors.length > 0) assessed.set(row.branchId, [...(assessed.get(row.branchId) ?? []), row]);
  }
  return ({ branchId, year }) => assessed.get(branchId)?.find((row) => row.year <= year)?.state.assessors ?? [];
}

/** Who may not recheck these runs: who assessed their passes, and who assesses for the same organisation, whose word is looked at. */
export async function barredRecheckers(m: EntityManager, runs: readonly BranchYear[]): Promise<PersonsOfRun> {
  if (runs.length === 0) return () => [];
  const passed = await passAssessors(m, runs);
  const colleagues = await m.query<{ branchId: string; personId: string }[]>(
    `SELECT b.id AS branchId, o.person_id AS personId FROM branches b
       JOIN offices o ON o.role = ${literal<Role>('assessor')} AND o.body_kind = 'organisation' AND o.body_id = b.organisation_id
      WHERE b.id IN (?) AND o.valid_to IS NULL`,
    [[...new Set(runs.map(({ branchId }) => branchId))]],
  );
  return (run) => {
    const others = colleagues.filter(({ branchId }) => branchId === run.branchId).map(({ personId }) => personId);
    return [...new Set([...passed(run), ...others])];
  };
}

const CLOSED = literal<ProblemState>('closed');

/** The branch's open problems, those without measure, owner and date, and those that stand in the way of a pass. */
export async function openProblemCounts(
  m: EntityManager,
  branchId: string,
): Promise<{ open: number; unplanned: number; mandatoryOpen: number; imported: number }> {
  const [row] = await m.query<Record<'openCount' | 'unplanned' | 'mandatoryOpen' | 'imported', string>[]>(
    `SELECT COALESCE(SUM(state <> ${CLOSED}), 0) AS openCount, COALESCE(SUM(state = ${literal<ProblemState>('entered')}), 0) AS unplanned,
            COALESCE(SUM(mandatory = 1 AND state NOT IN (${literals<ProblemState>(['closed', 'raised'])})), 0) AS mandatoryOpen,
            COALESCE(SUM(source = ${literal<ProblemSource>('check-up')}), 0) AS imported
       FROM problems WHERE branch_id = ?`,
    [branchId],
  );
  return {
    open: Number(row?.openCount),
    unplanned: Number(row?.unplanned),
    mandatoryOpen: Number(row?.mandatoryOpen),
    imported: Number(row?.imported),
  };
}

/** The branch plan: its open problems with measure, owner and date, as the register holds them (一支部、一清单、一方案). */
export async function branchPlanOf(m: EntityManager, branchId: string): Promise<{ problems: PlannedLine[] }> {
  const problems = await m.query<PlannedLine[]>(
    `SELECT id, version, dimension, measure, owner_id AS ownerId, due_date AS dueDate, state
       FROM problems WHERE branch_id = ? AND state <> ${CLOSED} ORDER BY id`,
    [branchId],
  );
  return { problems: problems.map((problem) => ({ ...problem })) };
}

/** Open vetoes against a branch: falsification apart, because it refuses. */
export async function vetoCounts(
  m: EntityManager,
  branchId: string,
): Promise<{ falsification: number; other: number }> {
  const [row] = await m.query<{ falsification: string; other: string }[]>(
    `SELECT COALESCE(SUM(item = ?), 0) AS falsification, COALESCE(SUM(item <> ?), 0) AS other
       FROM vetoes WHERE branch_id = ? AND state = 'open'`,
    [FALSIFICATION, FALSIFICATION, branchId],
  );
  return { falsification: Number(row?.falsification), other: Number(row?.other) };
}

/** The ballots of a box, in the order of their random ids: no person, no time. */
export async function readBallots(m: EntityManager, boxId: string): Promise<Ballot[]> {
  const rows = await m.query<{ voterGroup: 'member' | 'mass'; answers: string }[]>(
    'SELECT voter_group AS voterGroup, answers FROM ballots WHERE box_id = ? ORDER BY id',
    [boxId],
  );
  return rows.map(({ voterGroup, answers }) => ({ group: voterGroup, answers: [...answers] }));
}

/** The branch runs of one organisation's year with their states, in the order of their codes. */
export async function branchStates(
  m: EntityManager,
  organisationId: string,
  year: number,
): Promise<{ runId: string; branchId: string; mode: BranchRunMode; state: BranchRunState }[]> {
  const rows = await m.find(BranchRunEntity, {
    select: { id: true, branchId: true, mode: true, state: true },
    where: { organisationId, year },
    order: { workflowId: 'ASC' },
  });
  return rows.map(({ id: runId, branchId, mode, state }) => ({ runId, branchId, mode, state }));
}

/** By run the pass of an earlier round that it goes on with, as long as the year itself gave it no score. */
export async function carriedPassesOf(m: EntityManager, runIds: readonly string[]): Promise<Map<string, CarriedPass>> {
  if (runIds.length === 0) return new Map();
  const rows = await select<CarriedPass & { readonly id: string }>(
    m,
    `SELECT r.id, e.year, e.superior_score AS score FROM branch_runs r
       JOIN branch_runs e ON e.branch_id = r.branch_id AND e.year = (SELECT MAX(b.year) FROM branch_runs b
            WHERE b.branch_id = r.branch_id AND b.year < r.year AND b.superior_score IS NOT NULL)
      WHERE r.id IN (${marks(runIds)}) AND r.passed_before = 1 AND r.result = ${literal<Result>('passed')} AND r.superior_score IS NULL`,
    runIds,
  );
  return new Map(rows.map(({ id, ...pass }) => [id, pass]));
}

/** What the last earlier round of each of these branches decided on it; null while it still decides. */
export async function lastDispositions(
  m: EntityManager,
  branchIds: readonly string[],
  year: number,
): Promise<Map<string, Disposition | null>> {
  if (branchIds.length === 0) return new Map();
  const rows = await select<{ branchId: string; disposition: Disposition | null }>(
    m,
    'SELECT branch_id AS branchId, disposition FROM branch_runs WHERE year < ? AND branch_id IN (?) ORDER BY year',
    [year, branchIds],
  );
  return new Map(rows.map(({ branchId, disposition }) => [branchId, disposition]));
}
