/** Folds the events of deadlines into what their rows must hold; the checks of rows and plans compare with it. */
import { type DeadlineEventType, PLANNING_EVENTS } from '@app/domain';
import type { StoredRung } from '../tables/deadline.entity';
import { type Place, placeOf } from './findings';
import type { ReadEvent } from './streams';

/** What the events say of one deadline, and the last of them. */
export interface FoldedDeadline {
  readonly row: Readonly<Record<string, unknown>> & { readonly rungs: readonly StoredRung[] };
  readonly place: Place;
}

/** The event by which a notice changes what is to come of an open deadline. */
export const REPLANNING = 'deadline-replanned' satisfies DeadlineEventType;

/** An event that plans a deadline, with what it found and left. */
export interface Planned {
  readonly event: ReadEvent;
  readonly before: FoldedDeadline | undefined;
  readonly after: FoldedDeadline;
}

/** Folds the deadline events of a stream; `onPlan` is told each that plans one. */
export function foldDeadlines(
  events: readonly ReadEvent[],
  onPlan: (planned: Planned) => void = () => undefined,
): Map<string, FoldedDeadline> {
  const deadlines = new Map<string, FoldedDeadline>();
  for (const event of events) {
    const payload = event.record?.payload as Record<string, unknown> & { deadlineId: string; at: string };
    const place = placeOf(event);
    const before = deadlines.get(payload.deadlineId);
    const row = event.type === 'deadline-opened' ? openedRow(event) : before && changedRow(event.type, payload, before);
    if (!row) continue;
    const after = { row, place };
    deadlines.set(payload.deadlineId, after);
    if (PLANNING_EVENTS.includes(event.type)) onPlan({ event, before, after });
  }
  return deadlines;
}

function changedRow(
  type: string,
  payload: Readonly<Record<string, unknown>>,
  before: FoldedDeadline,
): FoldedDeadline['row'] | null {
  const change = changeOf(type, payload, before);
  return change && { ...before.row, ...change };
}

function openedRow({ stream, record }: ReadEvent): FoldedDeadline['row'] {
  const {
    at,
    deadlineId,
    lateEntry: _,
    calendar: __,
    ...columns
  } = record?.payload as Record<string, unknown> & {
    rungs: StoredRung[];
    dueAt: string | null;
    breachedAt?: string;
  };
  const { breachedAt = null } = columns;
  const closed = { pausedAt: null, breachedAt, metAt: null, metHow: null, voidedAt: null };
  return { ...columns, ...closed, id: deadlineId, stream, generation: 1, openedAt: at, originalDueAt: columns.dueAt };
}

function changeOf(type: string, payload: Readonly<Record<string, unknown>>, { row }: FoldedDeadline) {
  switch (type) {
    case 'deadline-met':
      return { metAt: payload.at, metHow: payload.metHow, ...missedRungs(payload, row) };
    case 'deadline-voided':
      return { voidedAt: payload.at, ...missedRungs(payload, row) };
    case 'deadline-moved':
    case REPLANNING:
      return movedColumns(payload);
    case 'rung-fired':
      return {
        rungs: row.rungs.map((rung): StoredRung =>
          rung[0] === payload.rung ? [rung[0], rung[1], String(payload.at)] : rung,
        ),
      };
    default:
      return null;
  }
}

/** The rungs where escalations were missed, as the event that ended the deadline says. */
function missedRungs({ missed }: { readonly missed?: unknown }, { rungs }: FoldedDeadline['row']) {
  if (!Array.isArray(missed)) return {};
  return { rungs: rungs.map(([name, at, state]): StoredRung => [name, at, missed.includes(name) ? 2 : state]) };
}

/** All that a plan changes; what it rests on is no column. */
function movedColumns(payload: Readonly<Record<string, unknown>>) {
  const { at: _, deadlineId: __, lateEntry: ___, calendar: ____, notice: _____, ...columns } = payload;
  return columns as { rungs: StoredRung[] };
}
