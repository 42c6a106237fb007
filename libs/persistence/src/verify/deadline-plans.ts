/** Checks every plan of a deadline against its dates, its ladder and the calendar that its event names. */
import {
  type Deadline,
  ladderOf,
  moveDeadline,
  planDeadline,
  type Programme,
  replanDeadline,
  type WorkdayCalendar,
} from '@app/domain';
import { storedRung, toDeadline } from '../write/deadline';
import type { DeadlineEntity, StoredRung } from '../tables/deadline.entity';
import { type FoldedDeadline, type Planned, REPLANNING } from './deadline-fold';
import { type Findings, firstDifference, type Place, placeOf } from './findings';
import type { Snapshot } from './snapshot';
import { reasonOf } from './guarded-checks';

interface PlanPayload {
  readonly at: string;
  readonly calendar?: number;
  readonly remindByDate: string | null;
  readonly dueDate: string | null;
  readonly workdays?: number | null;
  readonly rungs: readonly StoredRung[];
}

export function checkPlan({ programme, calendars }: Snapshot, findings: Findings, planned: Planned): void {
  const { event, after } = planned;
  const payload = event.record?.payload as PlanPayload;
  const calendar = payload.calendar === undefined ? undefined : calendars.after(payload.calendar);
  const fault =
    calendar === undefined
      ? `推算所依据的日历（${payload.calendar ?? '未写明'}）不存在`
      : reasonOf(() => firstDifference(columnsOf(planAgain(planned, programme, calendar)), { ...payload }));
  if (fault) findings.fault('deadlines', placeOf(event), `时限 ${String(after.row.id)} 推算不符：${fault}`);
}

/** An open deadline that the calendar of today would plan otherwise: the act that brought the calendar was broken off. */
export function checkReplanned(
  { programme, calendars, moment }: Snapshot,
  findings: Findings,
  { row, place }: { readonly row: DeadlineEntity; readonly place: Place },
): void {
  if (row.metAt !== null || row.voidedAt !== null) return;
  const fault = reasonOf(() => {
    const deadline = toDeadline(row, programme);
    return replanDeadline(deadline, moment.now, calendars.last) === deadline ? null : NOT_REPLANNED;
  });
  if (fault) findings.fault('calendar', place, `时限 ${row.id} ${fault}`);
}

const NOT_REPLANNED = '还没有按最近的放假安排重排：请重复 duibiao calendar import … --apply';

function planAgain({ event, before, after }: Planned, programme: Programme, calendar: WorkdayCalendar): Deadline {
  const { at, workdays = null, remindByDate, dueDate } = event.record?.payload as PlanPayload;
  const folded = (one: FoldedDeadline) => toDeadline(one.row as unknown as DeadlineEntity, programme);
  if (before && event.type === REPLANNING) return replanDeadline(folded(before), at, calendar);
  const given = { remindByDate: remindByDate ?? '', dueDate: dueDate ?? '' };
  if (before && event.type === 'deadline-moved')
    return moveDeadline(folded(before), { ...given, movedAt: at }, calendar);
  const { id, kind, body } = after.row as unknown as DeadlineEntity;
  const due = workdays === null ? given : { workdays };
  return planDeadline({ id, kind, body, openedAt: at, ladder: ladderOf(programme, { body, kind }), ...due }, calendar);
}

function columnsOf({ remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs }: Deadline): Record<string, unknown> {
  return { remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs: rungs.map(storedRung) };
}
