import { checkDocument, documentRef } from '../document/document-check';
import { checkOwnBranch } from '../office/separation';
import { branchSecretary } from '../process/decision';
import { checkOpening, openedAtOf } from '../assessment/sheet-opening';
import type { BranchAsked, BranchDecision } from './branch-run.types';

/** The last sheet plus changes, written by the branch (苏委工〔2020〕6号 二); settled by its confirmation, whose hand opens it before. */
export function submitReview({
  input,
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'submitReview'>): BranchDecision<'review-submitted'> {
  checkDocument(input, lookup, 'score-invalid');
  checkOpening(lookup);
  return {
    events: [
      {
        type: 'review-submitted',
        payload: { at, ...documentRef(input), changes: lookup?.document?.changes ?? 0, ...openedAtOf(lookup) },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input), half: true }],
    deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
  };
}

/** One confirmation by who opened the review and does not belong to the branch upholds or questions the recognition; it is not a new one. */
export function confirmReview({
  setting,
  state,
  input: { result },
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'confirmReview'>): BranchDecision<'review-confirmed'> {
  checkOwnBranch(lookup?.actorOfBranch, '不得确认本人所在党支部的复查');
  checkOpening(lookup);
  const score = lookup?.document?.score ?? state.superiorScore ?? 0;
  return {
    events: [{ type: 'review-confirmed', payload: { at, result, score, ...openedAtOf(lookup) } }],
    documents: lookup?.review ? [{ action: 'settle', ...documentRef(lookup.review) }] : [],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'concluded' }],
  };
}
