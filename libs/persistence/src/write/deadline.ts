import { type EntityManager, In } from 'typeorm';
import {
  type Deadline,
  type DeadlineBody,
  type DeadlineKind,
  type DeadlineMeeting,
  type DeadlineOrder,
  DomainError,
  earliest,
  expiryRuleOf,
  type Instant,
  type Ladder,
  ladderOf,
  meetTogether,
  missRungs,
  moveDeadline,
  nextRungAt,
  planDeadline,
  type PlannedRung,
  type Programme,
  type RunLight,
  runLightOf,
  type SlipEnd,
  type Attribution,
  voidDeadline,
  type EventType,
} from '@app/domain';
import { DeadlineEntity, KeeperEntity, type StoredRung } from '../tables/deadline.entity';
import { idOf } from '../record/ids';
import { calendarOf, type LoadedCalendar } from './calendar';

/** The run whose dates are kept, and where. */
export interface DeadlineHome {
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly runId: string;
  readonly stream: string;
  readonly year: number;
  readonly organisationId: string;
  readonly branchId: string | null;
  /** The run of the organisation, of a branch's. */
  readonly organisationRunId?: string;
  /** Keeper of the organisation and of the committee. */
  readonly keeperId: string;
  readonly committeeKeeperId: string;
}

/** A deadline that was met, or is owed no more. */
export interface EndedDeadline {
  readonly id: string;
  readonly how: Extract<SlipEnd, 'met' | 'not-owed'>;
}

/** What the orders did: events for the stream, and the keepers that must look again. */
export interface DeadlineOutcome {
  readonly events: readonly { readonly type: EventType; readonly payload: unknown }[];
  readonly wake: readonly string[];
  /** Whose slips are over with them. */
  readonly ended: readonly EndedDeadline[];
  /** What the run's light is read from now; absent where no date was touched. */
  readonly light?: RunLight;
}

/** The rule's deadline from its row; the ladder's words come from the frozen programme. */
export function toDeadline(row: DeadlineEntity, programme: Programme): Deadline {
  return { ...row, rungs: row.rungs.map((rung) => plannedRung(rung, row, programme)) };
}

/** The columns of a deadline that its rule may change. */
export function deadlineColumns(deadline: Deadline): Partial<DeadlineEntity> {
  const { generation, openedAt, workdays, remindByDate, dueDate, nearAt, dueAt, veryLateAt, originalDueAt } = deadline;
  const { pausedAt, breachedAt, metAt, metHow, voidedAt } = deadline;
  return {
    generation,
    openedAt,
    workdays,
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

/** The instant the keeper must act at next: an escalation, or an expiry that has a consequence of its own. */
export function nextActionAt(deadline: Deadline): Instant | null {
  const rung = nextRungAt(deadline, 'escalate');
  const open = deadline.metAt === null && deadline.voidedAt === null && deadline.pausedAt === null;
  return open && expiryRuleOf(deadline) ? earliest([rung, deadline.dueAt]) : rung;
}

/** Carries out a decision's deadline orders on the run's own rows, in the decision's transaction. */
export async function applyDeadlineOrders(
  m: EntityManager,
  home: DeadlineHome,
  { orders, at, attribution, programme }: Omit<OrderMoment, 'calendar'> & { readonly orders: readonly DeadlineOrder[] },
): Promise<DeadlineOutcome> {
  if (orders.length === 0) return { events: [], wake: [], ended: [] };
  const calendar = await calendarOf(m, { hold: true });
  await holdKeepers(m, home, orders);
  const rows = await m.find(DeadlineEntity, { where: { runId: home.runId }, lock: { mode: 'pessimistic_write' } });
  const run = new RunDeadlines(m, { home, rows }, { at, attribution, programme, calendar });
  for (const order of orders) await run.carryOut(order);
  return run.outcome();
}

type OpenOrder = Extract<DeadlineOrder, { readonly body: DeadlineBody }>;

interface OrderMoment {
  readonly at: Instant;
  readonly attribution: Attribution | null;
  readonly programme: Programme;
  readonly calendar: LoadedCalendar;
}

/** The deadlines of one run while the orders of one decision are carried out; what is done is kept for its events. */
class RunDeadlines {
  private readonly events: { readonly type: EventType; readonly payload: unknown }[] = [];
  private readonly wake = new Set<string>();
  private readonly ended: EndedDeadline[] = [];

  constructor(
    private readonly m: EntityManager,
    private readonly run: { readonly home: DeadlineHome; readonly rows: DeadlineEntity[] },
    private readonly moment: OrderMoment,
  ) {}

  async carryOut(order: DeadlineOrder): Promise<void> {
    if ('body' in order) return this.owe(order);
    const meant = order.action === 'void-all' ? this.open() : this.open(order.kind);
    const meetings = this.meetingsOf(order);
    for (const row of meant) await this.end(row, meetings);
  }

  outcome(): DeadlineOutcome {
    const { events, wake, ended } = this;
    return { events, wake: [...wake], ended, light: runLightOf(this.run.rows) };
  }

  /** A date that is owed already is moved, or stays as it is; one of so many workdays begins anew. */
  private async owe(order: OpenOrder): Promise<void> {
    const standing = this.open(order.kind);
    if (order.action === 'open' && standing[0]) return this.move(standing[0], order);
    for (const row of standing) await this.cancel(row);
    await this.begin(order);
  }

  private async move(row: DeadlineEntity, { remindByDate, dueDate }: OpenOrder & { action: 'open' }): Promise<void> {
    if (remindByDate === row.remindByDate && dueDate === row.dueDate) return;
    const { at: movedAt, programme, calendar } = this.moment;
    await this.change(row, moveDeadline(toDeadline(row, programme), { remindByDate, dueDate, movedAt }, calendar));
    this.events.push({ type: 'deadline-moved', payload: movedPayload(row, movedAt, calendar) });
    this.wake.add(row.keeperId);
  }

  private async begin(order: OpenOrder): Promise<void> {
    const { home, rows } = this.run;
    const { at, programme, calendar } = this.moment;
    const no = rows.filter(({ kind }) => kind === order.kind).length + 1;
    const planned = planDeadline(
      {
        id: idOf(home.runId, 'deadline', order.kind, no),
        kind: order.kind,
        body: order.body,
        openedAt: at,
        ...(order.action === 'open'
          ? { remindByDate: order.remindByDate, dueDate: order.dueDate }
          : { workdays: order.workdays }),
        ladder: ladderOf(programme, order),
      },
      calendar,
    );
    const row = this.m.create(DeadlineEntity, {
      id: planned.id,
      campaignId: home.campaignId,
      programmeVersion: home.programmeVersion,
      runId: home.runId,
      stream: home.stream,
      year: home.year,
      organisationId: home.organisationId,
      branchId: home.branchId,
      owingRunId: order.body === 'organisation' ? (home.organisationRunId ?? null) : null,
      keeperId: keeperOf(home, order.body),
      kind: order.kind,
      no,
      body: order.body,
      ...deadlineColumns(order.action === 'open' ? { ...planned, breachedAt: breachOf(rows, order.kind) } : planned),
    });
    await this.m.insert(DeadlineEntity, row);
    rows.push(row);
    this.events.push({ type: 'deadline-opened', payload: openedPayload(row, at, calendar) });
    if (row.nextRungAt !== null) this.wake.add(row.keeperId);
  }

  private meetingsOf(order: DeadlineOrder): readonly DeadlineMeeting[] | null {
    if (order.action === 'meet-together') return order.parts;
    return order.action === 'meet' ? [meetingOf(order.submittedAt, this.moment.attribution)] : null;
  }

  /** Met by what is stated, or void where nothing is. */
  private async end(row: DeadlineEntity, meetings: readonly DeadlineMeeting[] | null): Promise<void> {
    const { programme, calendar } = this.moment;
    if (meetings === null) return this.cancel(row);
    const before = toDeadline(row, programme);
    const met = meetTogether(before, meetings, { calendar, lateEntryWorkdays: programme.lateEntryWorkdays });
    const missed = await this.close(row, met, met.metAt);
    const { metAt: at, metHow } = met;
    this.events.push({ type: 'deadline-met', payload: { at, deadlineId: row.id, metHow, ...missed } });
    this.ended.push({ id: row.id, how: 'met' });
  }

  private async cancel(row: DeadlineEntity): Promise<void> {
    const { at, programme } = this.moment;
    const missed = await this.close(row, voidDeadline(toDeadline(row, programme), at), at);
    this.events.push({ type: 'deadline-voided', payload: { at, deadlineId: row.id, ...missed } });
    this.ended.push({ id: row.id, how: 'not-owed' });
  }

  /** Stores how a deadline ended, and answers which escalations no keeper had come to; where silence ends the date none is told. */
  private async close(
    row: DeadlineEntity,
    ended: Deadline,
    at: Instant | null,
  ): Promise<{ readonly missed?: readonly string[] }> {
    const after = at === null || expiryRuleOf(row)?.endsDate ? ended : missRungs(ended, at);
    await this.change(row, after);
    const missed = after.rungs.flatMap((rung, index) =>
      rung.missed && !ended.rungs[index]?.missed ? [rung.rung] : [],
    );
    return missed.length > 0 ? { missed } : {};
  }

  private open(wanted?: DeadlineKind): DeadlineEntity[] {
    return this.run.rows.filter(
      ({ kind, metAt, voidedAt }) => (wanted === undefined || kind === wanted) && metAt === null && voidedAt === null,
    );
  }

  private async change(row: DeadlineEntity, deadline: Deadline): Promise<void> {
    const columns = deadlineColumns(deadline);
    await this.m.update(DeadlineEntity, { id: row.id }, columns);
    Object.assign(row, columns);
  }
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
function openedPayload(row: DeadlineEntity, at: Instant, calendar: LoadedCalendar): Record<string, unknown> {
  const { id: deadlineId, keeperId, runId, year, kind, no, body, organisationId, branchId, owingRunId } = row;
  const { workdays, remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs } = row;
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
    ...(owingRunId !== null && { owingRunId }),
    calendar: calendar.sequence,
    workdays,
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
function movedPayload(row: DeadlineEntity, at: Instant, calendar: LoadedCalendar): Record<string, unknown> {
  const { id: deadlineId, generation, workdays, remindByDate, dueDate, nearAt, dueAt, veryLateAt, breachedAt } = row;
  return {
    at,
    deadlineId,
    calendar: calendar.sequence,
    generation,
    workdays,
    remindByDate,
    dueDate,
    nearAt,
    dueAt,
    veryLateAt,
    breachedAt,
    rungs: row.rungs,
  };
}

/** A date that had passed before nobody owed it any more stays broken when it is owed again. */
function breachOf(rows: readonly DeadlineEntity[], kind: DeadlineEntity['kind']): Instant | null {
  const [last] = rows.filter((row) => row.kind === kind).sort((left, right) => right.no - left.no);
  if (!last?.voidedAt) return null;
  return last.breachedAt ?? (last.dueAt !== null && last.voidedAt >= last.dueAt ? last.dueAt : null);
}

function meetingOf(submittedAt: Instant, attribution: Attribution | null): DeadlineMeeting {
  return {
    submittedAt,
    ...(attribution?.happenedOn && { happenedAt: attribution.happenedOn }),
    ...(attribution?.lateEntry && {
      lateEntry: { paperDate: attribution.lateEntry.paperDate, recordedAt: attribution.receivedAt },
    }),
  };
}

/** A rung as stored and recorded. */
export function storedRung(rung: PlannedRung): StoredRung {
  return [rung.rung, rung.at, rung.firedAt ?? (rung.skipped ? 1 : rung.missed ? 2 : 0)];
}

function plannedRung([name, at, state]: StoredRung, of: Ladder, programme: Programme): PlannedRung {
  const definition = ladderOf(programme, of).find(
    (rung) => (rung.offset > 0 ? `+${rung.offset}` : `${rung.offset}`) === name,
  );
  if (!definition) throw new DomainError('internal', '方案中没有这一级催办', { rung: name, body: of.body });
  const firedAt = typeof state === 'string' ? state : null;
  return { ...definition, rung: name, at, skipped: state === 1, missed: state === 2, firedAt };
}
