import type { BranchRun } from '../branch-run';

// state: in BranchRunState, changed by the local writes alone.
// messages: none of its own; draw, verdict, publication, recognition and closing arrive as news (苏委工〔2020〕6号 三.4).

// course

/** 抽查复核: every registered branch enters it, drawn or not. Over at once where the run is in another phase. */
export function course(run: BranchRun): Promise<void> {
  return run.stayIn('spot-check');
}
