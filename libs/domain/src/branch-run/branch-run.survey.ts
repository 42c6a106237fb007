import { checkDocument, documentRef } from '../document/document-check';
import { startPlan } from './branch-run.plan';
import type { DeadlineOrder } from '../process/decision';
import { type BranchRunSetting, stepAfterSurvey } from './branch-run';
import type { BranchAsked, BranchDecision } from './branch-run.types';

/** What the branch owes of its organisation's survey date: by the same day, reminded of and never escalated (苏委工〔2020〕6号 三.1). */
export function surveyDeadlines({ surveyDeadline }: BranchRunSetting): DeadlineOrder[] {
  return surveyDeadline ? [{ action: 'open', kind: 'survey', body: 'branch', ...surveyDeadline }] : [];
}

/** The organisation opens the survey with last year's findings imported (苏委工〔2020〕6号 三.1). */
export function openSurvey({ attribution, lookup }: BranchAsked<'openSurvey'>): BranchDecision<'survey-opened'> {
  const imported = lookup?.problems?.imported ?? 0;
  return {
    events: [{ type: 'survey-opened', payload: { at: attribution.receivedAt, imported } }],
    documents: [{ action: 'open', kind: 'survey' }],
  };
}

/** Every dimension answered; "未发现" is an answer (苏委工〔2020〕6号 三.1). */
export function submitSurvey({
  setting,
  input,
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'submitSurvey'>): BranchDecision<'survey-submitted'> {
  checkDocument(input, lookup, 'survey-incomplete');
  return {
    events: [
      { type: 'survey-submitted', payload: { at, ...documentRef(input), problems: lookup?.problems?.open ?? 0 } },
    ],
    documents: [{ action: 'freeze', ...documentRef(input) }],
    deadlines: [
      { action: 'meet', kind: 'survey', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
    effects: [
      { tell: 'organisation', topic: 'survey-submitted', refs: { workflowId: setting.organisationWorkflowId } },
    ],
  };
}

/** 先进、中间、后进 (苏委工〔2020〕6号 二); the plan starts once the target is known. */
export function confirmSurvey({
  setting,
  state,
  input: { surveyClass },
  attribution: { receivedAt: at },
}: BranchAsked<'confirmSurvey'>): BranchDecision<'survey-confirmed'> {
  const step = stepAfterSurvey({ mode: setting.mode, target: state.target });
  return {
    events: [{ type: 'survey-confirmed', payload: { at, surveyClass, step } }],
    ...(step === 'plan-writing' && startPlan(setting)),
  };
}
