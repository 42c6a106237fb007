import { checkRemarks } from '../document/document-check';
import { checkNumberForm } from '../document/paper-number';
import type { Instant } from '../time/time';
import type { BranchRunSetting } from './branch-run';
import type { Dissolution } from './branch-run.command';
import type { BranchAsked, BranchDecision } from './branch-run.types';

/** The committee dissolves a branch by a numbered paper: it leaves every round that is open. */
export function dissolveBranch({
  setting,
  input,
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'dissolveBranch'>): BranchDecision<'branch-dissolved'> {
  if (lookup) checkNumberForm(input.documentNumber, '/documentNumber');
  checkRemarks(input, lookup);
  const { reasonId, digest, documentNumber } = input;
  const { effects = [], ...left } = leaveRound(setting, input, at);
  return {
    ...left,
    documents: [{ action: 'freeze', documentId: reasonId, digest }],
    effects: [
      ...effects,
      { tell: 'other-rounds', topic: 'branch-dissolved', refs: { reasonId, digest, documentNumber } },
    ],
  };
}

/** A dissolved branch leaves the round: its dates are void, its organisation waits for it no more. */
export function leaveRound(
  { organisationWorkflowId: workflowId }: BranchRunSetting,
  { reasonId, digest, documentNumber }: Dissolution,
  at: Instant,
): BranchDecision<'branch-dissolved'> {
  return {
    events: [{ type: 'branch-dissolved', payload: { at, reasonId, digest, documentNumber } }],
    deadlines: [{ action: 'void-all' }],
    effects: [{ tell: 'organisation', topic: 'branch-left', refs: { workflowId } }],
  };
}
