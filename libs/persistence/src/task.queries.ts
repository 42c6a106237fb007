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
  offices: readonly Pick<OfficeRef, 'role' | 'bodyId'>[],
  now: Instant,
): Promise<Task[]> {
  if (offices.length === 0) return [];
  const pairs = offices.map(() => '(?, ?)').join(', ');
  const held = offices.flatMap(({ bodyId, role }) => [bodyId, role]);
  const common = `r.workflow_id AS workflowId, r.year, r.step, r.since, r.waiting_role AS role,
    r.waiting_body_kind AS bodyKind, r.waiting_body_id AS bodyId`;
  const waits = `(r.waiting_body_id, r.waiting_role) IN (${pairs})`;
  const rows = await select<TaskRow>(
    m,
    `SELECT * FROM (
       SELECT 'branch-run' AS kind, r.id AS runId, b.code, b.name, ${common} FROM branch_runs r
         JOIN branches b ON b.id = r.branch_id WHERE ${waits}
       UNION ALL
       SELECT 'organisation-run', r.id, o.code, o.name, ${common} FROM organisation_runs r
         JOIN organisations o ON o.id = r.organisation_id WHERE ${waits}
       UNION ALL
       SELECT 'spot-check', r.id, r.no, '', ${common} FROM spot_checks r WHERE ${waits}) t
      ORDER BY t.since, t.runId LIMIT ${LONGEST}`,
    [...held, ...held, ...held],
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
