import { type BranchRun, nothingFor } from '@app/domain';
import {
  BRANCH_RUN_TABLE,
  type BranchRunEntity,
  closeBallotBox,
  closeUncounted,
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
  roundOf: ({ campaignId, year }) => ({ campaignId, year }),
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

  records: {
    ...nothingFor(
      'branch-run-opened',
      'survey-opened',
      'survey-submitted',
      'survey-returned',
      'survey-confirmed',
      'target-set',
      'branch-plan-submitted',
      'branch-plan-returned',
      'branch-plan-approved',
      'assessment-submitted',
      'assessment-returned',
      'assessment-signed',
      'assessment-concluded',
      'assessment-disputed',
      'review-submitted',
      'review-returned',
      'review-confirmed',
      'branch-listed',
      'branch-decided',
      'branch-struck',
      'branch-filed',
      'branch-filing-returned',
      'branch-registered',
      'branch-drawn',
      'branch-not-drawn',
      'recheck-upheld',
      'recheck-overturned',
      'pass-lost',
      'branch-published',
      'branch-recognised',
    ),
    'ballot-opened': async (m, { setting }, payload) => {
      const { campaignId, programmeVersion, runId: branchRunId } = setting;
      await openBallotBox(m, { campaignId, programmeVersion, branchRunId, ...payload });
    },
    'ballot-closed': (m, _, payload) => closeBallotBox(m, payload),
    'branch-run-closed': (m, { setting: { runId: branchRunId } }, { at }) => closeUncounted(m, { branchRunId, at }),
    'branch-dissolved': async (m, { setting, operationKey, writtenAt }, { at }) => {
      const { campaignId, programmeVersion, branchId, runId: branchRunId } = setting;
      await closeUncounted(m, { branchRunId, at });
      await endBranch(m, { branchId, at });
      const write = { recordedAt: at, operationKey, writtenAt };
      await voidProblemDates(m, { campaignId, programmeVersion, branchId, ...write });
    },
  },
};
