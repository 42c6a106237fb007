import type { EntityManager } from 'typeorm';
import {
  type BranchStep,
  type CivilDate,
  type Instant,
  type Light,
  type OfficeRef,
  type OrganisationKind,
  type ProblemState,
  RUN_KINDS,
  type RunKind,
  tableOf,
} from '@app/domain';
import { withoutBarred } from '../barred.queries';
import { openLightsOfRuns } from '../light.queries';
import { SPOT_CHECK_NAME } from './name.queries';
import { Conditions, idsOf, literal, marks, select } from '../select';

type TaskKind = RunKind | 'recheck' | 'problem';

/** What waits for an office of the asker, or a problem that he owns. */
export interface Task {
  readonly kind: TaskKind;
  /** Of the run, the check or the problem. */
  readonly id: string;
  readonly workflowId: string | null;
  readonly year: number;
  /** The body it is about. */
  readonly code: string;
  readonly name: string;
  readonly step: string;
  /** Null for a problem: its dates are its own. */
  readonly since: Instant | null;
  /** Null for an owner who holds no office in the branch. */
  readonly office: OfficeRef | null;
  /** Of the dates that still bind it; null where none does. */
  readonly light: Light | null;
  /** The earliest date that still binds it. */
  readonly dueDate: CivilDate | null;
}

type TaskRow = Omit<Task, 'since' | 'office' | 'light' | 'dueDate'> & {
  readonly since: Date;
  readonly role: OfficeRef['role'];
  readonly bodyKind: OfficeRef['bodyKind'];
  readonly bodyId: string;
  readonly branchId: string | null;
};

/** The longest list of tasks; who has more works from the list of runs. */
const LONGEST = 500;

type OfficeOf = OfficeRef & { readonly campaignId: string };

/** Whose tasks are asked for. */
interface Asker {
  readonly campaignId: string;
  readonly personId: string | null;
  readonly offices: readonly OfficeOf[];
}

/** What waits for these offices at `now`, and the problems of this person, the most urgent date first. */
export async function tasksOf(m: EntityManager, asker: Asker, now: Instant): Promise<Task[]> {
  const tasks = [
    ...(await waitingFor(m, asker, now)),
    ...(await overturnsOf(m, asker)),
    ...(await problemsOf(m, asker, now)),
  ];
  const urgency = ({ dueDate, since }: Task) => `${dueDate ?? '9999'}/${since ?? ''}`;
  return tasks.sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0)).slice(0, LONGEST);
}

async function waitingFor(m: EntityManager, { offices, personId }: Asker, now: Instant): Promise<Task[]> {
  if (offices.length === 0) return [];
  const kinds = RUN_KINDS.flatMap((kind) => waitingRuns(offices, kind) ?? []);
  const found = await select<TaskRow>(
    m,
    `SELECT * FROM (${kinds.map(({ sql }) => `(${sql})`).join(' UNION ALL ')}) t ORDER BY t.since, t.id LIMIT ${LONGEST}`,
    kinds.flatMap(({ parameters }) => parameters),
  );
  const rows = await whatHeMay(m, personId ?? '', found);
  const ids = idsOf(rows);
  const [lights, dates] = [await openLightsOfRuns(m, ids, now), await datesOf(m, ids)];
  return rows.map(({ role, bodyKind, bodyId, since, branchId: _branch, ...row }) => ({
    ...row,
    code: String(row.code),
    since: since.toISOString(),
    office: { role, bodyKind, bodyId },
    light: lights.get(row.id) ?? null,
    dueDate: dates.get(row.id) ?? null,
  }));
}

/** Whoever belongs to a branch is not asked to judge it, nor who judged it already; a recheck that a second person is to confirm is his. */
async function whatHeMay(m: EntityManager, personId: string, rows: readonly TaskRow[]): Promise<TaskRow[]> {
  const runs = rows.flatMap(({ id, branchId, year, step }) =>
    branchId === null ? [] : [{ id, branchId, year, step: step as BranchStep }],
  );
  const may = new Set(idsOf(await withoutBarred(m, personId, runs)));
  const proposed = await proposedAmong(
    m,
    runs.filter(({ step }) => step === 'rechecking').map(({ id }) => id),
  );
  return rows.filter(({ id, branchId }) => branchId === null || (may.has(id) && !proposed.has(id)));
}

async function proposedAmong(m: EntityManager, runIds: readonly string[]): Promise<Set<string>> {
  if (runIds.length === 0) return new Set();
  const rows = await select<{ id: string }>(
    m,
    `SELECT branch_run_id AS id FROM rechecks
      WHERE branch_run_id IN (${marks(runIds)}) AND proposed_at IS NOT NULL AND concluded_at IS NULL`,
    runIds,
  );
  return new Set(idsOf(rows));
}

/** Rechecks that found against a pass and wait for a second person: an officer of the committee who may judge the branch. */
async function overturnsOf(m: EntityManager, { campaignId, personId, offices }: Asker): Promise<Task[]> {
  const office = offices.find(({ role }) => role === 'committee-officer');
  if (!office) return [];
  const rows = await select<
    Pick<Task, 'id' | 'workflowId' | 'year' | 'code' | 'name'> & { branchId: string; since: Date; step: BranchStep }
  >(
    m,
    `SELECT k.id, c.workflow_id AS workflowId, r.year, b.code, b.name, k.branch_id AS branchId, k.proposed_at AS since,
            ${literal<BranchStep>('rechecking')} AS step
       FROM rechecks k JOIN spot_checks c ON c.id = k.spot_check_id JOIN branch_runs r ON r.id = k.branch_run_id
       JOIN branches b ON b.id = k.branch_id
      WHERE k.campaign_id = ? AND k.proposed_at IS NOT NULL AND k.concluded_at IS NULL AND k.rechecker_id <> ?
      ORDER BY k.proposed_at, k.id LIMIT ${LONGEST}`,
    [campaignId, personId ?? ''],
  );
  return (await withoutBarred(m, personId ?? '', rows)).map(({ branchId: _branch, since, ...row }) => ({
    ...row,
    kind: 'recheck',
    since: since.toISOString(),
    office: toOfficeRef(office),
    light: null,
    dueDate: null,
  }));
}

/** Problems that this person is to solve, and those that were raised to an office of his (苏委工〔2020〕6号 三.3). */
async function problemsOf(m: EntityManager, { campaignId, personId, offices }: Asker, now: Instant): Promise<Task[]> {
  const bodies = (role: OfficeRef['role']) =>
    offices.flatMap((office) => (office.role === role ? [office.bodyId] : []));
  const mine = new Conditions().equal('p.owner_id', personId ?? '').add(`p.state = ${literal<ProblemState>('owned')}`);
  const raised = new Conditions()
    .equal('p.campaign_id', campaignId)
    .add(`p.state = ${literal<ProblemState>('raised')}`);
  const superior = new Conditions().among('b.organisation_id', bodies('organisation-officer'));
  const direct =
    bodies('committee-officer').length > 0 ? ` OR o.kind = ${literal<OrganisationKind>('direct-branch')}` : '';
  raised.add(`(${superior.sql}${direct})`, ...superior.parameters);
  const parts = [mine, raised];
  const rows = await select<Pick<Task, 'id' | 'year' | 'code' | 'name' | 'step' | 'dueDate'> & Standing>(
    m,
    parts
      .map(
        ({ sql }) => `(SELECT p.id, p.opened_year AS year, b.code, b.name, p.state AS step, p.due_date AS dueDate,
           p.branch_id AS branchId, b.organisation_id AS organisationId FROM problems p JOIN branches b ON b.id = p.branch_id
           JOIN organisations o ON o.id = b.organisation_id WHERE ${sql} ORDER BY p.due_date, p.id LIMIT ${LONGEST})`,
      )
      .join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  );
  const lights = await openLightsOfRuns(m, idsOf(rows), now);
  const inBranch = (branchId: string) => offices.find(({ bodyId }) => bodyId === branchId);
  const above = (organisationId: string) =>
    offices.find(({ role, bodyId }) => role === 'organisation-officer' && bodyId === organisationId) ??
    offices.find(({ role }) => role === 'committee-officer');
  return rows.map(({ branchId, organisationId, ...row }) => ({
    ...row,
    kind: 'problem',
    workflowId: null,
    since: null,
    office: toOfficeRef(row.step === 'owned' ? inBranch(branchId) : above(organisationId)),
    light: lights.get(row.id) ?? null,
  }));
}

function toOfficeRef(office: OfficeOf | undefined): OfficeRef | null {
  return office ? { role: office.role, bodyKind: office.bodyKind, bodyId: office.bodyId } : null;
}

interface Standing {
  readonly branchId: string;
  readonly organisationId: string;
}

/** What a waiting run is about; null of a campaign, which waits for the committee all its years and is nobody's task. */
const ABOUT: Readonly<Record<RunKind, { readonly columns: string; readonly join: string } | null>> = {
  'branch-run': { columns: 'b.code, b.name, r.branch_id AS branchId', join: 'JOIN branches b ON b.id = r.branch_id' },
  'organisation-run': {
    columns: 'b.code, b.name, NULL AS branchId',
    join: 'JOIN organisations b ON b.id = r.organisation_id',
  },
  'spot-check': { columns: `r.no AS code, ${SPOT_CHECK_NAME} AS name, NULL AS branchId`, join: '' },
  campaign: null,
};

/** What may be on a list of tasks. */
export const TASK_KINDS: readonly TaskKind[] = [
  ...RUN_KINDS.filter((kind) => ABOUT[kind] !== null),
  'recheck',
  'problem',
];

/** The longest waiting runs of one kind, found in the index of who is waited for; only these rows are read. */
function waitingRuns(
  offices: readonly OfficeOf[],
  kind: RunKind,
): { readonly sql: string; readonly parameters: readonly string[] } | null {
  const [table, about] = [tableOf(kind), ABOUT[kind]];
  if (about === null) return null;
  const campaigns = [...new Set(offices.map(({ campaignId }) => campaignId))];
  return {
    sql: `SELECT '${kind}' AS kind, r.id, r.workflow_id AS workflowId, r.year, r.step, r.since, r.waiting_role AS role,
            r.waiting_body_kind AS bodyKind, r.waiting_body_id AS bodyId, ${about.columns}
       FROM (SELECT w.id FROM ${table} w WHERE w.campaign_id IN (${marks(campaigns)})
               AND (w.waiting_body_id, w.waiting_role) IN (${offices.map(() => '(?, ?)').join(', ')})
              ORDER BY w.since, w.id LIMIT ${LONGEST}) s
       JOIN ${table} r ON r.id = s.id ${about.join}`,
    parameters: [...campaigns, ...offices.flatMap(({ bodyId, role }) => [bodyId, role])],
  };
}

async function datesOf(m: EntityManager, runIds: readonly string[]): Promise<Map<string, CivilDate>> {
  if (runIds.length === 0) return new Map();
  const rows = await select<{ runId: string; dueDate: CivilDate }>(
    m,
    `SELECT run_id AS runId, MIN(due_date) AS dueDate FROM deadlines
      WHERE run_id IN (${marks(runIds)}) AND met_at IS NULL AND voided_at IS NULL GROUP BY run_id`,
    runIds,
  );
  return new Map(rows.map(({ runId, dueDate }) => [runId, dueDate]));
}
