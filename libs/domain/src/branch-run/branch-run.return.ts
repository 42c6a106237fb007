import { applyingStep, type BranchRunFact, type BranchRunSetting, type BranchRunState, officeAt } from './branch-run';
import { type BranchStep } from './branch-run.terms';
import type { BranchRunCommand, BranchRunFacts } from './branch-run.command';
import { branchSecretary, type Decision } from '../process/decision';
import { checkRemarks } from '../document/document-check';
import type { Instant } from '../time/time';

type ReturnName = 'returnSurvey' | 'returnBranchPlan' | 'returnAssessment' | 'returnReview';

const RETURNS = {
  returnSurvey: { type: 'survey-returned', kind: 'survey', step: () => 'survey-writing' },
  returnBranchPlan: { type: 'branch-plan-returned', kind: 'branch-plan', step: () => 'plan-writing' },
  returnAssessment: {
    type: 'assessment-returned',
    kind: 'self-assessment',
    step: applyingStep,
  },
  returnReview: { type: 'review-returned', kind: 'review', step: () => 'review-writing' },
} as const satisfies Record<
  ReturnName,
  { type: BranchRunFact['type']; kind: string; step: (state: BranchRunState) => BranchStep }
>;

/** A return with remarks by line: a correction is due, a date already met stays met. */
export function returned(
  setting: BranchRunSetting,
  state: BranchRunState,
  { name, input }: Extract<BranchRunCommand, { name: ReturnName }>,
  at: Instant,
  facts?: BranchRunFacts,
): Decision<BranchRunFact> {
  checkRemarks(input, facts);
  const { type, kind } = RETURNS[name];
  const step = RETURNS[name].step(state);
  const payload = { at, ...input };
  return {
    facts: [type === 'assessment-returned' ? { type, payload: { ...payload, step } } : { type, payload }],
    documents: [
      { action: 'freeze', documentId: input.remarksId, digest: input.digest },
      { action: 'open', kind },
    ],
    deadlines: [
      { action: 'open-in-workdays', kind: 'correction', body: 'branch', workdays: setting.correctionWorkdays },
    ],
    notices: [{ to: officeAt(step, setting) ?? branchSecretary(setting.branchId), subject: 'returned' }],
  };
}
