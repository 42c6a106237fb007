import { type BranchRunFact, type BranchRunSetting, stepAfterPlan } from './branch-run';
import type { BranchRunFacts, DocumentRef } from './branch-run.command';
import type { DeadlineOrder, Decision } from '../process/decision';
import { checkDocument, documentRef } from '../document/document-check';
import { DomainError } from '../errors';
import type { Instant } from '../time/time';

type BranchDecision = Decision<BranchRunFact>;

/** The branch plan is the problem list completed: each open problem has measure, owner, date (苏委工〔2020〕6号 三.2). */
export function submitBranchPlan(input: DocumentRef, at: Instant, facts?: BranchRunFacts): BranchDecision {
  checkDocument(input, facts, 'plan-incomplete');
  if (facts?.problems && facts.problems.unplanned > 0) {
    throw new DomainError('plan-incomplete', '每个未销号的问题都须有措施、责任人和时限', {
      unplanned: facts.problems.unplanned,
      clause: '三.2',
    });
  }
  return {
    facts: [
      {
        type: 'branch-plan-submitted',
        payload: { at, ...documentRef(input), problems: facts?.problems?.open ?? 0 },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input) }],
    deadlines: [
      { action: 'meet', kind: 'branch-plan', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
  };
}

/** The organisation approves; what follows depends on what the year asks of the branch. */
export function approveBranchPlan(setting: BranchRunSetting, at: Instant): BranchDecision {
  const step = stepAfterPlan(setting.mode);
  return {
    facts: [{ type: 'branch-plan-approved', payload: { at, step } }],
    documents:
      step === 'building'
        ? [{ action: 'open', kind: 'self-assessment' }]
        : step === 'review-writing'
          ? [{ action: 'open', kind: 'review' }]
          : [],
  };
}

/** The sheet of the plan and, where no survey came before, its date. */
export function startPlan(setting: BranchRunSetting): Pick<BranchDecision, 'documents' | 'deadlines'> {
  return {
    documents: [{ action: 'open', kind: 'branch-plan' }],
    deadlines: setting.hasSurvey ? [] : planDeadlines(setting),
  };
}

/** The branch plan's date as the programme binds it. */
export function planDeadlines(setting: BranchRunSetting): DeadlineOrder[] {
  return setting.planDeadline ? [{ action: 'open', kind: 'branch-plan', body: 'branch', ...setting.planDeadline }] : [];
}

/** What an organisation's plan dates for each of its branches. */
export const INTERNAL_KINDS = ['apply', 'ballot', 'assess'] as const;

/** The branch's internal dates, as its organisation's plan sets them. */
export function internalDeadlines(dates: { applyBy: string; ballotBy: string; assessBy: string }): DeadlineOrder[] {
  return (
    [
      ['apply', dates.applyBy],
      ['ballot', dates.ballotBy],
      ['assess', dates.assessBy],
    ] as const
  ).map(([kind, date]) => ({ action: 'open', kind, body: 'branch', remindByDate: date, dueDate: date }));
}
