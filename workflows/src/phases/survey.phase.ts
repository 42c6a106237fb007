import type { BranchRun } from '../branch-run';

// state: in BranchRunState, changed by the local writes alone.

// messages

/** 摸底调研: the branch answers every dimension, its organisation confirms (苏委工〔2020〕6号 三.1). */
export function register(run: BranchRun): void {
  run.accept('openSurvey', 'submitSurvey', 'returnSurvey', 'confirmSurvey');
}

// course

/** Over at once where the run is in another phase. */
export function course(run: BranchRun): Promise<void> {
  return run.stayIn('survey');
}
