import type { BranchRun } from '../branch-run';

// state: in BranchRunState, changed by the local writes alone.

// messages

/** 对标建设: one by one off the list, until the branch assesses itself and applies (苏委工〔2020〕6号 三.3). */
export function register(run: BranchRun): void {
  run.accept('submitAssessment');
}

// course

/** Over at once where the run is in another phase. */
export function course(run: BranchRun): Promise<void> {
  return run.stayIn('building');
}
