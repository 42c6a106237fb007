import { type EntityManager, In, IsNull, Not } from 'typeorm';
import {
  awaitedDate,
  type CivilDate,
  type DeadlineKind,
  holdsUp,
  type Instant,
  type Light,
  type OfficeRef,
  processOf,
  type RunKind,
  shanghaiDateOf,
  STEPS_UNHURRIED,
  type Target,
  workdaysLeft,
} from '@app/domain';
import { calendarOf } from '../write/calendar';
import { lightOfRank, lightRankSql, openSql } from './light.queries';
import { officeKey } from './holder.queries';
import { idsOf, marks, select } from './select';
import { BranchRunEntity } from '../tables/branch-run.entity';
import type { DeadlineEntity } from '../tables/deadline.entity';

/** The date by which what a run stands at is needed. */
export interface Awaited {
  readonly kind: DeadlineKind;
  /** Null while it waits for a holiday notice. */
  readonly dueDate: CivilDate | null;
  /** Negative by the workdays that have passed since; null where no notice tells. */
  readonly workdaysLeft: number | null;
  readonly light: Light;
}

/** Where a run stands, and the organisation's run that may wait for it. */
interface Standing {
  readonly id: string;
  readonly step: string;
  readonly target: Target | null;
  readonly aboveId: string | null;
}

const STANDING: Readonly<Partial<Record<RunKind, string>>> = {
  'branch-run': `SELECT r.id, r.step, r.target, o.id AS aboveId FROM branch_runs r
    LEFT JOIN organisation_runs o ON o.organisation_id = r.organisation_id AND o.year = r.year WHERE r.id`,
  'organisation-run': `SELECT r.id, r.step, NULL AS target, NULL AS aboveId FROM organisation_runs r WHERE r.id`,
};

/** By which date each of these runs is waited for at `now`; a run that no date binds is not among them. */
export async function awaitedOfRuns(
  m: EntityManager,
  { kind, ids }: { readonly kind: RunKind; readonly ids: readonly string[] },
  now: Instant,
): Promise<Map<string, Awaited>> {
  const standing = STANDING[kind];
  if (!standing || ids.length === 0) return new Map();
  const runs = await select<Standing>(m, `${standing} IN (${marks(ids)})`, ids);
  const dates = await openDates(
    m,
    runs.flatMap(({ id, aboveId }) => (aboveId === null ? [id] : [id, aboveId])),
    now,
  );
  const { steps } = processOf(kind);
  return new Map(
    runs.flatMap(({ id, step, target, aboveId }) => {
      const open = { own: dates.get(id) ?? [], above: dates.get(aboveId ?? '') ?? [] };
      const awaited = awaitedDate(steps[step]?.dates, open, target);
      return awaited ? [[id, awaited] as const] : [];
    }),
  );
}

/** Which deadline each of these runs is waited for by at `now`, its own or one of its organisation's; none that no date binds. */
export async function awaitedDeadlines(
  m: EntityManager,
  { kind, ids }: { readonly kind: RunKind; readonly ids: readonly string[] },
  now: Instant,
): Promise<Map<string, string>> {
  const standing = STANDING[kind];
  if (!standing || ids.length === 0) return new Map();
  const runs = await select<Standing>(m, `${standing} IN (${marks(ids)})`, ids);
  const wanted = [...new Set(runs.flatMap(({ id, aboveId }) => (aboveId === null ? [id] : [id, aboveId])))];
  if (wanted.length === 0) return new Map();
  const dates = await select<{ id: string; runId: string; kind: DeadlineKind; dueDate: CivilDate | null }>(
    m,
    `SELECT d.id, d.run_id AS runId, d.kind, d.due_date AS dueDate FROM deadlines d
      WHERE d.run_id IN (${marks(wanted)}) AND ${openSql('d', now)}`,
    wanted,
  );
  const { steps } = processOf(kind);
  return new Map(
    runs.flatMap(({ id, step, target, aboveId }) => {
      const open = {
        own: dates.filter(({ runId }) => runId === id),
        above: dates.filter(({ runId }) => runId === aboveId),
      };
      const awaited = awaitedDate(steps[step]?.dates, open, target);
      return awaited ? [[id, awaited.id] as const] : [];
    }),
  );
}

/** The branches that are late by this date: the one that owes it, or those that hold up their organisation's, in the order of their codes. */
export async function lateBranches(
  m: EntityManager,
  { branchId, organisationId, year, kind }: Pick<DeadlineEntity, 'branchId' | 'organisationId' | 'year' | 'kind'>,
): Promise<string[]> {
  if (branchId !== null) return [branchId];
  const runs = await select<{ branchId: string; step: string; target: Target | null }>(
    m,
    `SELECT r.branch_id AS branchId, r.step, r.target FROM branch_runs r JOIN branches b ON b.id = r.branch_id
      WHERE r.organisation_id = ? AND r.year = ? ORDER BY b.code`,
    [organisationId, year],
  );
  const { steps } = processOf('branch-run');
  return runs.flatMap((run) => (holdsUp(steps[run.step]?.dates, kind, run.target) ? run.branchId : []));
}

async function openDates(m: EntityManager, runIds: readonly string[], now: Instant): Promise<Map<string, Awaited[]>> {
  const wanted = [...new Set(runIds)];
  const rows = await select<{ runId: string; kind: DeadlineKind; dueDate: CivilDate | null; light: string }>(
    m,
    `SELECT d.run_id AS runId, d.kind, d.due_date AS dueDate, ${lightRankSql('d', now)} AS light FROM deadlines d
      WHERE d.run_id IN (${marks(wanted)}) AND ${openSql('d', now)}`,
    wanted,
  );
  const calendar = await calendarOf(m);
  const today = shanghaiDateOf(now);
  // day by day through the calendar, so once for each day: the dates of a page fall on few
  const days = new Set(rows.flatMap(({ dueDate }) => dueDate ?? []));
  const left = new Map([...days].map((day) => [day, workdaysLeft(today, day, calendar)]));
  const dates = new Map<string, Awaited[]>();
  for (const { runId, kind, dueDate, light } of rows) {
    const date = { kind, dueDate, workdaysLeft: left.get(dueDate ?? '') ?? null, light: lightOfRank(light) as Light };
    dates.set(runId, [...(dates.get(runId) ?? []), date]);
  }
  return dates;
}

/** An office that a date is reminded at, and the run that it holds up; absent where it is the run of the date itself, or several. */
export type Reminded = OfficeRef & { readonly runId?: string };

/**
 * Who holds up a date of an organisation at `now`: the offices that its branches wait for, where that date is the one by which
 * they are waited for. An organisation cannot meet it without them, so it is they who are reminded beside the office that owes it.
 */
export async function holdersBelow(
  m: EntityManager,
  rows: readonly DeadlineEntity[],
  now: Instant,
): Promise<Map<string, Reminded[]>> {
  const dates = rows.filter(({ body }) => body === 'organisation');
  if (dates.length === 0) return new Map();
  const runs = await m.find(BranchRunEntity, {
    where: {
      organisationId: In([...new Set(dates.map(({ organisationId }) => organisationId))]),
      year: In([...new Set(dates.map(({ year }) => year))]),
      step: Not(In([...STEPS_UNHURRIED])),
      waitingRole: Not(IsNull()),
    },
    select: { id: true, waitingRole: true, waitingBodyKind: true, waitingBodyId: true },
    order: { id: 'ASC' },
  });
  const awaited = await awaitedDeadlines(m, { kind: 'branch-run', ids: idsOf(runs) }, now);
  const holding = new Map<string, Map<string, Reminded>>();
  for (const { id: runId, waitingRole: role, waitingBodyKind: bodyKind, waitingBodyId: bodyId } of runs) {
    const date = awaited.get(runId);
    if (date === undefined || role === null || bodyKind === null || bodyId === null) continue;
    const office: OfficeRef = { role, bodyKind, bodyId };
    const offices = holding.get(date) ?? new Map<string, Reminded>();
    holding.set(date, offices.set(officeKey(office), offices.has(officeKey(office)) ? office : { ...office, runId }));
  }
  return new Map([...holding].map(([date, offices]) => [date, [...offices.values()]]));
}
