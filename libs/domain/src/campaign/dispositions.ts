import type { BranchRunState } from '../branch-run/branch-run';
import { STEPS_WITH_COMMITTEE } from '../branch-run/branch-run.steps';
import type { Disposition, Outcome } from '../branch-run/branch-run.terms';
import { DomainError } from '../errors';
import type { RoundState } from './campaign';

/** The closing decision of a round: where each of its branches stands, each once. */
export interface DispositionList {
  readonly year: number;
  readonly branches: readonly {
    readonly branchId: string;
    readonly runId: string;
    readonly disposition: Disposition;
  }[];
}

/** A branch's run at the closing of its round. */
export interface ClosingBranch extends Pick<BranchRunState, 'step' | 'target' | 'disposition'> {
  readonly result: Outcome | null;
  readonly branchId: string;
  readonly runId: string;
  /** It has a signed conclusion this year, or a pass of it was overturned. */
  readonly isAssessed: boolean;
  /** In this round or an earlier one. */
  readonly isRecognised: boolean;
}

/** Where every branch of the round stands at its closing, in their order; and those between two steps of the committee. */
export function gatherDispositions(
  year: number,
  branches: readonly ClosingBranch[],
): { readonly body: DispositionList; readonly pending: readonly string[] } {
  return {
    body: {
      year,
      branches: branches.map((branch) => ({
        branchId: branch.branchId,
        runId: branch.runId,
        disposition: dispositionOf(branch),
      })),
    },
    pending: branches.filter(({ step }) => STEPS_WITH_COMMITTEE.includes(step)).map(({ branchId }) => branchId),
  };
}

/** Every branch has exactly one place in a closing decision; one that was dissolved has it already. */
export function dispositionOf(branch: Omit<ClosingBranch, 'branchId' | 'runId' | 'step'>): Disposition {
  const { target, result, disposition, isAssessed, isRecognised } = branch;
  if (disposition === 'excluded') return 'excluded';
  if (isRecognised) return 'recognised';
  if (result === 'passed') return 'passed-awaiting';
  return target === 'this-year' || isAssessed ? 'carried-failed' : 'carried-unplanned';
}

/** How often each disposition occurs in a closing decision. */
export function countDispositions({ branches }: DispositionList): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { disposition } of branches) counts[disposition] = (counts[disposition] ?? 0) + 1;
  return counts;
}

/**
 * From its closing on nothing is decided of a round any more: a run that has not heard of it yet takes no command either, or
 * it would come to something else than the closing has listed.
 */
export function checkRoundGoes(status: RoundState['status'] | null, { year }: { readonly year: number }): void {
  if (status === 'closed') throw new DomainError('run-closed', '本年度工作已经结束，不再办理', { year });
}
