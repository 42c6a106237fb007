import { type EntityManager, In } from 'typeorm';
import {
  type Deadline,
  type DeadlineBody,
  type DeadlineOrder,
  DomainError,
  type Instant,
  meetDeadline,
  moveDeadline,
  nextRungAt,
  type PlannedRung,
  planDeadline,
  type Programme,
  shanghaiDateOf,
  addWorkdays,
  type Spoken,
  voidDeadline,
} from '@app/domain';
import { DeadlineEntity, KeeperEntity, type StoredRung } from './deadline.entity';
import { idOf } from './ids';
import { calendarOf } from './calendar';

/** The run whose dates are kept, and where. */
export interface DeadlineHome {
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly runId: string;
  readonly stream: string;
  readonly year: number;
  readonly organisationId: string;
  readonly branchId: string | null;
  /** Keeper of the organisation and of the committee. */
  readonly keeperId: string;
  readonly committeeKeeperId: string;
}

/** What the orders did: facts for the stream, and the keepers that must look again. */
export interface DeadlineOutcome {
  readonly facts: readonly { readonly type: string; readonly payload: unknown }[];
  /** `surely`: a met or void deadline has a slip, which is to be closed. */
  readonly wake: readonly { readonly keeperId: string; readonly surely: boolean }[];
}

/** The rule's deadline from its row; the ladder's words come from the frozen programme. */
export function toDeadline(row: DeadlineEntity, programme: Programme): Deadline {
  return { ...row, rungs: row.rungs.map((rung) => plannedRung(rung, row.body, programme)) };
}

/** The columns of a deadline that its rule may change. */
export function deadlineColumns(deadline: Deadline): Partial<DeadlineEntity> {
  const { generation, openedAt, remindByDate, dueDate, nearAt, dueAt, veryLateAt, originalDueAt } = deadline;
  const { pausedAt, breachedAt, metAt, metHow, voidedAt } = deadline;
  return {
    generation,
    openedAt,
    remindByDate,
    dueDate,
    nearAt,
    dueAt,
    veryLateAt,
    originalDueAt,
    pausedAt,
    breachedAt,
    metAt,
    metHow,
    voidedAt,
    rungs: deadline.rungs.map(storedRung),
    nextRungAt: nextActionAt(deadline),
    nextReminderAt: nextRungAt(deadline, 'remind'),
  };
}

/**
 * The instant the keeper must act at next: an escalation, or the expiry of a correction or a registration, which has a
 * consequence of its own (silence registers; a filing not corrected loses its sending date).
 */
export function nextActionAt(deadline: Deadline): Instant | null {
  const rung = nextRungAt(deadline, 'escalate');
  const open = deadline.metAt === null && deadline.voidedAt === null && deadline.pausedAt === null;
  const expires =
    open && (deadline.kind === 'registration' || (deadline.kind === 'correction' && deadline.body === 'organisation'));
  if (!expires) return rung;
  return rung !== null && rung < deadline.dueAt ? rung : deadline.dueAt;
}

/** Carries out a decision's deadline orders on the run's own rows, in the decision's transaction. */
export async function applyDeadlineOrders(
  m: EntityManager,
  home: DeadlineHome,
  orders: readonly DeadlineOrder[],
  at: Instant,
  spoken: Spoken | null,
  programme: Programme,
): Promise<DeadlineOutcome> {
  if (orders.length === 0) return { facts: [], wake: [] };
  await holdKeepers(m, home, orders);
  const rows = await m.find(DeadlineEntity, { where: { runId: home.runId }, lock: { mode: 'pessimistic_write' } });
  const calendar = await calendarOf(m);
  const facts: { type: string; payload: unknown }[] = [];
  const wake = new Map<string, boolean>();
  const open = () => rows.filter((row) => row.metAt === null && row.voidedAt === null);
  const change = async (row: DeadlineEntity, deadline: Deadline) => {
    const columns = deadlineColumns(deadline);
    await m.update(DeadlineEntity, { id: row.id }, columns);
    Object.assign(row, columns);
  };
  for (const order of orders) {
    const standing = order.action === 'open' && open().find(({ kind }) => kind === order.kind);
    if (order.action === 'open' && standing) {
      const { remindByDate, dueDate } = order;
      if (remindByDate === standing.remindByDate && dueDate === standing.dueDate) continue;
      const moved = moveDeadline(toDeadline(standing, programme), { remindByDate, dueDate, movedAt: at }, calendar);
      await change(standing, moved);
      facts.push({ type: 'deadline-moved', payload: movedPayload(standing, at) });
      wake.set(standing.keeperId, wake.get(standing.keeperId) ?? false);
      continue;
    }
    if (order.action === 'open' || order.action === 'open-in-workdays') {
      for (const row of open().filter(({ kind }) => kind === order.kind)) {
        await change(row, voidDeadline(toDeadline(row, programme), at));
        facts.push({ type: 'deadline-voided', payload: { at, deadlineId: row.id } });
      }
      const no = rows.filter(({ kind }) => kind === order.kind).length + 1;
      const dueDate =
        order.action === 'open' ? order.dueDate : addWorkdays(shanghaiDateOf(at), order.workdays, calendar);
      const planned = planDeadline(
        {
          id: idOf(home.runId, 'deadline', order.kind, no),
          kind: order.kind,
          body: order.body,
          openedAt: at,
          remindByDate: order.action === 'open' ? order.remindByDate : dueDate,
          dueDate,
          ladder: programme.ladders[order.body],
        },
        calendar,
      );
      const deadline = order.action === 'open' ? { ...planned, breachedAt: breachOf(rows, order.kind) } : planned;
      const keeperId = keeperOf(home, order.body);
      const row = m.create(DeadlineEntity, {
        id: deadline.id,
        campaignId: home.campaignId,
        programmeVersion: home.programmeVersion,
        runId: home.runId,
        stream: home.stream,
        year: home.year,
        organisationId: home.organisationId,
        branchId: order.body === 'branch' ? home.branchId : null,
        keeperId,
        kind: order.kind,
        no,
        body: order.body,
        ...deadlineColumns(deadline),
      });
      await m.insert(DeadlineEntity, row);
      rows.push(row);
      facts.push({ type: 'deadline-opened', payload: openedPayload(row, at) });
      if (row.nextRungAt !== null) wake.set(keeperId, wake.get(keeperId) ?? false);
      continue;
    }
    const meant = order.action === 'void-all' ? open() : open().filter(({ kind }) => kind === order.kind);
    for (const row of meant) {
      const before = toDeadline(row, programme);
      if (order.action === 'meet') {
        const met = meetDeadline(before, meetingOf(order.submittedAt, spoken), calendar, programme.lateEntryWorkdays);
        await change(row, met);
        facts.push({ type: 'deadline-met', payload: { at: met.metAt, deadlineId: row.id, metHow: met.metHow } });
      } else {
        await change(row, voidDeadline(before, at));
        facts.push({ type: 'deadline-voided', payload: { at, deadlineId: row.id } });
      }
      const slipped = before.generation > 1 || before.rungs.some(({ slip, firedAt }) => slip && firedAt !== null);
      if (slipped) wake.set(row.keeperId, true);
    }
  }
  return { facts, wake: [...wake].map(([keeperId, surely]) => ({ keeperId, surely })) };
}

/**
 * What is opened is compared with the instant its keeper sleeps for: until both are written the keeper must not look. It
 * takes its own row before the deadlines, as here, so that neither waits for the other in a circle.
 */
async function holdKeepers(m: EntityManager, home: DeadlineHome, orders: readonly DeadlineOrder[]): Promise<void> {
  const ids = orders.flatMap((order) => ('body' in order ? [keeperOf(home, order.body)] : []));
  if (ids.length === 0) return;
  await m.find(KeeperEntity, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_read' } });
}

function keeperOf(home: DeadlineHome, body: DeadlineBody): string {
  return body === 'committee' ? home.committeeKeeperId : home.keeperId;
}

/** Everything the fold needs to make the row again. */
function openedPayload(row: DeadlineEntity, at: Instant): Record<string, unknown> {
  const { id: deadlineId, keeperId, runId, year, kind, no, body, organisationId, branchId } = row;
  const { remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs } = row;
  return {
    at,
    deadlineId,
    keeperId,
    runId,
    year,
    kind,
    no,
    body,
    organisationId,
    branchId,
    remindByDate,
    dueDate,
    nearAt,
    dueAt,
    veryLateAt,
    ...(row.breachedAt !== null && { breachedAt: row.breachedAt }),
    rungs,
  };
}

/** A moved date: all that its new generation changes. */
function movedPayload(row: DeadlineEntity, at: Instant): Record<string, unknown> {
  const { id: deadlineId, generation, remindByDate, dueDate, nearAt, dueAt, veryLateAt, breachedAt, rungs } = row;
  return { at, deadlineId, generation, remindByDate, dueDate, nearAt, dueAt, veryLateAt, breachedAt, rungs };
}

/** A date that had passed before nobody owed it any more stays broken when it is owed again. */
function breachOf(rows: readonly DeadlineEntity[], kind: DeadlineEntity['kind']): Instant | null {
  const [last] = rows.filter((row) => row.kind === kind).sort((left, right) => right.no - left.no);
  if (!last?.voidedAt) return null;
  return last.breachedAt ?? (last.voidedAt >= last.dueAt ? last.dueAt : null);
}

function meetingOf(submittedAt: Instant, spoken: Spoken | null) {
  return {
    submittedAt,
    ...(spoken?.happenedOn && { happenedAt: spoken.happenedOn }),
    ...(spoken?.lateEntry && { lateEntry: { paperDate: spoken.lateEntry.paperDate, recordedAt: spoken.receivedAt } }),
  };
}

/** A rung as stored and recorded. */
export function storedRung(rung: PlannedRung): StoredRung {
  return [rung.rung, rung.at, rung.firedAt ?? (rung.skipped ? 1 : 0)];
}

function plannedRung([name, at, state]: StoredRung, body: DeadlineEntity['body'], programme: Programme): PlannedRung {
  const definition = programme.ladders[body].find(
    (rung) => (rung.offset > 0 ? `+${rung.offset}` : `${rung.offset}`) === name,
  );
  if (!definition) throw new DomainError('internal', '方案中没有这一级催办', { rung: name, body });
  return { ...definition, rung: name, at, skipped: state === 1, firedAt: typeof state === 'string' ? state : null };
}
