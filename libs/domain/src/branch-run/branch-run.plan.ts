import type { DeadlineOrder } from '../process/decision';
import { type BranchRunSetting, stepAfterPlan } from './branch-run';
import type { InternalDates } from './branch-run.command';
import type { BranchAsked, BranchDecision } from './branch-run.types';
import { checkDocument, documentRef } from '../document/document-check';
import { DomainError } from '../errors';

/** The branch plan is the problem list completed: each open problem has measure, owner, date (苏委工〔2020〕6号 三.2). */
export function submitBranchPlan({
  input,
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'submitBranchPlan'>): BranchDecision<'branch-plan-submitted'> {
  checkDocument(input, lookup, 'plan-incomplete');
  if (lookup?.problems && lookup.problems.unplanned > 0) {
    throw new DomainError('plan-incomplete', '每个未销号的问题都须有措施、责任人和时限', {
      unplanned: lookup.problems.unplanned,
      clause: '三.2',
    });
  }
  return {
    events: [
      {
        type: 'branch-plan-submitted',
        payload: { at, ...documentRef(input), problems: lookup?.problems?.open ?? 0 },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input), made: true }],
    deadlines: [
      { action: 'meet', kind: 'branch-plan', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
  };
}

/** The organisation approves what it has read: the register still holds what was handed over. What follows depends on what the year asks of the branch. */
export function approveBranchPlan({
  setting,
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'approveBranchPlan'>): BranchDecision<'branch-plan-approved'> {
  const changed = lookup?.problems?.changed ?? 0;
  if (changed > 0) {
    const message = `报送后有 ${changed} 个问题新增或改动，须先退回计划，由党支部重新报送`;
    throw new DomainError('list-mismatch', message, { changed, clause: '三.2' });
  }
  const step = stepAfterPlan(setting.mode);
  return {
    events: [{ type: 'branch-plan-approved', payload: { at, step } }],
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

/** The internal dates about a branch, as its organisation's plan sets them: the branch applies, its organisation does the rest (苏委工〔2020〕6号 三.4). */
export function internalDeadlines(dates: InternalDates): DeadlineOrder[] {
  return (
    [
      ['apply', 'branch', dates.applyBy],
      ['ballot', 'organisation', dates.ballotBy],
      ['assess', 'organisation', dates.assessBy],
    ] as const
  ).map(([kind, body, date]) => ({ action: 'open', kind, body, remindByDate: date, dueDate: date }));
}
