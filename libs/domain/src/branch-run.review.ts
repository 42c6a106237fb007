import type { BranchRunFact, BranchRunSetting, BranchRunState } from './branch-run';
import type { ReviewResult } from './branch-run.terms';
import type { BranchRunFacts, DocumentRef } from './branch-run.command';
import { branchSecretary, type Decision } from './decision';
import { checkDocument, documentRef } from './document-check';
import type { Instant } from './time';

type BranchDecision = Decision<BranchRunFact>;

/** The last sheet plus changes, written by the branch (苏委工〔2020〕6号 二). */
export function submitReview(input: DocumentRef, at: Instant, facts?: BranchRunFacts): BranchDecision {
  checkDocument(input, facts, 'score-invalid');
  return {
    facts: [
      { type: 'review-submitted', payload: { at, ...documentRef(input), changes: facts?.document?.changes ?? 0 } },
    ],
    documents: [{ action: 'freeze', ...documentRef(input) }],
    deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
  };
}

/** One confirmation upholds or questions the recognition; it is not a new one. */
export function confirmReview(
  setting: BranchRunSetting,
  state: BranchRunState,
  input: { readonly result: ReviewResult },
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  return {
    facts: [
      {
        type: 'review-confirmed',
        payload: { at, result: input.result, score: facts?.document?.score ?? state.superiorScore ?? 0 },
      },
    ],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'concluded' }],
  };
}
