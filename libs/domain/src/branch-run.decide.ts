import { blockingGates, warningGates } from './assessment-gates';
import {
  type BranchRunFact,
  type BranchRunSetting,
  type BranchRunState,
  type BranchStep,
  firstStep,
  officeAt,
  stepAfterPlan,
} from './branch-run';
import type {
  BranchRunCommandName,
  BranchRunFacts,
  BranchRunMessage,
  DocumentRef,
  RemarksRef,
  SpokenBranchCommand,
} from './branch-run.command';
import type { DeadlineOrder, Decision } from './decision';
import { DomainError } from './errors';
import type { Role } from './roles';
import type { Instant } from './time';

type BranchDecision = Decision<BranchRunFact>;

/** Transition table: at which steps each command may be given. Tests generate every wrong step from it. */
export const BRANCH_COMMAND_STEPS: Readonly<Record<BranchRunCommandName, readonly BranchStep[]>> = {
  openSurvey: ['survey-opening'],
  submitSurvey: ['survey-writing'],
  returnSurvey: ['survey-confirming'],
  confirmSurvey: ['survey-confirming'],
  submitBranchPlan: ['plan-writing'],
  returnBranchPlan: ['plan-approving'],
  approveBranchPlan: ['plan-approving'],
  submitAssessment: ['building', 'rectifying'],
  returnAssessment: ['ballot-opening', 'assessing'],
  openBallot: ['ballot-opening'],
  closeBallot: ['balloting'],
  signAssessment: ['assessing'],
  countersignAssessment: ['countersigning'],
  submitReview: ['review-writing'],
  returnReview: ['review-confirming'],
  confirmReview: ['review-confirming'],
  dissolveBranch: [
    'survey-opening',
    'survey-writing',
    'survey-confirming',
    'target-waiting',
    'plan-writing',
    'plan-approving',
    'building',
    'maintaining',
    'rectifying',
    'ballot-opening',
    'balloting',
    'assessing',
    'countersigning',
    'review-writing',
    'review-confirming',
    'reviewed',
    'listing',
    'recognised',
  ],
};

/**
 * Decides a hand-over of a branch's year. Without `facts` (validator) only what the state knows is checked; with them
 * (local write) also what the tables know. Throws DomainError: `run-opening`, `run-closed`, `wrong-step`, `forbidden`,
 * `digest-mismatch`, `document-frozen`, and the codes named at each command.
 */
export function decideBranchRun(
  setting: BranchRunSetting,
  state: BranchRunState,
  { command, spoken }: SpokenBranchCommand,
  facts?: BranchRunFacts,
): BranchDecision {
  checkStep(state, command.name);
  checkOffice(setting, command.name, spoken.office);
  const at = spoken.receivedAt;
  switch (command.name) {
    case 'openSurvey':
      return {
        facts: [{ type: 'survey-opened', payload: { at, imported: facts?.problems?.imported ?? 0 } }],
        documents: [{ action: 'open', kind: 'survey' }],
      };
    case 'submitSurvey':
      checkDocument(command.input, facts, 'survey-incomplete');
      return {
        facts: [
          { type: 'survey-submitted', payload: { at, ...ref(command.input), problems: facts?.problems?.open ?? 0 } },
        ],
        documents: [{ action: 'freeze', ...ref(command.input) }],
        deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
        effects: [{ tell: 'organisation', topic: 'survey-submitted', refs: { runId: setting.runId } }],
      };
    case 'returnSurvey':
      return returned('survey-returned', 'survey', setting, at, command.input, facts, 'survey-writing');
    case 'confirmSurvey': {
      const step = setting.mode === 'attain' && state.target === null ? 'target-waiting' : 'plan-writing';
      return {
        facts: [{ type: 'survey-confirmed', payload: { at, surveyClass: command.input.surveyClass, step } }],
        ...(step === 'plan-writing' && startPlan(setting)),
      };
    }
    case 'submitBranchPlan':
      checkDocument(command.input, facts, 'plan-incomplete');
      if (facts?.problems && facts.problems.unplanned > 0) {
        throw new DomainError('plan-incomplete', 'Every open problem needs a measure, an owner and a date.', {
          unplanned: facts.problems.unplanned,
          clause: '三.2',
        });
      }
      return {
        facts: [
          {
            type: 'branch-plan-submitted',
            payload: { at, ...ref(command.input), problems: facts?.problems?.open ?? 0 },
          },
        ],
        documents: [{ action: 'freeze', ...ref(command.input) }],
        deadlines: [
          { action: 'meet', kind: 'branch-plan', submittedAt: at },
          { action: 'meet', kind: 'correction', submittedAt: at },
        ],
      };
    case 'returnBranchPlan':
      return returned('branch-plan-returned', 'branch-plan', setting, at, command.input, facts, 'plan-writing');
    case 'approveBranchPlan': {
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
    case 'submitAssessment':
      return submitAssessment(state, command.input, at, facts);
    case 'returnAssessment':
      return returned(
        'assessment-returned',
        'self-assessment',
        setting,
        at,
        command.input,
        facts,
        state.attempt > 1 ? 'rectifying' : 'building',
      );
    case 'openBallot':
      return {
        facts: [{ type: 'ballot-opened', payload: { at, ...command.input } }],
      };
    case 'closeBallot':
      return closeBallot(command.input.ballotBoxId, spoken.actor, at, facts);
    case 'signAssessment':
      checkDocument(command.input, facts, 'score-invalid');
      checkAssessor(facts);
      return {
        facts: [
          {
            type: 'assessment-signed',
            payload: { at, ...ref(command.input), score: facts?.document?.score ?? 0, assessor: spoken.actor },
          },
        ],
        documents: [{ action: 'freeze', ...ref(command.input) }],
      };
    case 'countersignAssessment':
      return conclude(setting, state, command.input, spoken.actor, at, facts);
    case 'submitReview':
      checkDocument(command.input, facts, 'score-invalid');
      return {
        facts: [
          { type: 'review-submitted', payload: { at, ...ref(command.input), changes: facts?.document?.changes ?? 0 } },
        ],
        documents: [{ action: 'freeze', ...ref(command.input) }],
        deadlines: [{ action: 'meet', kind: 'correction', submittedAt: at }],
      };
    case 'returnReview':
      return returned('review-returned', 'review', setting, at, command.input, facts, 'review-writing');
    case 'confirmReview':
      return {
        facts: [
          {
            type: 'review-confirmed',
            payload: { at, result: command.input.result, score: facts?.document?.score ?? state.superiorScore ?? 0 },
          },
        ],
        notices: [{ to: secretary(setting), subject: 'concluded' }],
      };
    case 'dissolveBranch':
      checkRemarks({ remarksId: command.input.reasonId, digest: command.input.digest, lines: 1 }, facts);
      return {
        facts: [{ type: 'branch-dissolved', payload: { at, ...command.input } }],
        deadlines: [{ action: 'void-all' }],
        effects: [{ tell: 'organisation', topic: 'branch-left', refs: { runId: setting.runId } }],
      };
  }
}

/** Opening of the year: the first fact of the stream, with the branch's own dates. */
export function openBranchRun(setting: BranchRunSetting, at: Instant): BranchDecision {
  const step = firstStep(setting);
  return {
    facts: [
      {
        type: 'branch-run-opened',
        payload: {
          mode: setting.mode,
          step,
          waitingOn: officeAt(step, setting),
          at,
          result: setting.passedBefore ? 'passed' : null,
        },
      },
    ],
    ...(step === 'plan-writing' ? startPlan(setting) : { deadlines: planDeadlines(setting) }),
  };
}

/**
 * Applies news from another run. News that does not fit the state (a recheck of a dissolved branch, a second
 * registration) changes nothing: the sender decided, the receiver records only what still concerns it.
 */
export function applyBranchNews(
  setting: BranchRunSetting,
  state: BranchRunState,
  message: BranchRunMessage,
): BranchDecision {
  const { news, receivedAt: at } = message;
  const nothing: BranchDecision = { facts: [] };
  if (state.step === 'closed') return nothing;
  const when = (steps: readonly BranchStep[], decision: () => BranchDecision) =>
    steps.includes(state.step) ? decision() : nothing;
  switch (news.topic) {
    case 'target-set': {
      if (setting.mode !== 'attain' || state.attempt > 1) return nothing;
      const step = state.step === 'target-waiting' ? 'plan-writing' : state.step;
      return {
        facts: [{ type: 'target-set', payload: { at, target: news.target, planId: news.planId, step } }],
        documents: step === state.step ? [] : [{ action: 'open', kind: 'branch-plan' }],
        deadlines:
          state.selfScore === null && news.dates && news.target === 'this-year' ? internalDeadlines(news.dates) : [],
      };
    }
    case 'listed':
      return when(['listing', 'deciding'], () => ({
        facts: [{ type: 'branch-listed', payload: { at, listId: news.listId } }],
      }));
    case 'decided':
      return when(['deciding'], () => ({
        facts: [{ type: 'branch-decided', payload: { at, decisionId: news.decisionId } }],
      }));
    case 'struck':
      return when(['deciding'], () => ({
        facts: [{ type: 'branch-struck', payload: { at, decisionId: news.decisionId } }],
        documents: [{ action: 'open', kind: 'self-assessment' }],
        notices: [{ to: secretary(setting), subject: 'struck' }],
      }));
    case 'filed':
      return when(['filing', 'registering'], () => ({
        facts: [{ type: 'branch-filed', payload: { at, filingId: news.filingId } }],
      }));
    case 'registered':
      return when(['registering'], () => ({
        facts: [{ type: 'branch-registered', payload: { at, filingId: news.filingId, bySilence: news.bySilence } }],
        notices: [{ to: secretary(setting), subject: 'registered' }],
      }));
    case 'drawn':
      return when(['draw-waiting'], () => ({
        facts: [
          {
            type: 'branch-drawn',
            payload: { at, spotCheckId: news.spotCheckId, recheckId: news.recheckId, area: news.area },
          },
        ],
        notices: [{ to: secretary(setting), subject: 'drawn' }],
      }));
    case 'not-drawn':
      return when(['draw-waiting'], () => ({
        facts: [{ type: 'branch-not-drawn', payload: { at, spotCheckId: news.spotCheckId } }],
      }));
    case 'rechecked':
      return when(['rechecking'], () => ({
        facts: [
          {
            type: news.verdict === 'upheld' ? 'recheck-upheld' : 'recheck-overturned',
            payload: { at, recheckId: news.recheckId, score: news.score },
          },
        ],
        documents: news.verdict === 'overturned' ? [{ action: 'open', kind: 'self-assessment' }] : [],
        notices: [{ to: secretary(setting), subject: 'recheck-concluded' }],
      }));
    case 'published':
      return when(['publication-waiting'], () => ({
        facts: [{ type: 'branch-published', payload: { at, publicationId: news.publicationId } }],
      }));
    case 'recognised':
      return when(['published'], () => ({
        facts: [{ type: 'branch-recognised', payload: { at, recognitionId: news.recognitionId } }],
        notices: [{ to: secretary(setting), subject: 'recognised' }],
      }));
    case 'round-closed':
      return {
        facts: [{ type: 'branch-run-closed', payload: { at, disposition: news.disposition } }],
        deadlines: [{ action: 'void-all' }],
      };
  }
}

function submitAssessment(
  state: BranchRunState,
  input: DocumentRef,
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  checkDocument(input, facts, 'score-invalid');
  const first = state.selfScore === null;
  const step: BranchStep = state.ballot === null ? 'ballot-opening' : 'assessing';
  return {
    facts: [
      {
        type: 'assessment-submitted',
        payload: {
          at,
          attempt: first ? 1 : state.attempt + 1,
          ...ref(input),
          score: facts?.document?.score ?? 0,
          early: state.target === 'next-year',
          step,
        },
      },
    ],
    documents: [
      { action: 'freeze', ...ref(input) },
      { action: 'open', kind: 'superior-assessment' },
    ],
    deadlines: [
      { action: 'meet', kind: 'apply', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
  };
}

/** The tally is counted from the box; a paper tally needs two different counters who agree (苏委工〔2020〕6号 三.4). */
function closeBallot(ballotBoxId: string, actor: string, at: Instant, facts?: BranchRunFacts): BranchDecision {
  const box = facts?.ballot;
  if (box && box.mode === 'paper') {
    if (!box.firstCounter)
      throw new DomainError('ballot-numbers-impossible', 'The first counter has not entered the tally.');
    if (box.firstCounter === actor) {
      throw new DomainError('same-person', 'The tally is confirmed by another person than the one who entered it.');
    }
    if (!box.countsAgree) throw new DomainError('ballot-numbers-impossible', 'The two counts differ.');
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

/** The second assessor signs the same sheet; ≥ 95 and every refusing gate satisfied is a pass (苏委工〔2020〕6号 三.4). */
function conclude(
  setting: BranchRunSetting,
  state: BranchRunState,
  input: DocumentRef & { readonly differences: number },
  actor: string,
  at: Instant,
  facts?: BranchRunFacts,
): BranchDecision {
  if (state.assessors.includes(actor))
    throw new DomainError('same-person', 'The second assessor is another person than the first.');
  if (state.signed?.documentId !== input.documentId || state.signed.digest !== input.digest) {
    throw new DomainError('digest-mismatch', 'The sheet is not the one the first assessor signed.', {
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
  const gates = facts?.gates ?? [];
  const blocking = blockingGates(gates).filter((gate) => gate.gate !== 'superior-score');
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
          gaps: passed ? [] : (facts?.document?.gaps ?? []),
          warnings: warningGates(gates).map((gate) => gate.gate),
        },
      },
    ],
    documents: passed ? [] : [{ action: 'open', kind: 'self-assessment' }],
    deadlines: [{ action: 'meet', kind: 'assess', submittedAt: at }],
    notices: [{ to: secretary(setting), subject: 'concluded' }],
  };
}

function checkStep(state: BranchRunState, name: BranchRunCommandName): void {
  if (state.step === 'opening') throw new DomainError('run-opening', 'The run is being opened; try again in a moment.');
  if (state.step === 'closed')
    throw new DomainError('run-closed', 'The run is closed.', { disposition: state.disposition });
  const allowed = BRANCH_COMMAND_STEPS[name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', `${name} is not possible at this step.`, { step: state.step, allowed });
  }
}

const SUPERIOR_COMMANDS: readonly BranchRunCommandName[] = [
  'openSurvey',
  'returnSurvey',
  'confirmSurvey',
  'returnBranchPlan',
  'approveBranchPlan',
  'returnAssessment',
  'openBallot',
  'closeBallot',
  'returnReview',
  'confirmReview',
];

/** The offices that may give a command; who holds them and in which scope is the API's guard. */
export function officesFor(setting: BranchRunSetting, name: BranchRunCommandName): readonly Role[] {
  if (SUPERIOR_COMMANDS.includes(name)) {
    return setting.superior.role === 'committee-officer'
      ? ['committee-officer']
      : ['organisation-officer', 'organisation-secretary'];
  }
  if (name === 'signAssessment' || name === 'countersignAssessment') return ['assessor'];
  if (name === 'dissolveBranch') return ['committee-officer'];
  return ['branch-secretary'];
}

function checkOffice(setting: BranchRunSetting, name: BranchRunCommandName, office: Role): void {
  const offices = officesFor(setting, name);
  if (!offices.includes(office))
    throw new DomainError('forbidden', `${name} belongs to another office.`, { office, offices });
}

function checkDocument(
  input: DocumentRef,
  facts: BranchRunFacts | undefined,
  incomplete: 'survey-incomplete' | 'plan-incomplete' | 'score-invalid',
) {
  if (!facts) return;
  const document = facts.document;
  if (!document)
    throw new DomainError('document-missing', 'The document does not belong to this step.', { pointer: '/documentId' });
  if (document.frozen)
    throw new DomainError('document-frozen', 'The document was handed over already.', { pointer: '/documentId' });
  if (document.digest !== input.digest) {
    throw new DomainError('digest-mismatch', 'The document changed after it was read.', {
      pointer: '/digest',
      current: document.digest,
    });
  }
  if (document.faults.length > 0)
    throw new DomainError(incomplete, 'The document is not complete.', { errors: document.faults });
}

function checkRemarks(input: RemarksRef, facts: BranchRunFacts | undefined): void {
  if (!facts) return;
  if (!facts.remarks)
    throw new DomainError('document-missing', 'The remarks were not found.', { pointer: '/remarksId' });
  if (facts.remarks.digest !== input.digest)
    throw new DomainError('digest-mismatch', 'The remarks changed.', { pointer: '/digest' });
}

/** Nobody assesses his own branch (design: separation in the domain). */
function checkAssessor(facts: BranchRunFacts | undefined): void {
  if (facts?.actorIsMember)
    throw new DomainError('own-branch', 'An assessor is no member of the branch.', { clause: '三.4' });
}

function returned(
  type: 'survey-returned' | 'branch-plan-returned' | 'assessment-returned' | 'review-returned',
  kind: 'survey' | 'branch-plan' | 'self-assessment' | 'review',
  setting: BranchRunSetting,
  at: Instant,
  input: RemarksRef,
  facts: BranchRunFacts | undefined,
  step: BranchStep,
): BranchDecision {
  checkRemarks(input, facts);
  return {
    facts: [{ type, payload: { at, ...input } }],
    documents: [
      { action: 'freeze', documentId: input.remarksId, digest: input.digest },
      { action: 'open', kind },
    ],
    deadlines: [
      { action: 'open-in-workdays', kind: 'correction', body: 'branch', workdays: setting.correctionWorkdays },
    ],
    notices: [{ to: officeAt(step, setting) ?? secretary(setting), subject: 'returned' }],
  };
}

function ref(input: DocumentRef): { documentId: string; digest: string } {
  return { documentId: input.documentId, digest: input.digest };
}

function secretary(setting: BranchRunSetting) {
  return { role: 'branch-secretary', bodyKind: 'branch', bodyId: setting.branchId } as const;
}

function planDeadlines(setting: BranchRunSetting): DeadlineOrder[] {
  return setting.planDeadline ? [{ action: 'open', kind: 'branch-plan', body: 'branch', ...setting.planDeadline }] : [];
}

function startPlan(setting: BranchRunSetting): Pick<BranchDecision, 'documents' | 'deadlines'> {
  return {
    documents: [{ action: 'open', kind: 'branch-plan' }],
    deadlines: setting.hasSurvey ? [] : planDeadlines(setting),
  };
}

function internalDeadlines(dates: { applyBy: string; ballotBy: string; assessBy: string }): DeadlineOrder[] {
  return (
    [
      ['apply', dates.applyBy],
      ['ballot', dates.ballotBy],
      ['assess', dates.assessBy],
    ] as const
  ).map(([kind, date]) => ({ action: 'open', kind, body: 'branch', remindByDate: date, dueDate: date }));
}
