/** Checks the rows of deadlines against the fold of the events in the streams of their runs. */
import { type EntityManager, In } from 'typeorm';
import { ladderOf, type LightInstants, nextRungAt, type Programme, runLightOf } from '@app/domain';
import { nextActionAt, toDeadline } from '../write/deadline';
import { DeadlineEntity, type StoredRung } from '../tables/deadline.entity';
import { type FoldedDeadline, foldDeadlines } from './deadline-fold';
import { type Findings, firstDifference, placeOf, streamPlace } from './findings';
import { checkPlan, checkReplanned } from './deadline-plans';
import type { DatedStream } from './folded-rows';
import type { Snapshot } from './snapshot';
import { reasonOf } from './guarded-checks';

/** The rows of the deadline register that belong to these runs. */
export async function readDeadlines(m: EntityManager, runs: readonly DatedStream[]): Promise<DeadlineEntity[]> {
  if (runs.length === 0) return [];
  return m.findBy(DeadlineEntity, { runId: In(runs.map(({ row }) => row.id)) });
}

/**
 * Reminders have no event (they are read and not recorded): of a reminder's rung only its instant is asked, and that it did
 * not fire before it.
 */
export function checkDeadlines(
  snapshot: Snapshot,
  findings: Findings,
  { runs, rows }: { readonly runs: readonly DatedStream[]; readonly rows: readonly DeadlineEntity[] },
): void {
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const { row: run, events } of runs) {
    const folds = foldDeadlines(events, (planned) => checkPlan(snapshot, findings, planned));
    for (const [id, folded] of folds) {
      findings.looked('deadlines');
      const row = known.get(id);
      known.delete(id);
      const fault = row ? reasonOf(() => deadlineFault(folded, row, snapshot.programme)) : '台账有记载，没有对应的行';
      if (fault) findings.fault('deadlines', folded.place, `时限 ${id}：${fault}`);
      if (row) checkReplanned(snapshot, findings, { row, place: folded.place });
    }
    const last = events.at(-1);
    const dark = lightFault(run, [...folds.values()]);
    if (last && dark) findings.fault('rows', placeOf(last), dark);
  }
  for (const row of known.values()) {
    findings.fault('deadlines', streamPlace(row.stream), `时限 ${row.id}：有行，台账没有记载`);
  }
}

/** What the light of a run is read from follows from its dates; an organisation's row holds none of it. */
function lightFault(run: DatedStream['row'], folds: readonly FoldedDeadline[]): string | null {
  if (!('restLight' in run)) return null;
  const light = runLightOf(folds.map(({ row }) => row as unknown as LightInstants & Pick<DeadlineEntity, 'body'>));
  return firstDifference({ ...light }, run);
}

function deadlineFault({ row: expected }: FoldedDeadline, row: DeadlineEntity, programme: Programme): string | null {
  const { rungs, ...columns } = expected;
  const fault = firstDifference(columns, row as unknown as Record<string, unknown>);
  if (fault) return fault;
  const reminders = ladderOf(programme, row)
    .filter(({ kind }) => kind === 'remind')
    .map(({ offset }) => offset);
  const found = row.rungs.map((rung): StoredRung => {
    const reminded =
      reminders.includes(Number(rung[0])) && typeof rung[2] === 'string' && rung[1] !== null && rung[2] >= rung[1];
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
