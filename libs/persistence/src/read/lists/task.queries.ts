import { type EntityManager, In } from 'typeorm';
import {
  appliesUntil,
  type BranchStep,
  conclusionsFault,
  deedAt,
  type Instant,
  type OfficeRef,
  PERMISSIONS,
  SEES_TASKS_OF,
  shanghaiDateOf,
  STEP_BEFORE_LIST,
  STEP_WORDS,
  stepsOfDeeds,
  tableOf,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { conclusionList } from '../../write/generated-list';
import { DocumentEntity } from '../../tables/document.entity';
import { BranchRunEntity } from '../../tables/branch-run.entity';
import { OrganisationRunEntity } from '../../tables/organisation-run.entity';
import { SpotCheckEntity } from '../../tables/spot-check.entity';
import { type Awaited, awaitedOfRuns } from '../awaited.queries';
import { branchStates } from '../lookup.queries';
import { withoutBarred } from '../barred.queries';
import { paperBoxesOf } from '../counting.queries';
import { filingSendersOf } from '../dated-events.queries';
import { holdersOfAll, officeKey } from '../holder.queries';
import { idsOf, type Listed, literal, literals, marks, pageOfWhole, type PageRequest, select } from '../select';
import { overturnsOf, roundTasksOf } from './committee-task.queries';
import { SPOT_CHECK_NAME } from './name.queries';
import { problemsOf } from './problem-task.queries';
import { slipTasksOf } from './slip-task.queries';
import { type Asker, inWords, LONGEST, type OfficeOf, type Task } from './task-line';

/** One page of what waits for these offices at `now`, of the problems of this person and of slips, the most urgent date first. */
export async function listTasks(
  m: EntityManager,
  asker: Asker,
  { page, now }: { readonly page: PageRequest; readonly now: Instant },
): Promise<Listed<Task>> {
  const tasks = [
    ...(await waitingFor(m, asker, now)),
    ...(await overturnsOf(m, asker)),
    ...(await roundTasksOf(m, asker, now)),
    ...(await problemsOf(m, asker, now)),
    ...(await slipTasksOf(m, asker, now)),
  ];
  const keyOf = ({ dueDate, since, code, id, step }: Task) => [dueDate ?? '9999', since ?? '', code, id, step];
  return pageOfWhole(tasks, keyOf, page);
}

type TaskRow = Pick<Task, 'id' | 'workflowId' | 'year' | 'code' | 'name'> & {
  readonly kind: RunOfTask;
  readonly step: keyof typeof STEP_WORDS;
  readonly since: Date;
  readonly role: OfficeRef['role'];
  readonly bodyKind: OfficeRef['bodyKind'];
  readonly bodyId: string;
  readonly branchId: string | null;
  readonly held?: Task['held'];
  readonly isStuck?: boolean;
};

async function waitingFor(m: EntityManager, { offices: held, personId }: Asker, now: Instant): Promise<Task[]> {
  if (held.length === 0) return [];
  const offices = held.flatMap((one) => [one, ...(SEES_TASKS_OF[one.role] ?? []).map((role) => ({ ...one, role }))]);
  const kinds = RUNS_OF_TASKS.map((kind) => waitingRuns(offices, kind));
  const found = await select<TaskRow>(
    m,
    `SELECT * FROM (${kinds.map(({ sql }) => `(${sql})`).join(' UNION ALL ')}) t ORDER BY t.since, t.workflowId`,
    kinds.flatMap(({ parameters }) => parameters),
  );
  const seconds = await secondCountsFor(m, { offices: held, personId: personId ?? '' });
  const counts = seconds.filter(({ id }) => !found.some((row) => row.id === id));
  const open = await withoutOver(m, [...found, ...counts], now);
  const rows = await whatHeMay(m, personId ?? '', await whatIsReady(m, open));
  const boxes = await paperBoxesOf(m, idsOf(rows));
  const deedOf = ({ kind, id, step }: TaskRow) =>
    boxes.get(id)?.secondCounterId === null ? 'enterBallotCount' : deedAt(kind, step);
  const dates = new Map<string, Awaited>();
  for (const kind of RUNS_OF_TASKS) {
    const ids = idsOf(rows.filter((row) => row.kind === kind));
    for (const [id, awaited] of await awaitedOfRuns(m, { kind, ids }, now)) dates.set(id, awaited);
  }
  return rows.map((row) => {
    const { role, bodyKind, bodyId, since, branchId: _branch, held = null, isStuck = false, ...line } = row;
    const { light = null, dueDate = null, workdaysLeft = null } = dates.get(row.id) ?? {};
    return {
      ...line,
      ...inWords(STEP_WORDS[row.step], held || isStuck ? null : deedOf(row)),
      held,
      isStuck,
      code: String(row.code),
      runId: null,
      since: toInstant(since),
      office: { role, bodyKind, bodyId },
      ...{ light, dueDate, workdaysLeft },
    };
  });
}

/**
 * An organisation has conclusions to hand over once none of its branches lacks one, and there is something new to say: since
 * the last. While branches wait for that list and others lack one, it is told so.
 */
async function whatIsReady(m: EntityManager, rows: readonly TaskRow[]): Promise<TaskRow[]> {
  const ready: TaskRow[] = [];
  for (const row of rows) {
    if (row.kind !== 'organisation-run' || deedAt(row.kind, row.step) !== 'submitConclusions') ready.push(row);
    else {
      const list = await listToHandOver(m, row.id);
      if (list) ready.push({ ...row, ...list, since: list.since > row.since ? list.since : row.since });
    }
  }
  return ready;
}

/** A branch that failed applies again by its date or in the next round: after it nothing waits for it, only a late entry could be made. */
async function withoutOver(m: EntityManager, rows: readonly TaskRow[], now: Instant): Promise<TaskRow[]> {
  const rectifying = idsOf(rows.filter(({ step }) => step === 'rectifying'));
  if (rectifying.length === 0) return [...rows];
  const runs = await m.find(BranchRunEntity, {
    where: { id: In(rectifying) },
    select: { id: true, setting: true, state: true },
  });
  const today = shanghaiDateOf(now);
  const over = runs.filter(({ setting, state }) => (appliesUntil(setting, state) ?? today) < today);
  return rows.filter(({ id }) => !over.some((run) => run.id === id));
}

/** Since when there is a list to hand over, or branches wait for one that others hold up; null where neither is so. */
async function listToHandOver(m: EntityManager, runId: string): Promise<Pick<TaskRow, 'since' | 'held'> | null> {
  const { organisationId, year, state } = await m.findOneByOrFail(OrganisationRunEntity, { id: runId });
  const { listNo } = state;
  const { body, pending } = await conclusionList(m, { runId, organisationId, year, listNo });
  const states = (await branchStates(m, organisationId, year)).map((branch) => branch.state);
  const reached = (of: typeof states) => of.map(({ concludedAt }) => Date.parse(concludedAt ?? '') || 0);
  if (pending.length > 0) {
    const waiting = states.filter(({ step, disposition }) => step === STEP_BEFORE_LIST && disposition !== 'excluded');
    if (waiting.length === 0) return null;
    return { since: new Date(Math.min(...reached(waiting))), held: { branches: waiting.length, lacking: pending } };
  }
  if (body.passed.length === 0 && listNo > 0) return null;
  return { since: new Date(Math.max(0, ...reached(states))), held: null };
}

/** Whether a list of conclusions would be taken now: no branch lacks its own, and it says what the one before the party group does not. */
export async function isListReady(m: EntityManager, runId: string): Promise<boolean> {
  const { organisationId, year, step, state } = await m.findOneByOrFail(OrganisationRunEntity, { id: runId });
  const { listNo, listId } = state;
  const { body, digest, pending } = await conclusionList(m, { runId, organisationId, year, listNo });
  const laid = step === 'deciding' ? await m.findOneBy(DocumentEntity, { id: listId ?? '' }) : null;
  return conclusionsFault({ digest, passed: body.passed, pending, waiting: laid?.digest ?? null }, listNo) === null;
}

/**
 * Whoever belongs to a branch is not asked to judge it, nor who judged it already; a recheck that a second person is to confirm
 * is his; who froze a population does not reveal the draw, and is told where nobody else could; nor does who sent a filing
 * register it, nor who counted a paper ballot first count it again.
 */
async function whatHeMay(m: EntityManager, personId: string, rows: readonly TaskRow[]): Promise<TaskRow[]> {
  const runs = rows.flatMap(({ id, branchId, year, step }) =>
    branchId === null ? [] : [{ id, branchId, year, step: step as BranchStep }],
  );
  const may = new Set(idsOf(await withoutBarred(m, personId, runs)));
  const proposed = await proposedAmong(
    m,
    runs.filter(({ step }) => step === 'rechecking').map(({ id }) => id),
  );
  const counted = [...(await paperBoxesOf(m, idsOf(runs)))].flatMap(([id, { firstCounterId }]) =>
    firstCounterId === personId ? id : [],
  );
  const frozen = await frozenBy(m, personId, rows);
  const own = new Set([...idsOf(frozen), ...(await sentBy(m, personId, rows)), ...counted]);
  const his = rows.filter(
    ({ id, branchId }) => !own.has(id) && (branchId === null || (may.has(id) && !proposed.has(id))),
  );
  return [...his, ...(await withoutSecond(m, personId, frozen))];
}

/** Of what waits for another holder of an office that he holds, that for which there is none. */
async function withoutSecond(m: EntityManager, personId: string, rows: readonly TaskRow[]): Promise<TaskRow[]> {
  const holders = await holdersOfAll(m, rows);
  const isAlone = (row: TaskRow) => (holders.get(officeKey(row)) ?? []).every((holder) => holder.personId === personId);
  return rows.filter(isAlone).map((row) => ({ ...row, isStuck: true }));
}

/**
 * Paper ballots of which the only holder of the office that is waited for made the first count: they wait for the other offices
 * that may count.
 */
async function secondCountsFor(
  m: EntityManager,
  { offices, personId }: { readonly offices: readonly OfficeOf[]; readonly personId: string },
): Promise<TaskRow[]> {
  const counting = offices.filter(({ role }) => PERMISSIONS.enterBallotCount.roles.includes(role));
  if (counting.length === 0) return [];
  const columns = `'branch-run' AS kind, r.id, r.workflow_id AS workflowId, r.year, r.step, r.since, b.code, b.name, r.branch_id AS branchId`;
  const rows = await select<Omit<TaskRow, 'role' | 'bodyKind' | 'bodyId'> & { readonly bodyId: string }>(
    m,
    `SELECT ${columns}, r.waiting_body_id AS bodyId
       FROM branch_runs r JOIN branches b ON b.id = r.branch_id
       JOIN ballot_boxes x ON x.branch_run_id = r.id AND x.closed_at IS NULL
      WHERE r.waiting_body_id IN (${marks(counting)}) AND r.step = ${literal<BranchStep>('balloting')}
        AND x.first_counter_id <> ? AND NOT EXISTS (SELECT 1 FROM offices o
              WHERE o.body_id = r.waiting_body_id AND o.role = r.waiting_role AND o.valid_to IS NULL
                AND (o.person_id <> x.first_counter_id OR o.deputy_id <> x.first_counter_id))
      ORDER BY r.since, r.id LIMIT ${LONGEST}`,
    [...counting.map(({ bodyId }) => bodyId), personId],
  );
  return rows.flatMap((row) => {
    const office = counting.find(({ bodyId }) => bodyId === row.bodyId);
    return office ? { ...row, role: office.role, bodyKind: office.bodyKind } : [];
  });
}

async function frozenBy(m: EntityManager, personId: string, rows: readonly TaskRow[]): Promise<TaskRow[]> {
  const frozen = rows.filter(({ kind, step }) => kind === 'spot-check' && step === 'frozen');
  const checks = await m.find(SpotCheckEntity, { select: { id: true, state: true }, where: { id: In(idsOf(frozen)) } });
  const his = new Set(idsOf(checks.filter(({ state }) => state.frozenBy === personId)));
  return frozen.filter(({ id }) => his.has(id));
}

async function sentBy(m: EntityManager, personId: string, rows: readonly TaskRow[]): Promise<string[]> {
  const sent = rows.filter(({ kind, step }) => kind === 'organisation-run' && deedAt(kind, step) === 'registerFiling');
  const senders = await filingSendersOf(m, idsOf(sent));
  return idsOf(sent.filter(({ id }) => senders.get(id) === personId));
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

/** The kinds of run that wait for an office one by one; a campaign waits for the committee all its years. */
const RUNS_OF_TASKS = ['branch-run', 'organisation-run', 'spot-check'] as const;

type RunOfTask = (typeof RUNS_OF_TASKS)[number];

/** What a waiting run is about. */
const ABOUT: Readonly<Record<RunOfTask, { readonly columns: string; readonly join: string }>> = {
  'branch-run': { columns: 'b.code, b.name, r.branch_id AS branchId', join: 'JOIN branches b ON b.id = r.branch_id' },
  'organisation-run': {
    columns: 'b.code, b.name, NULL AS branchId',
    join: 'JOIN organisations b ON b.id = r.organisation_id',
  },
  'spot-check': { columns: `r.no AS code, ${SPOT_CHECK_NAME} AS name, NULL AS branchId`, join: '' },
};

/**
 * The longest waiting runs of one kind, found in the index of who is waited for; only these rows are read. A run that waits for
 * what is done to another is that one's task: a branch on a list is its organisation's.
 */
function waitingRuns(
  offices: readonly OfficeOf[],
  kind: RunOfTask,
): { readonly sql: string; readonly parameters: readonly string[] } {
  const [table, about] = [tableOf(kind), ABOUT[kind]];
  const campaigns = [...new Set(offices.map(({ campaignId }) => campaignId))];
  return {
    sql: `SELECT '${kind}' AS kind, r.id, r.workflow_id AS workflowId, r.year, r.step, r.since, r.waiting_role AS role,
            r.waiting_body_kind AS bodyKind, r.waiting_body_id AS bodyId, ${about.columns}
       FROM (SELECT w.id FROM ${table} w WHERE w.campaign_id IN (${marks(campaigns)})
               AND (w.waiting_body_id, w.waiting_role) IN (${offices.map(() => '(?, ?)').join(', ')})
               AND w.step IN (${literals(stepsOfDeeds(kind))})
              ORDER BY w.since, w.id LIMIT ${LONGEST}) s
       JOIN ${table} r ON r.id = s.id ${about.join}`,
    parameters: [...campaigns, ...offices.flatMap(({ bodyId, role }) => [bodyId, role])],
  };
}
