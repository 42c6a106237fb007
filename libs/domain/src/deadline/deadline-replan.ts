import type { WorkdayCalendar } from '../calendar/calendar';
import { shanghaiDateOf } from '../time/civil-date';
import { type Deadline, isOpen } from './deadline';
import {
  hasCome,
  inOrder,
  isPending,
  placeDates,
  type PlanDates,
  planInstants,
  type PlannedRung,
  toDefinition,
} from './deadline-plan';
import type { Instant } from '../time/time';

/**
 * What a notice changes in an open deadline: a date that waited for it is placed, and so is every rung; thresholds and
 * rungs to come move to the days that the calendar now gives. Dates that stand never move, and what has come stays as it
 * came: rungs fired, skipped or due, lights that show. A reminder that would lie in the past is skipped; an escalation
 * is told at once, because nobody was told yet, unless the date itself was not known until now. Where nothing changes the
 * same deadline is answered.
 */
export function replanDeadline(deadline: Deadline, at: Instant, calendar: WorkdayCalendar): Deadline {
  if (!isOpen(deadline)) return deadline;
  const { workdays, openedAt, rungs } = deadline;
  const isUnplaced = deadline.dueDate === null && workdays !== null;
  const dates: PlanDates = isUnplaced ? placeDates(shanghaiDateOf(openedAt), workdays, calendar) : deadline;
  const { remindByDate, dueDate } = dates;
  const isPlacedNow = deadline.dueDate === null && dueDate !== null;
  const plan = planInstants({ remindByDate, dueDate, ladder: rungs.map(toDefinition) }, at, calendar);
  const planned = new Map(plan.rungs.map((rung) => [rung.rung, rung]));
  const next = {
    ...deadline,
    remindByDate,
    dueDate,
    nearAt: hasCome(deadline.nearAt, at) ? deadline.nearAt : plan.nearAt,
    veryLateAt: hasCome(deadline.veryLateAt, at) ? deadline.veryLateAt : plan.veryLateAt,
    ...(isPlacedNow && { dueAt: plan.dueAt, originalDueAt: plan.dueAt }),
    rungs: rungs.map((rung) => replanned(rung, planned.get(rung.rung) ?? rung, { at, isPlacedNow })).sort(inOrder),
  };
  return JSON.stringify(next) === JSON.stringify(deadline) ? deadline : next;
}

function replanned(
  rung: PlannedRung,
  planned: PlannedRung,
  { at, isPlacedNow }: { readonly at: Instant; readonly isPlacedNow: boolean },
): PlannedRung {
  if (!isPending(rung) || hasCome(rung.at, at) || rung.at === planned.at) return rung;
  return { ...rung, at: planned.at, skipped: planned.skipped && (isPlacedNow || rung.kind === 'remind') };
}
