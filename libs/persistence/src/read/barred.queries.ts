import type { EntityManager } from 'typeorm';
import { type BranchStep, STEPS_OF_JUDGEMENT } from '@app/domain';
import { branchesOf, personsOf } from './belonging.queries';
import { barredRecheckers, type BranchYear, passAssessors } from './lookup.queries';

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
