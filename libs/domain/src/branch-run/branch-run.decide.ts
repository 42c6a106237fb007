import { type BranchRunFact, type BranchRunSetting, type BranchRunState, firstStep, officeAt } from './branch-run';
import { type BranchStep } from './branch-run.terms';
import { closeBallot, conclude, openBallot, signAssessment, submitAssessment } from './branch-run.assessment';
import type { BranchRunCommandName, BranchRunFacts, SpokenBranchCommand } from './branch-run.command';
import { approveBranchPlan, planDeadlines, startPlan, submitBranchPlan } from './branch-run.plan';
import { returned } from './branch-run.return';
import { confirmReview, submitReview } from './branch-run.review';
import { dissolveBranch } from './branch-run.dissolution';
import { confirmSurvey, openSurvey, submitSurvey } from './branch-run.survey';
import type { Decision } from '../process/decision';
import { DomainError } from '../errors';
import type { Role } from '../office/roles';
import type { Instant } from '../time/time';

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
  openBallot: ['ballot-opening', 'assessing'],
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

/** What nobody does about his own branch. */
export const ASSESSING_COMMANDS: readonly BranchRunCommandName[] = [
  'signAssessment',
  'countersignAssessment',
  'confirmReview',
];

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
      return openSurvey(at, facts);
    case 'submitSurvey':
      return submitSurvey(setting, command.input, at, facts);
    case 'confirmSurvey':
      return confirmSurvey(setting, state, command.input, at);
    case 'submitBranchPlan':
      return submitBranchPlan(command.input, at, facts);
    case 'approveBranchPlan':
      return approveBranchPlan(setting, at);
    case 'submitAssessment':
      return submitAssessment(setting, state, { input: command.input, spoken }, facts);
    case 'openBallot':
      return openBallot(command.input, spoken);
    case 'closeBallot':
      return closeBallot(state, command.input.ballotBoxId, spoken.actor, at, facts);
    case 'signAssessment':
      return signAssessment(command.input, spoken, facts);
    case 'countersignAssessment':
      return conclude(setting, state, command.input, spoken.actor, at, facts);
    case 'submitReview':
      return submitReview(command.input, at, facts);
    case 'confirmReview':
      return confirmReview(setting, state, command.input, spoken, facts);
    case 'returnSurvey':
    case 'returnBranchPlan':
    case 'returnAssessment':
    case 'returnReview':
      return returned(setting, state, command, at, facts);
    case 'dissolveBranch':
      return dissolveBranch(setting, command.input, at, facts);
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

function checkStep(state: BranchRunState, name: BranchRunCommandName): void {
  if (state.step === 'opening') throw new DomainError('run-opening', '正在建立，请稍候重试');
  if (state.step === 'closed')
    throw new DomainError('run-closed', '本年度任务已结束', { disposition: state.disposition });
  const allowed = BRANCH_COMMAND_STEPS[name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', '当前环节不能办理此项', { step: state.step, allowed });
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
  if (!offices.includes(office)) throw new DomainError('forbidden', '此项不由所任岗位办理', { office, offices });
}
