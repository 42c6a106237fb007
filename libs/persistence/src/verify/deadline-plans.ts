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
import type { Calendars } from './calendar-days';
import { type FoldedDeadline, REPLANNING } from './deadline-fold';
import { type Findings, firstDifference, placeOf } from './findings';
import type { Moment } from './fired-rungs';
import type { ReadEvent } from './streams';
import { reasonOf } from './guarded-checks';

interface PlanPayload {
  readonly at: string;
  readonly calendar?: number;
  readonly remindByDate: string | null;
  readonly dueDate: string | null;
  readonly workdays?: number | null;
  readonly rungs: readonly StoredRung[];
}

/** Every plan of a deadline follows from its dates, its ladder and the calendar that its event names. */
export function checkPlan(
  findings: Findings,
  event: ReadEvent,
  { before, after }: { readonly before: FoldedDeadline | undefined; readonly after: FoldedDeadline },
  { programme, calendars }: { readonly programme: Programme; readonly calendars: Calendars },
): void {
  const payload = event.record?.payload as PlanPayload;
  const calendar = payload.calendar === undefined ? undefined : calendars.after(payload.calendar);
  const fault =
    calendar === undefined
      ? `推算所依据的日历（${payload.calendar ?? '未写明'}）不存在`
      : reasonOf(() =>
          firstDifference(columnsOf(planned(event, { before, after }, programme, calendar)), { ...payload }),
        );
  if (fault) findings.fault('deadlines', placeOf(event), `时限 ${String(after.row.id)} 推算不符：${fault}`);
}

/** An open deadline that the calendar of today would plan otherwise: the act that brought the calendar was broken off. */
export function checkReplanned(
  findings: Findings,
  row: DeadlineEntity,
  place: ReturnType<typeof placeOf>,
  { programme, calendars, moment }: { programme: Programme; calendars: Calendars; moment: Moment },
): void {
  if (row.metAt !== null || row.voidedAt !== null) return;
  const fault = reasonOf(() => {
    const deadline = toDeadline(row, programme);
    return replanDeadline(deadline, moment.now, calendars.last) === deadline ? null : NOT_REPLANNED;
  });
  if (fault) findings.fault('calendar', place, `时限 ${row.id} ${fault}`);
}

const NOT_REPLANNED = '还没有按最近的放假安排重排：请重复 duibiao calendar import … --apply';

function planned(
  event: ReadEvent,
  { before, after }: { readonly before: FoldedDeadline | undefined; readonly after: FoldedDeadline },
  programme: Programme,
  calendar: WorkdayCalendar,
): Deadline {
  const { at, workdays = null, remindByDate, dueDate } = event.record?.payload as PlanPayload;
  const folded = (one: FoldedDeadline) => toDeadline(one.row as unknown as DeadlineEntity, programme);
  if (before && event.type === REPLANNING) return replanDeadline(folded(before), at, calendar);
  const given = { remindByDate: remindByDate ?? '', dueDate: dueDate ?? '' };
  if (before && event.type === 'deadline-moved')
    return moveDeadline(folded(before), { ...given, movedAt: at }, calendar);
  const { id, kind, body } = after.row as unknown as DeadlineEntity;
  const due = workdays === null ? given : { workdays };
  return planDeadline({ id, kind, body, openedAt: at, ladder: ladderOf(programme, body), ...due }, calendar);
}

function columnsOf({ remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs }: Deadline): Record<string, unknown> {
  return { remindByDate, dueDate, nearAt, dueAt, veryLateAt, rungs: rungs.map(storedRung) };
}
