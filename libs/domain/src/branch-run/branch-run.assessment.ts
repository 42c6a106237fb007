import { blockingGates, warningGates } from '../assessment/assessment-gates';
import type { BranchRunFact, BranchRunSetting, BranchRunState } from './branch-run';
import type { BranchStep } from './branch-run.terms';
import type { BranchRunCommand, BranchRunFacts, DocumentRef } from './branch-run.command';
import { branchSecretary, type Decision, type Spoken } from '../process/decision';
import { checkDocument, documentRef } from '../document/document-check';
import { shanghaiDateOf } from '../time/civil-date';
import { DomainError } from '../errors';
import type { GateName } from '../programme/programme';
import { checkOpening, openedAtOf } from '../assessment/sheet-opening';
import type { Instant } from '../time/time';

type BranchDecision = Decision<BranchRunFact>;

/** Self-assessment and application; evidence is frozen with the sheet (苏委工〔2020〕6号 三.4). */
export function submitAssessment(
  setting: BranchRunSetting,
  state: BranchRunState,
  { input, spoken }: { readonly input: DocumentRef; readonly spoken: Spoken },
  facts?: BranchRunFacts,
): BranchDecision {
  checkAssessmentDate(setting, state, spoken, facts);
  const at = spoken.receivedAt;
  checkDocument(input, facts, 'score-invalid');
  checkOpening(facts);
  const again = state.selfScore !== null && !isReturned(state);
  const step: BranchStep = state.ballot === null ? 'ballot-opening' : 'assessing';
  return {
    facts: [
      {
        type: 'assessment-submitted',
        payload: {
          at,
          attempt: again ? state.attempt + 1 : state.attempt,
          ...documentRef(input),
          score: facts?.document?.score ?? 0,
          early: state.target === 'next-year',
          step,
          ...openedAtOf(facts),
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

/** After a failure again in the same round until its assessment date, later in the next (苏委工〔2020〕6号 三.4, 五.2). */
function checkAssessmentDate(
  { assessBy }: BranchRunSetting,
  state: BranchRunState,
  { receivedAt, happenedOn, lateEntry }: Spoken,
  facts?: BranchRunFacts,
): void {
  if (state.step !== 'rectifying' || assessBy === null || isReturned(state)) return;
  const entered = lateEntry && facts?.enteredInTime !== false && lateEntry.paperDate <= assessBy;
  const appliedOn = (entered && happenedOn) || shanghaiDateOf(receivedAt);
  if (appliedOn > assessBy) {
    throw new DomainError('assessment-over', '本年度评估期限已过，整改后请在下一年度申报', { assessBy });
  }
}

/** An application that came back for its form is the same attempt: no conclusion and no strike stands against it. */
function isReturned({ selfScore, result, struck }: BranchRunState): boolean {
  return selfScore !== null && result === null && !struck;
}

/** Codes of a ballot on line are made when it is opened: it is open from that day on; one on paper may be entered late. */
export function openBallot(
  input: Extract<BranchRunCommand, { name: 'openBallot' }>['input'],
  { receivedAt: at, happenedOn }: Spoken,
): BranchDecision {
  if (input.mode === 'online' && happenedOn !== undefined && happenedOn !== shanghaiDateOf(at)) {
    throw new DomainError('invalid-input', '网上测评当日发码开启，不能补填日期', { pointer: '/happenedOn' });
  }
  return { facts: [{ type: 'ballot-opened', payload: { at, ...input } }] };
}

/** The tally is counted from the box; a paper tally needs two different counters who agree (苏委工〔2020〕6号 三.4). */
export function closeBallot(
  state: BranchRunState,
  ballotBoxId: string,
  actor: string,
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  if (ballotBoxId !== state.ballotBoxId) {
    throw new DomainError('ballot-closed', '这不是正在进行的测评', { current: state.ballotBoxId });
  }
  const box = facts?.ballot;
  if (box && box.mode === 'paper') {
    if (!box.firstCounter) throw new DomainError('ballot-numbers-impossible', '第一计票人尚未录入计票结果');
    if (box.firstCounter === actor) {
      throw new DomainError('same-person', '计票结果须由录入人以外的人确认');
    }
    if (!box.countsAgree) throw new DomainError('ballot-numbers-impossible', '两次计票结果不一致');
  }
  return {
    facts: box
      ? [
          {
            type: 'ballot-closed',
            payload: {
              at,
              ballotBoxId,
              tally: box.tally,
              counters: box.mode === 'paper' ? [box.firstCounter ?? '', actor] : [actor],
            },
          },
        ]
      : [],
    deadlines: [{ action: 'meet', kind: 'ballot', submittedAt: at }],
  };
}

/** The first of two assessors signs the sheet; it is read by the branch only once the second has signed it. */
export function signAssessment(input: DocumentRef, spoken: Spoken, facts?: BranchRunFacts): BranchDecision {
  checkDocument(input, facts, 'score-invalid');
  checkAssessor(facts);
  checkOpening(facts);
  return {
    facts: [
      {
        type: 'assessment-signed',
        payload: {
          at: spoken.receivedAt,
          ...documentRef(input),
          score: facts?.document?.score ?? 0,
          assessor: spoken.actor,
          ...openedAtOf(facts),
        },
      },
    ],
    documents: [{ action: 'freeze', ...documentRef(input), half: true }],
  };
}

/** The second assessor signs the same sheet; ≥ 95 and every refusing gate satisfied is a pass (苏委工〔2020〕6号 三.4). */
export function conclude(
  setting: BranchRunSetting,
  state: BranchRunState,
  input: DocumentRef & { readonly differences: number },
  actor: string,
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  if (state.assessors.includes(actor)) throw new DomainError('same-person', '第二评估人须为另一人');
  if (state.signed?.documentId !== input.documentId || state.signed?.digest !== input.digest) {
    throw new DomainError('digest-mismatch', '评估表不是第一评估人签署的那一份', {
      pointer: '/digest',
    });
  }
  checkAssessor(facts);
  if (input.differences > 0) {
    return {
      facts: [{ type: 'assessment-disputed', payload: { at, assessor: actor, differences: input.differences } }],
      documents: [{ action: 'open', kind: 'superior-assessment' }],
    };
  }
  checkOpening(facts);
  const gates = facts?.gates ?? [];
  const blocking = blockingGates(gates).filter(({ gate }) => !ASKED_ELSEWHERE.includes(gate));
  if (blocking.length > 0) {
    throw new DomainError('gate-failed', blocking.map((gate) => gate.message).join('；'), { gates: blocking });
  }
  const score = facts?.signedScore ?? state.superiorScore ?? 0;
  const passed = score >= setting.passMark;
  return {
    facts: [
      {
        type: 'assessment-concluded',
        payload: {
          at,
          attempt: state.attempt,
          assessor: actor,
          score,
          result: passed ? 'passed' : 'failed',
          ...(facts?.selfScore !== undefined && { selfScore: facts.selfScore }),
          ...openedAtOf(facts),
          gaps: passed ? [] : (facts?.document?.gaps ?? []),
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
function checkAssessor(facts: BranchRunFacts | undefined): void {
  if (facts?.actorOfBranch) throw new DomainError('own-branch', '不得评估本人所在的党支部', { clause: '三.4' });
  if (facts?.document?.authorOfBranch) {
    throw new DomainError('own-branch', '这一版评估表由被评估党支部的人员填写，须由评估人重新填写', {
      clause: '三.4',
      pointer: '/documentId',
    });
  }
}
