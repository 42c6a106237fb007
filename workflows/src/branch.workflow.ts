import { continueAsNew } from '@temporalio/workflow';
import type { RunStart } from '@app/contracts';
import type { BranchRunSetting } from '@app/domain';
import { BranchRun } from './branch-run';
import * as assessment from './phases/assessment.phase';
import * as building from './phases/building.phase';
import * as plan from './phases/plan.phase';
import * as spotCheck from './phases/spot-check.phase';
import * as survey from './phases/survey.phase';

/** The fifth phase has no command: the committee decides it and its decisions arrive as news. */
const PHASES_WITH_COMMANDS = [survey, plan, building, assessment];

/**
 * A branch's year: 摸底调研 → 制定计划 → 对标建设 → 评估认定 → 抽查复核 (苏委工〔2020〕6号 三). A branch that fails, is struck
 * or overturned goes back to building, so the phases are gone through again until the round closes.
 */
export async function branchWorkflow(start: RunStart<BranchRunSetting>): Promise<string> {
  const run = new BranchRun(start);
  for (const phase of PHASES_WITH_COMMANDS) phase.register(run);
  run.accept('dissolveBranch');
  await run.open();
  while (run.currentPhase !== 'closed' && !run.isWorn) {
    await survey.course(run);
    await plan.course(run);
    await building.course(run);
    await assessment.course(run);
    await spotCheck.course(run);
  }
  await run.finish();
  if (run.currentPhase !== 'closed') await continueAsNew<typeof branchWorkflow>(run.next());
  return run.state.disposition ?? '';
}
