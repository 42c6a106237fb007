import { BRANCH_NEWS, type RunStart } from '@app/contracts';
import {
  type BranchRunCommand,
  type BranchRunNews,
  type BranchRunSetting,
  type BranchRunState,
  decideBranchRun,
  type Phase,
  PHASE_OF_STEP,
  PHASE_WORDS,
  STEP_WORDS,
  UNOPENED_BRANCH_RUN,
} from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';
import { Run } from './run';
import { officeText } from './words';

/** A branch's year as its workflow holds it. */
export class BranchRun extends Run<BranchRunState, BranchRunCommand, BranchRunNews> {
  constructor(start: RunStart<BranchRunSetting>) {
    const { setting } = start;
    super(
      {
        runId: setting.runId,
        unopened: UNOPENED_BRANCH_RUN,
        check: (state, spoken) => decideBranchRun(setting, state, spoken),
        news: BRANCH_NEWS,
        write: (summary, input) => writes.writeBranchRun.executeWithOptions({ ...LOCAL_WRITE, summary }, [input]),
        describe: (state) =>
          `**${phaseText(PHASE_OF_STEP[state.step])} · ${STEP_WORDS[state.step].zh}**\n\n待办 waiting on: ${officeText(state.waitingOn)}\n\n自 since: ${state.since}`,
        phase: (state) => PHASE_OF_STEP[state.step],
      },
      start,
    );
  }

  get currentPhase(): Phase {
    return PHASE_OF_STEP[this.state.step];
  }

  /** Stays while the run is in this phase. */
  stayIn(phase: Phase): Promise<void> {
    return this.stay(() => this.currentPhase !== phase);
  }
}

function phaseText(phase: Phase): string {
  const { zh, en } = PHASE_WORDS[phase];
  return `${zh} ${en}`;
}
