import type { BranchRunFact, BranchRunSetting, BranchRunState } from './branch-run';
import type { ReviewResult } from './branch-run.terms';
import type { BranchRunFacts, DocumentRef } from './branch-run.command';
import { branchSecretary, type Decision, type Spoken } from '../process/decision';
import { checkDocument, documentRef } from '../document/document-check';
import { DomainError } from '../errors';
import { checkOpening, openedAtOf } from '../assessment/sheet-opening';
import type { Instant } from '../time/time';

type BranchDecision = Decision<BranchRunFact>;

/** The last sheet plus changes, written by the branch (苏委工〔2020〕6号 二); settled by its confirmation, whose hand opens it before. */
export function submitReview(input: DocumentRef, at: Instant, facts?: BranchRunFacts): BranchDecision {
  checkDocument(input, facts, 'score-invalid');
  checkOpening(facts);
  return {
    facts: [
      {
        type: 'review-submitted',
        payload: { at, ...documentRef(input), changes: facts?.document?.changes ?? 0, ...openedAtOf(facts) },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input), half: true }],
    deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
  };
}

/** One confirmation by who opened the review and does not belong to the branch upholds or questions the recognition; it is not a new one. */
export function confirmReview(
  setting: BranchRunSetting,
  state: BranchRunState,
  input: { readonly result: ReviewResult },
  { receivedAt: at }: Spoken,
  facts?: BranchRunFacts,
): BranchDecision {
  if (facts?.actorOfBranch) throw new DomainError('own-branch', '不得确认本人所在党支部的复查', { clause: '三.4' });
  checkOpening(facts);
  return {
    facts: [
      {
        type: 'review-confirmed',
        payload: {
          at,
          result: input.result,
          score: facts?.document?.score ?? state.superiorScore ?? 0,
          ...openedAtOf(facts),
        },
      },
    ],
    documents: facts?.review ? [{ action: 'settle', ...documentRef(facts.review) }] : [],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'concluded' }],
  };
}
