import { type EntityManager, In } from 'typeorm';
import { ladderOf, nextRungAt, type Programme } from '@app/domain';
import { nextActionAt, toDeadline } from './deadline';
import { DeadlineEntity, type StoredRung } from './deadline.entity';
import { type Findings, firstDifference, type Place, placeOf, streamPlace } from './verify-findings';
import type { DatedStream } from './verify-rows';
import type { ReadEvent } from './verify-streams';

/** What the events say of one deadline, and the last of them. */
interface FoldedDeadline {
  readonly row: Readonly<Record<string, unknown>> & { readonly rungs: readonly StoredRung[] };
  readonly place: Place;
}

/** The rows of the deadline register that belong to these runs. */
export async function deadlinesOf(m: EntityManager, runs: readonly DatedStream[]): Promise<DeadlineEntity[]> {
  if (runs.length === 0) return [];
  return m.findBy(DeadlineEntity, { runId: In(runs.map(({ row }) => row.id)) });
}

/**
 * Deadlines = fold of the deadline facts in the streams of their runs. Reminders have no event (they are read and not
 * recorded): of a reminder's rung only its instant is asked, and that it did not fire before it.
 */
export function checkDeadlines(
  findings: Findings,
  runs: readonly DatedStream[],
  rows: readonly DeadlineEntity[],
  programme: Programme,
): void {
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const { events } of runs) {
    for (const [id, folded] of foldDeadlines(events)) {
      findings.looked('deadlines');
      const row = known.get(id);
      known.delete(id);
      const fault = row ? deadlineFault(folded, row, programme) : '台账有记载，没有对应的行';
      if (fault) findings.fault('deadlines', folded.place, `时限 ${id}：${fault}`);
    }
  }
  for (const row of known.values()) {
    findings.fault('deadlines', streamPlace(row.stream), `时限 ${row.id}：有行，台账没有记载`);
  }
}

function foldDeadlines(events: readonly ReadEvent[]): Map<string, FoldedDeadline> {
  const deadlines = new Map<string, FoldedDeadline>();
  for (const event of events) {
    const payload = event.record?.payload as Record<string, unknown> & { deadlineId: string; at: string };
    const place = placeOf(event);
    if (event.type === 'deadline-opened') deadlines.set(payload.deadlineId, { row: openedRow(event), place });
    const before = deadlines.get(payload.deadlineId);
    if (!before) continue;
    const change = changeOf(event.type, payload, before);
    if (change) deadlines.set(payload.deadlineId, { row: { ...before.row, ...change }, place });
  }
  return deadlines;
}

function openedRow({ stream, record }: ReadEvent): FoldedDeadline['row'] {
  const {
    at,
    deadlineId,
    lateEntry: _,
    ...columns
  } = record?.payload as Record<string, unknown> & {
    rungs: StoredRung[];
    dueAt: string;
    breachedAt?: string;
  };
  const { breachedAt = null } = columns;
  const closed = { pausedAt: null, breachedAt, metAt: null, metHow: null, voidedAt: null };
  return { ...columns, ...closed, id: deadlineId, stream, generation: 1, openedAt: at, originalDueAt: columns.dueAt };
}

function changeOf(type: string, payload: Readonly<Record<string, unknown>>, { row }: FoldedDeadline) {
  switch (type) {
    case 'deadline-met':
      return { metAt: payload.at, metHow: payload.metHow };
    case 'deadline-voided':
      return { voidedAt: payload.at };
    case 'deadline-moved':
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

function movedColumns({ at: _, deadlineId: __, lateEntry: ___, ...columns }: Readonly<Record<string, unknown>>) {
  return columns as { rungs: StoredRung[] };
}

function deadlineFault({ row: expected }: FoldedDeadline, row: DeadlineEntity, programme: Programme): string | null {
  const { rungs, ...columns } = expected;
  const fault = firstDifference(columns, row as unknown as Record<string, unknown>);
  if (fault) return fault;
  const reminders = ladderOf(programme, row.body)
    .filter(({ kind }) => kind === 'remind')
    .map(({ offset }) => offset);
  const found = row.rungs.map((rung): StoredRung => {
    const reminded = reminders.includes(Number(rung[0])) && typeof rung[2] === 'string' && rung[2] >= rung[1];
    return reminded ? [rung[0], rung[1], 0] : rung;
  });
  return firstDifference({ rungs }, { rungs: found }) ?? nextFault(row, programme);
}

/** The instants by which keeper and digest find the deadline follow from the rest of the row. */
function nextFault(row: DeadlineEntity, programme: Programme): string | null {
  const deadline = toDeadline(row, programme);
  // an expiry the keeper has told of already leaves only the rungs
  const actions = [nextActionAt(deadline), nextRungAt(deadline, 'escalate')];
  if (!actions.includes(row.nextRungAt)) return firstDifference({ nextRungAt: actions[0] }, { ...row });
  return firstDifference({ nextReminderAt: nextRungAt(deadline, 'remind') }, { ...row });
}
