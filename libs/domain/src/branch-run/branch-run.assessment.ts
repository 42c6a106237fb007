import { blockingGates, warningGates } from '../assessment/assessment-gates';
import { checkOpening, openedAtOf } from '../assessment/sheet-opening';
import { checkDocument, documentRef } from '../document/document-check';
import { DomainError } from '../errors';
import { checkOther, checkOwnBranch } from '../office/separation';
import { branchSecretary } from '../process/decision';
import type { GateName } from '../programme/programme';
import { shanghaiDateOf } from '../time/civil-date';
import { appliesUntil, isReturned, stepAfterApplication } from './branch-run';
import type { BranchRunLookup } from './branch-run.command';
import type { BranchAsked, BranchDecision } from './branch-run.types';

/** Self-assessment and application; evidence is frozen with the sheet (苏委工〔2020〕6号 三.4). */
export function submitAssessment(asked: BranchAsked<'submitAssessment'>): BranchDecision<'assessment-submitted'> {
  checkAssessmentDate(asked);
  const { state, input, attribution, lookup } = asked;
  const at = attribution.receivedAt;
  checkDocument(input, lookup, 'score-invalid');
  checkOpening(lookup);
  const again = state.selfScore !== null && !isReturned(state);
  return {
    events: [
      {
        type: 'assessment-submitted',
        payload: {
          at,
          attempt: again ? state.attempt + 1 : state.attempt,
          ...documentRef(input),
          score: lookup?.document?.score ?? 0,
          early: state.target === 'next-year',
          step: stepAfterApplication(state.ballot !== null),
          ...openedAtOf(lookup),
        },
      },
    ],
    documents: [
      { action: 'freeze', ...documentRef(input) },
      { action: 'open', kind: 'superior-assessment' },
    ],
    deadlines: [
      { action: 'meet', kind: 'apply', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
  };
}

function checkAssessmentDate({
  setting,
  state,
  attribution: { receivedAt, happenedOn, lateEntry },
  lookup,
}: BranchAsked<'submitAssessment'>): void {
  const assessBy = appliesUntil(setting, state);
  if (assessBy === null) return;
  const entered = lateEntry && lookup?.enteredInTime !== false && lateEntry.paperDate <= assessBy;
  const appliedOn = (entered && happenedOn) || shanghaiDateOf(receivedAt);
  if (appliedOn > assessBy) {
    const message = '本年度评估期限已过，不能再次申报，整改后请在下一年度申报（首次申报逾期的仍予办理，记为逾期）';
    throw new DomainError('assessment-over', message, { assessBy });
  }
}

/** The first of two assessors signs the sheet; it is read by the branch only once the second has signed it. */
export function signAssessment({
  input,
  attribution,
  lookup,
}: BranchAsked<'signAssessment'>): BranchDecision<'assessment-signed'> {
  checkDocument(input, lookup, 'score-invalid');
  checkAssessor(lookup);
  checkOpening(lookup);
  return {
    events: [
      {
        type: 'assessment-signed',
        payload: {
          at: attribution.receivedAt,
          ...documentRef(input),
          score: lookup?.document?.score ?? 0,
          assessor: attribution.actor,
          ...openedAtOf(lookup),
        },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input), half: true }],
  };
}

/** The second assessor signs the same sheet; ≥ 95 and every refusing gate satisfied is a pass (苏委工〔2020〕6号 三.4). */
export function countersignAssessment({
  setting,
  state,
  input,
  attribution: { receivedAt: at, actor },
  lookup,
}: BranchAsked<'countersignAssessment'>): BranchDecision<'assessment-concluded' | 'assessment-disputed'> {
  checkOther(state.assessors, actor, '第二评估人须为另一人');
  if (state.signed?.documentId !== input.documentId || state.signed?.digest !== input.digest) {
    throw new DomainError('digest-mismatch', '评估表不是第一评估人签署的那一份', { pointer: '/digest' });
  }
  checkAssessor(lookup);
  if (input.differences > 0) {
    return {
      events: [{ type: 'assessment-disputed', payload: { at, assessor: actor, differences: input.differences } }],
      documents: [{ action: 'open', kind: 'superior-assessment' }],
    };
  }
  checkOpening(lookup);
  const gates = lookup?.gates ?? [];
  const blocking = blockingGates(gates).filter(({ gate }) => !ASKED_ELSEWHERE.includes(gate));
  if (blocking.length > 0) {
    throw new DomainError('gate-failed', blocking.map((gate) => gate.message).join('；'), { gates: blocking });
  }
  const score = lookup?.signedScore ?? state.superiorScore ?? 0;
  const passed = score >= setting.passMark;
  return {
    events: [
      {
        type: 'assessment-concluded',
        payload: {
          at,
          attempt: state.attempt,
          assessor: actor,
          score,
          result: passed ? 'passed' : 'failed',
          ...(lookup?.selfScore !== undefined && { selfScore: lookup.selfScore }),
          ...openedAtOf(lookup),
          gaps: passed ? [] : (lookup?.document?.gaps ?? []),
          warnings: warningGates(gates).map((gate) => gate.gate),
        },
      },
    ],
    documents: [
      { action: 'settle', ...documentRef(input) },
      ...(passed ? [] : [{ action: 'open', kind: 'self-assessment' } as const]),
    ],
    deadlines: [{ action: 'meet', kind: 'assess', submittedAt: at }],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'concluded' }],
  };
}

/** The score makes the result itself; the publication comes later and is asked at the recognition. */
const ASKED_ELSEWHERE: readonly GateName[] = ['superior-score', 'publication'];

/** Nobody assesses his own branch, nor signs what somebody of the branch wrote. */
function checkAssessor(lookup: BranchRunLookup | undefined): void {
  checkOwnBranch(lookup?.actorOfBranch, '不得评估本人所在的党支部');
  const written = '这一版评估表由被评估党支部的人员填写，须由评估人重新填写';
  checkOwnBranch(lookup?.document?.authorOfBranch, written, '/documentId');
}
