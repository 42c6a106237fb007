import type { EntityManager } from 'typeorm';
import { type BranchStep, ownersIn, type ProblemEvent, STEPS_OF_JUDGEMENT } from '@app/domain';
import { branchesOf, personsOf } from './belonging.queries';
import { barredRecheckers, type BranchYear, passAssessors } from './lookup.queries';
import { idsOf, marks, select } from './select';
import { problemStream } from '../write/problem';

/** A branch's year at a step, as the separation of persons looks at it. */
export interface StandingRun extends BranchYear {
  readonly step: BranchStep;
}

/** At these not by who has judged already either: the first assessor is not the second, nor do assessors recheck. */
const JUDGES: Partial<Record<BranchStep, typeof passAssessors>> = {
  countersigning: passAssessors,
  rechecking: barredRecheckers,
};

/** Who may not take the next step of this run though he holds the office that it waits for. */
export async function barredFrom(m: EntityManager, run: StandingRun): Promise<ReadonlySet<string>> {
  const { branchId, step } = run;
  if (!STEPS_OF_JUDGEMENT.includes(step)) return new Set();
  const judges = (await JUDGES[step]?.(m, [run]))?.(run) ?? [];
  return new Set([...(await personsOf(m, branchId)), ...judges]);
}

/** Of these runs those whose next step the person may take, as far as he is one and not another. */
export async function withoutBarred<R extends StandingRun>(
  m: EntityManager,
  personId: string,
  runs: readonly R[],
): Promise<R[]> {
  if (!runs.some(({ step }) => STEPS_OF_JUDGEMENT.includes(step))) return [...runs];
  const own = await branchesOf(m, personId);
  const judged = new Set<R>();
  for (const [step, judgesOf] of Object.entries(JUDGES)) {
    const there = runs.filter((run) => run.step === step);
    const judges = await judgesOf(m, there);
    for (const run of there) if (judges(run).includes(personId)) judged.add(run);
  }
  return runs.filter((run) => !judged.has(run) && !(STEPS_OF_JUDGEMENT.includes(run.step) && own.has(run.branchId)));
}

/** Of these branches those that are dissolved. */
export async function dissolvedAmong(m: EntityManager, branchIds: readonly string[]): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(branchIds)];
  if (distinct.length === 0) return new Set();
  const of = `id IN (${marks(distinct)}) AND valid_to IS NOT NULL`;
  return new Set(idsOf(await select<{ id: string }>(m, `SELECT id FROM branches WHERE ${of}`, distinct)));
}

/** Whoever has answered for each of these problems, now or earlier: none of them verifies it (苏委工〔2020〕6号 三.3). */
export async function ownersOf(m: EntityManager, problemIds: readonly string[]): Promise<Map<string, string[]>> {
  if (problemIds.length === 0) return new Map();
  const idOf = new Map(problemIds.map((id) => [problemStream(id), id]));
  const streams = [...idOf.keys()];
  const rows = await select<{ stream: string; canonical: string }>(
    m,
    `SELECT stream, canonical FROM process_events WHERE stream IN (${marks(streams)}) AND type = ?`,
    [...streams, 'problem-planned' satisfies ProblemEvent['type']],
  );
  const owners = new Map<string, string[]>();
  for (const { stream, canonical } of rows) {
    const id = idOf.get(stream) ?? '';
    owners.set(id, [...(owners.get(id) ?? []), ...ownersIn([JSON.parse(canonical) as ProblemEvent])]);
  }
  return owners;
}
