import { addWorkdays, isWithinWorkdays, type WorkdayCalendar } from '../calendar/calendar';
import { addDays, assertCivilDate, atShanghai, daysBetween, shanghaiDateOf } from '../time/civil-date';
import {
  earliest,
  hasCome,
  isPending,
  placeDates,
  type PlannedRung,
  planInstants,
  RUNG_TIME,
  toDefinition,
} from './deadline-plan';
import { DomainError } from '../errors';
import type { DeadlineBody, DeadlineKind, RungDefinition } from '../programme/programme';
import { checkStatedPast } from '../process/stated-date';
import { instantOf, msOf, type CivilDate, type Instant } from '../time/time';

/** `late-entry-timely` is 按期完成（补录）: happened in time, entered late and declared with a dated paper. */
export type MetHow = 'in-time' | 'late-entry-timely' | 'late';

/** A dated obligation of one body; thresholds are kept as instants so that a later calendar changes no light. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly body: DeadlineBody;
  /** Starts at 1; a moved date starts the next. */
  readonly generation: number;
  readonly openedAt: Instant;
  /** How many workdays after its opening it is due, where no date is given; null for a given date. */
  readonly workdays: number | null;
  /** The earlier reading: reminders and nearAt hang on it. */
  readonly remindByDate: CivilDate | null;
  /** The later reading: dueAt and escalations hang on it. Null while no notice tells on which day the last workday falls. */
  readonly dueDate: CivilDate | null;
  /** Null where the ladder has no blue rung. */
  readonly nearAt: Instant | null;
  /** 00:00 in Shanghai of the day after dueDate, exclusive; null as long as the date is. */
  readonly dueAt: Instant | null;
  /** Null where the ladder has no red rung. */
  readonly veryLateAt: Instant | null;
  readonly originalDueAt: Instant | null;
  readonly pausedAt: Instant | null;
  /** The first dueAt that had passed unmet when the date was moved. */
  readonly breachedAt: Instant | null;
  readonly metAt: Instant | null;
  readonly metHow: MetHow | null;
  readonly voidedAt: Instant | null;
  /** In order of their instants. */
  readonly rungs: readonly PlannedRung[];
}

/** A date in its two readings, or so many workdays after the opening. */
export type DueBy = { readonly remindByDate: CivilDate; readonly dueDate: CivilDate } | { readonly workdays: number };

export type DeadlinePlan = DueBy & {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly body: DeadlineBody;
  readonly openedAt: Instant;
  readonly ladder: readonly RungDefinition[];
};

/** What is said when an obligation is fulfilled; `happenedAt` is a date or an instant. */
export interface DeadlineMeeting {
  readonly submittedAt: Instant;
  readonly happenedAt?: CivilDate | Instant;
  readonly lateEntry?: { readonly paperDate: CivilDate; readonly recordedAt: Instant };
}

/** Opens a deadline with every instant that the loaded notices tell; what lies beyond them waits for the next notice. */
export function planDeadline(plan: DeadlinePlan, calendar: WorkdayCalendar): Deadline {
  const { id, kind, body, openedAt, ladder } = plan;
  const workdays = 'workdays' in plan ? plan.workdays : null;
  const { remindByDate, dueDate } =
    'workdays' in plan ? placeDates(shanghaiDateOf(openedAt), plan.workdays, calendar) : plan;
  const instants = planInstants({ remindByDate, dueDate, ladder }, openedAt, calendar);
  return {
    id,
    kind,
    body,
    generation: 1,
    openedAt,
    workdays,
    remindByDate,
    dueDate,
    ...instants,
    originalDueAt: instants.dueAt,
    pausedAt: null,
    breachedAt: null,
    metAt: null,
    metHow: null,
    voidedAt: null,
  };
}

/** How many workdays after the happening a late entry may still be made. */
export interface LateEntryRule {
  readonly calendar: WorkdayCalendar;
  readonly lateEntryWorkdays: number;
}

/** Records the first fulfilment, which stands; a pause ends with it. Late entry counts by `lateEntryWorkdays` after the happening. */
export function meetDeadline(deadline: Deadline, meeting: DeadlineMeeting, rule: LateEntryRule): Deadline {
  if (deadline.metAt !== null) return deadline;
  refuseVoid(deadline);
  const submittedOn = shanghaiDateOf(meeting.submittedAt);
  const happenedOn = dateOf(meeting.happenedAt ?? meeting.submittedAt);
  checkStatedPast({ happenedOn, lateEntry: meeting.lateEntry }, submittedOn);
  const running = deadline.pausedAt === null ? deadline : resumeDeadline(deadline, meeting.submittedAt);
  const inTime = running.breachedAt === null && (running.dueAt === null || meeting.submittedAt < running.dueAt);
  const metHow = inTime ? 'in-time' : isTimelyLateEntry(running, meeting, rule) ? 'late-entry-timely' : 'late';
  return { ...running, metAt: meeting.submittedAt, metHow };
}

/** Several had to do their part, one at least: fulfilled when the last did, and as badly as the worst of them. */
export function meetTogether(deadline: Deadline, parts: readonly DeadlineMeeting[], rule: LateEntryRule): Deadline {
  const met = parts.map((part) => meetDeadline(deadline, part, rule));
  const last = met.reduce((one, other) => ((other.metAt ?? '') > (one.metAt ?? '') ? other : one));
  const metHow = met.map((one) => one.metHow).reduce((one, other) => (badness(other) > badness(one) ? other : one));
  return { ...last, metHow };
}

/** An approved later (or earlier) date: a new generation; a date already passed stays breached for ever. */
export function moveDeadline(
  deadline: Deadline,
  move: { readonly remindByDate: CivilDate; readonly dueDate: CivilDate; readonly movedAt: Instant },
  calendar: WorkdayCalendar,
): Deadline {
  refuseClosed(deadline);
  if (deadline.pausedAt !== null) throw notAllowed('中止中的时限须先恢复再改期', deadline);
  const { remindByDate, dueDate, movedAt } = move;
  const breachedAt = deadline.breachedAt ?? (hasCome(deadline.dueAt, movedAt) ? deadline.dueAt : null);
  const ladder = deadline.rungs.map(toDefinition);
  return {
    ...deadline,
    generation: deadline.generation + 1,
    workdays: null,
    remindByDate,
    dueDate,
    breachedAt,
    ...planInstants({ remindByDate, dueDate, ladder }, movedAt, calendar),
  };
}

/** Stops the clock of an open deadline. */
export function pauseDeadline(deadline: Deadline, at: Instant): Deadline {
  refuseClosed(deadline);
  if (deadline.pausedAt !== null) throw notAllowed('时限已中止', deadline);
  return { ...deadline, pausedAt: at };
}

/** Starts the clock again: what had not passed when it stopped moves on by the length of the pause, what had passed stays. */
export function resumeDeadline(deadline: Deadline, at: Instant): Deadline {
  refuseClosed(deadline);
  const { pausedAt } = deadline;
  if (pausedAt === null) throw notAllowed('时限未中止', deadline);
  const pause = Math.max(0, msOf(at) - msOf(pausedAt));
  const shift = (instant: Instant | null) =>
    instant !== null && instant > pausedAt ? instantOf(msOf(instant) + pause) : instant;
  const dueAt = shift(deadline.dueAt);
  const { dueAt: before } = deadline;
  const days = dueAt === null || before === null ? 0 : daysBetween(lastDateBefore(before), lastDateBefore(dueAt));
  return {
    ...deadline,
    remindByDate: deadline.remindByDate && addDays(deadline.remindByDate, days),
    dueDate: deadline.dueDate && addDays(deadline.dueDate, days),
    nearAt: shift(deadline.nearAt),
    dueAt,
    veryLateAt: shift(deadline.veryLateAt),
    pausedAt: null,
    rungs: deadline.rungs.map((rung) => (isPending(rung) ? { ...rung, at: shift(rung.at) } : rung)),
  };
}

/** Ends an obligation that nobody owes any more; one already met keeps its record and cannot be voided. */
export function voidDeadline(deadline: Deadline, at: Instant): Deadline {
  refuseClosed(deadline);
  return { ...deadline, voidedAt: at };
}

/** Marks rungs (by name) as fired at `at`; a rung fires once. */
export function fireRungs(deadline: Deadline, names: readonly string[], at: Instant): Deadline {
  const rungs = deadline.rungs.map((rung) =>
    names.includes(rung.rung) && isPending(rung) ? { ...rung, firedAt: at } : rung,
  );
  return { ...deadline, rungs };
}

/**
 * Marks the escalations whose instant came before a deadline ended at `at` and that no keeper fired: it was down from before the
 * first of them until after the end. They are told to nobody any more, and the record says so (docs/decisions/0011).
 */
export function missRungs(deadline: Deadline, at: Instant): Deadline {
  const rungs = deadline.rungs.map((rung) =>
    rung.kind === 'escalate' && isPending(rung) && hasCome(rung.at, at) ? { ...rung, missed: true } : rung,
  );
  return { ...deadline, rungs };
}

/** Whether the obligation still binds: neither met nor void (a paused one is open). */
export function isOpen(deadline: Deadline): boolean {
  return deadline.metAt === null && deadline.voidedAt === null;
}

/** The rungs to act on at `now`, earliest first: none while paused, met or void. `kind` narrows to reminders or escalations. */
export function dueRungs(deadline: Deadline, now: Instant, kind?: RungDefinition['kind']): readonly PlannedRung[] {
  return waitingRungs(deadline, kind).filter((rung) => hasCome(rung.at, now));
}

/** The next instant at which the deadline asks for an action, past or future; null when it asks for none. */
export function nextRungAt(deadline: Deadline, kind?: RungDefinition['kind']): Instant | null {
  return earliest(waitingRungs(deadline, kind).map((rung) => rung.at));
}

/** The instant of the first daily reminders after those of `last`: of the next workday, so that no day has two. */
export function nextDailyRemindersAt(last: Instant, calendar: WorkdayCalendar): Instant {
  return atShanghai(addWorkdays(shanghaiDateOf(last), 1, calendar), RUNG_TIME.remind);
}

function waitingRungs(deadline: Deadline, kind?: RungDefinition['kind']): readonly PlannedRung[] {
  if (!isOpen(deadline) || deadline.pausedAt !== null) return [];
  return deadline.rungs.filter((rung) => isPending(rung) && (kind === undefined || rung.kind === kind));
}

function badness(how: MetHow | null): number {
  return how === null ? -1 : ['in-time', 'late-entry-timely', 'late'].indexOf(how);
}

/** Happened before the date that was first broken, paper dated no later, and entered within the allowed workdays. */
function isTimelyLateEntry(
  deadline: Deadline,
  meeting: DeadlineMeeting,
  { calendar, lateEntryWorkdays }: LateEntryRule,
): boolean {
  const { happenedAt, lateEntry } = meeting;
  if (happenedAt === undefined || lateEntry === undefined) return false;
  const happenedOn = dateOf(happenedAt);
  const until = deadline.breachedAt ?? deadline.dueAt;
  if (until === null) return false;
  const lastDate = lastDateBefore(until);
  if (happenedOn > lastDate || lateEntry.paperDate > lastDate) return false;
  return isWithinWorkdays({ from: happenedOn, to: shanghaiDateOf(lateEntry.recordedAt) }, lateEntryWorkdays, calendar);
}

function dateOf(value: CivilDate | Instant): CivilDate {
  if (value.length > 10) return shanghaiDateOf(value);
  assertCivilDate(value);
  return value;
}

function lastDateBefore(instant: Instant): CivilDate {
  return shanghaiDateOf(instantOf(msOf(instant) - 1));
}

function refuseClosed(deadline: Deadline): void {
  refuseVoid(deadline);
  if (deadline.metAt !== null) throw notAllowed('时限已办结', deadline);
}

function refuseVoid(deadline: Deadline): void {
  if (deadline.voidedAt !== null) throw notAllowed('时限已终止', deadline);
}

function notAllowed(message: string, deadline: Deadline): DomainError {
  return new DomainError('transition-not-allowed', message, { deadlineId: deadline.id });
}
