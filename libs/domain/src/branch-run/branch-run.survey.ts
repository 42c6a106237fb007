import type { BranchRunFact, BranchRunSetting, BranchRunState } from './branch-run';
import type { SurveyClass } from './branch-run.terms';
import type { BranchRunFacts, DocumentRef } from './branch-run.command';
import { startPlan } from './branch-run.plan';
import type { Decision } from '../process/decision';
import { checkDocument, documentRef } from '../document/document-check';
import type { Instant } from '../time/time';

type BranchDecision = Decision<BranchRunFact>;

/** The organisation opens the survey with last year's findings imported (苏委工〔2020〕6号 三.1). */
export function openSurvey(at: Instant, facts?: BranchRunFacts): BranchDecision {
  return {
    facts: [{ type: 'survey-opened', payload: { at, imported: facts?.problems?.imported ?? 0 } }],
    documents: [{ action: 'open', kind: 'survey' }],
  };
}

/** Every dimension answered; "未发现" is an answer (苏委工〔2020〕6号 三.1). */
export function submitSurvey(
  setting: BranchRunSetting,
  input: DocumentRef,
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  checkDocument(input, facts, 'survey-incomplete');
  return {
    facts: [{ type: 'survey-submitted', payload: { at, ...documentRef(input), problems: facts?.problems?.open ?? 0 } }],
    documents: [{ action: 'freeze', ...documentRef(input) }],
    deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
    effects: [
      { tell: 'organisation', topic: 'survey-submitted', refs: { workflowId: setting.organisationWorkflowId } },
    ],
  };
}

/** 先进、中间、后进 (苏委工〔2020〕6号 二); the plan starts once the target is known. */
export function confirmSurvey(
  setting: BranchRunSetting,
  state: BranchRunState,
  input: { readonly surveyClass: SurveyClass },
  at: Instant,
): BranchDecision {
  const step = setting.mode === 'attain' && state.target === null ? 'target-waiting' : 'plan-writing';
  return {
    facts: [{ type: 'survey-confirmed', payload: { at, surveyClass: input.surveyClass, step } }],
    ...(step === 'plan-writing' && startPlan(setting)),
  };
}
