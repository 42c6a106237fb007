import type { BranchRun } from '../branch-run';

// state: in BranchRunState, changed by the local writes alone.

// messages

/** 制定计划: the completed problem list is the plan; the organisation approves (苏委工〔2020〕6号 三.2). */
export function register(run: BranchRun): void {
  run.accept('submitBranchPlan', 'returnBranchPlan', 'approveBranchPlan');
}

// course

/** Over at once where the run is in another phase. */
export function course(run: BranchRun): Promise<void> {
  return run.stayIn('plan');
}
