import type { EntityManager } from 'typeorm';
import type { BranchStep } from '@app/domain';
import { branchesOf, personsOf } from './belonging.queries';
import { passAssessors } from './facts.queries';

/** A branch's year at a step, as the separation of persons looks at it. */
export interface StandingRun {
  readonly branchId: string;
  readonly year: number;
  readonly step: BranchStep;
}

/** At these steps the branch is judged, by nobody of its own. */
const JUDGED: readonly BranchStep[] = ['assessing', 'countersigning', 'review-confirming', 'rechecking'];

/** At these, not by who has judged already: the first assessor is not the second, nor does an assessor recheck. */
const JUDGED_BEFORE: readonly BranchStep[] = ['countersigning', 'rechecking'];

/** Who may not take the next step of this run though he holds the office that it waits for. */
export async function barredFrom(m: EntityManager, run: StandingRun): Promise<ReadonlySet<string>> {
  const { branchId, step } = run;
  if (!JUDGED.includes(step)) return new Set();
  const judges = JUDGED_BEFORE.includes(step) ? ((await passAssessors(m, [run])).get(branchId) ?? []) : [];
  return new Set([...(await personsOf(m, branchId)), ...judges]);
}

/** Of these runs those whose next step the person may take, as far as he is one and not another. */
export async function withoutBarred<R extends StandingRun>(
  m: EntityManager,
  personId: string,
  runs: readonly R[],
): Promise<R[]> {
  if (!runs.some(({ step }) => JUDGED.includes(step))) return [...runs];
  const own = await branchesOf(m, personId);
  const before = await passAssessors(
    m,
    runs.filter(({ step }) => JUDGED_BEFORE.includes(step)),
  );
  return runs.filter(
    ({ branchId, step }) =>
      !(JUDGED.includes(step) && own.has(branchId)) &&
      !(JUDGED_BEFORE.includes(step) && before.get(branchId)?.includes(personId)),
  );
}
