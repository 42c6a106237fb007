import type { BranchRun } from '../branch-run';

// state: in BranchRunState, changed by the local writes alone.

// messages

/** 评估认定: ballot, superior assessment, party group, filing (苏委工〔2020〕6号 三.4); lists and decisions arrive as news. */
export function register(run: BranchRun): void {
  run.accept(
    'returnAssessment',
    'openBallot',
    'closeBallot',
    'signAssessment',
    'countersignAssessment',
    'submitReview',
    'returnReview',
    'confirmReview',
  );
}

// course

/** Over at once where the run is in another phase. */
export function course(run: BranchRun): Promise<void> {
  return run.stayIn('assessment');
}
