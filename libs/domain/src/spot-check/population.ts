import type { Instant } from '../time/time';
import type { DrawCandidate } from './draw';
import type { SpotCheckStep } from './spot-check.steps';

/** A registered branch that waits for the draw. */
export interface WaitingBranch extends DrawCandidate {
  readonly registeredAt: Instant;
}

/** A check of the round that has frozen its population. */
export interface FrozenPopulation {
  readonly step: SpotCheckStep;
  readonly frozenAt: Instant;
  readonly branches: ReadonlySet<string>;
}

/**
 * Who may be drawn: the branches that wait for the draw, in their order. One that another check has frozen waits for that
 * check's news: until it is revealed, and after it, unless the branch was registered anew since.
 */
export function gatherPopulation(
  waiting: readonly WaitingBranch[],
  frozen: readonly FrozenPopulation[],
): DrawCandidate[] {
  return waiting
    .filter(({ branchId, registeredAt }) => {
      const isHeld = ({ step, frozenAt, branches }: FrozenPopulation) =>
        branches.has(branchId) && (step === 'frozen' || registeredAt <= frozenAt);
      return !frozen.some(isHeld);
    })
    .map(({ branchId, organisationId, stratum }) => ({ branchId, organisationId, stratum }));
}
