import {
  type BranchRunFact,
  type BranchRunSetting,
  type BranchRunState,
  type BranchStep,
  officeAt,
} from './branch-run';
import type { BranchRunCommand, BranchRunFacts } from './branch-run.command';
import type { Decision } from './decision';
import { checkRemarks } from './document-check';
import type { Instant } from './time';

type ReturnName = 'returnSurvey' | 'returnBranchPlan' | 'returnAssessment' | 'returnReview';

const RETURNS = {
  returnSurvey: { type: 'survey-returned', kind: 'survey', step: () => 'survey-writing' },
  returnBranchPlan: { type: 'branch-plan-returned', kind: 'branch-plan', step: () => 'plan-writing' },
  returnAssessment: {
    type: 'assessment-returned',
    kind: 'self-assessment',
    step: ({ attempt }, { passedBefore }) => (attempt > 1 || passedBefore ? 'rectifying' : 'building'),
  },
  returnReview: { type: 'review-returned', kind: 'review', step: () => 'review-writing' },
} as const satisfies Record<
  ReturnName,
  { type: BranchRunFact['type']; kind: string; step: (state: BranchRunState, setting: BranchRunSetting) => BranchStep }
>;

/** A return with remarks by line: a correction is due, a date already met stays met (design section 5). */
export function returned(
  setting: BranchRunSetting,
  state: BranchRunState,
  { name, input }: Extract<BranchRunCommand, { name: ReturnName }>,
  at: Instant,
  facts?: BranchRunFacts,
): Decision<BranchRunFact> {
  checkRemarks(input, facts);
  const { type, kind } = RETURNS[name];
  const step = RETURNS[name].step(state, setting);
  return {
    facts: [{ type, payload: { at, ...input, ...(type === 'assessment-returned' && { step }) } }],
    documents: [
      { action: 'freeze', documentId: input.remarksId, digest: input.digest },
      { action: 'open', kind },
    ],
    deadlines: [
      { action: 'open-in-workdays', kind: 'correction', body: 'branch', workdays: setting.correctionWorkdays },
    ],
    notices: [{ to: officeAt(step, setting) ?? secretary(setting), subject: 'returned' }],
  };
}

/** The branch secretary, as a notice names him. */
export function secretary(setting: BranchRunSetting) {
  return { role: 'branch-secretary', bodyKind: 'branch', bodyId: setting.branchId } as const;
}
