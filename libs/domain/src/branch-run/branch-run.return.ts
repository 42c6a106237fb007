import { checkRemarks } from '../document/document-check';
import { branchSecretary, type DocumentKind } from '../process/decision';
import { officeAt } from '../process/run-rules';
import { applyingStep } from './branch-run';
import { BRANCH_OFFICES, BRANCH_STEP_TABLE, type BranchStep } from './branch-run.steps';
import type { BranchAsked, BranchDecision } from './branch-run.types';

type Return = 'returnSurvey' | 'returnBranchPlan' | 'returnAssessment' | 'returnReview';

/** The survey goes back to the branch. */
export function returnSurvey(asked: BranchAsked<'returnSurvey'>): BranchDecision<'survey-returned'> {
  const { remarks, ...follows } = returnPaper(asked, 'survey', 'survey-writing');
  return { events: [{ type: 'survey-returned', payload: remarks }], ...follows };
}

export function returnBranchPlan(asked: BranchAsked<'returnBranchPlan'>): BranchDecision<'branch-plan-returned'> {
  const { remarks, ...follows } = returnPaper(asked, 'branch-plan', 'plan-writing');
  return { events: [{ type: 'branch-plan-returned', payload: remarks }], ...follows };
}

export function returnAssessment(asked: BranchAsked<'returnAssessment'>): BranchDecision<'assessment-returned'> {
  const step = applyingStep(asked.state);
  const { remarks, ...follows } = returnPaper(asked, 'self-assessment', step);
  return { events: [{ type: 'assessment-returned', payload: { ...remarks, step } }], ...follows };
}

export function returnReview(asked: BranchAsked<'returnReview'>): BranchDecision<'review-returned'> {
  const { remarks, ...follows } = returnPaper(asked, 'review', 'review-writing');
  return { events: [{ type: 'review-returned', payload: remarks }], ...follows };
}

/** What every return with remarks by line brings about: a correction is due, a date already met stays met. */
function returnPaper(
  { setting, input, attribution: { receivedAt: at }, lookup }: BranchAsked<Return>,
  kind: DocumentKind,
  step: BranchStep,
) {
  checkRemarks(input, lookup);
  const process = { steps: BRANCH_STEP_TABLE, offices: BRANCH_OFFICES };
  return {
    remarks: { at, ...input },
    documents: [
      { action: 'freeze', documentId: input.remarksId, digest: input.digest },
      { action: 'open', kind },
    ],
    deadlines: [
      { action: 'open-in-workdays', kind: 'correction', body: 'branch', workdays: setting.correctionWorkdays },
    ],
    notices: [{ to: officeAt(process, step, setting) ?? branchSecretary(setting.branchId), subject: 'returned' }],
  } as const;
}
