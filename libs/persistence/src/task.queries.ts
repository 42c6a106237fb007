import type { EntityManager } from 'typeorm';
import type { CivilDate, Instant, Light, OfficeRef } from '@app/domain';
import { lightsOfRuns } from './light.queries';
import { marks, select } from './select';

/** One run that waits for an office of the asker. */
export interface Task {
  readonly kind: 'branch-run' | 'organisation-run' | 'spot-check';
  readonly runId: string;
  readonly workflowId: string;
  readonly year: number;
  /** The body it is about. */
  readonly code: string;
  readonly name: string;
  readonly step: string;
  readonly since: Instant;
  readonly office: OfficeRef;
  readonly light: Light | null;
  /** The earliest date that still binds the run. */
  readonly dueDate: CivilDate | null;
}

type TaskRow = Omit<Task, 'since' | 'office' | 'light' | 'dueDate'> & {
  readonly since: Date;
  readonly role: OfficeRef['role'];
  readonly bodyKind: OfficeRef['bodyKind'];
  readonly bodyId: string;
};

/** The longest list of tasks; who has more works from the list of runs. */
const LONGEST = 500;

/** What waits for these offices at `now`, the most urgent date first. */
export async function tasksOf(
  m: EntityManager,
  offices: readonly (Pick<OfficeRef, 'role' | 'bodyId'> & { readonly campaignId: string })[],
  now: Instant,
): Promise<Task[]> {
  if (offices.length === 0) return [];
  const kinds = [
    waitingRuns('branch-run', 'branch_runs', ['branches', 'branch_id'], offices),
    waitingRuns('organisation-run', 'organisation_runs', ['organisations', 'organisation_id'], offices),
    waitingRuns('spot-check', 'spot_checks', null, offices),
  ];
  const rows = await select<TaskRow>(
    m,
    `SELECT * FROM (${kinds.map(({ sql }) => `(${sql})`).join(' UNION ALL ')}) t ORDER BY t.since, t.runId LIMIT ${LONGEST}`,
    kinds.flatMap(({ parameters }) => parameters),
  );
  const ids = rows.map(({ runId }) => runId);
  const [lights, dates] = [await lightsOfRuns(m, ids, now), await datesOf(m, ids)];
  const tasks = rows.map(({ role, bodyKind, bodyId, since, ...row }) => ({
    ...row,
    code: String(row.code),
    since: since.toISOString(),
    office: { role, bodyKind, bodyId },
    light: lights.get(row.runId) ?? null,
    dueDate: dates.get(row.runId) ?? null,
  }));
  const urgency = ({ dueDate, since }: Task) => `${dueDate ?? '9999'}/${since}`;
  return tasks.sort((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0));
}

/** The longest waiting runs of one kind, found in the index of who is waited for; only these rows are read. */
function waitingRuns(
  kind: Task['kind'],
  table: string,
  about: readonly [table: string, column: string] | null,
  offices: Parameters<typeof tasksOf>[1],
): { readonly sql: string; readonly parameters: readonly string[] } {
  const campaigns = [...new Set(offices.map(({ campaignId }) => campaignId))];
  return {
    sql: `SELECT '${kind}' AS kind, r.id AS runId, ${about ? 'b.code, b.name' : "r.no AS code, '' AS name"},
            r.workflow_id AS workflowId, r.year, r.step, r.since, r.waiting_role AS role,
            r.waiting_body_kind AS bodyKind, r.waiting_body_id AS bodyId
       FROM (SELECT w.id FROM ${table} w WHERE w.campaign_id IN (${marks(campaigns)})
               AND (w.waiting_body_id, w.waiting_role) IN (${offices.map(() => '(?, ?)').join(', ')})
              ORDER BY w.since, w.id LIMIT ${LONGEST}) s
       JOIN ${table} r ON r.id = s.id ${about ? `JOIN ${about[0]} b ON b.id = r.${about[1]}` : ''}`,
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
