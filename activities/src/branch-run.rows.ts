import type { BranchRun } from '@app/domain';
import {
  BRANCH_RUN_TABLE,
  type BranchRunEntity,
  closeBallotBox,
  endBranch,
  openBallotBox,
  programmeOf,
  voidProblemDates,
} from '@app/persistence';
import { lookUpBranchRun, lookUpPlan } from './branch-run.lookup';
import { deadlineHomeOf } from './deadline-home';
import type { RowsOfRun } from './run-rows';

/** What the local write of a branch's year looks up, and the rows beside its own that its events make. */
export const BRANCH_RUN_ROWS: RowsOfRun<BranchRun, BranchRunEntity, object> = {
  table: BRANCH_RUN_TABLE,
  deadlineHomeOf: ({ setting, workflowId }) => deadlineHomeOf(setting, workflowId),

  async lookUp(m, { setting, state, what }) {
    if (what.kind !== 'command') return { lookup: {} };
    const programme = await programmeOf(m, setting.campaignId);
    const { command, attribution } = what;
    const lookup = await lookUpBranchRun(m, { setting, state, command, attribution, programme });
    if (command.name !== 'submitBranchPlan') return { lookup };
    const { plan, document } = await lookUpPlan(m, setting, command.input.documentId);
    return { lookup: { ...lookup, ...(document && { document }) }, kept: plan };
  },

  async record(m, { setting, operationKey, writtenAt }, event) {
    const { campaignId, programmeVersion, branchId, runId: branchRunId } = setting;
    if (event.type === 'ballot-opened') {
      await openBallotBox(m, { campaignId, programmeVersion, branchRunId, ...event.payload });
    }
    if (event.type === 'ballot-closed') await closeBallotBox(m, event.payload);
    if (event.type === 'branch-dissolved') {
      const { at } = event.payload;
      await endBranch(m, { branchId, at });
      const write = { recordedAt: at, operationKey, writtenAt };
      await voidProblemDates(m, { campaignId, programmeVersion, branchId, ...write });
    }
  },
};
