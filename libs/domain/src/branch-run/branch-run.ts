import type { BranchStep } from './branch-run.steps';
import type {
  Outcome,
  BranchRunMode,
  Disposition,
  Result,
  ReviewResult,
  SurveyClass,
  Target,
  Verdict,
} from './branch-run.terms';
import type { BallotMode, BallotTally } from '../ballot/ballot';
import type { ProcessEvent, OfficeRef } from '../process/decision';
import type { CivilDate, Instant } from '../time/time';

/** Fixed when the run opens and never changed: the start input of the workflow (≤ 4 KB). */
export interface BranchRunSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly year: number;
  readonly runId: string;
  readonly branchId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationWorkflowId: string;
  readonly mode: BranchRunMode;
  readonly hasSurvey: boolean;
  /** A pass of an earlier round that was not recognised yet: the year begins at listing. */
  readonly passedBefore: boolean;
  /** The office that does the organisation's steps: for a 直属党支部 the committee officer. */
  readonly superior: OfficeRef;
  readonly passMark: number;
  /** The assessment date of the round: after it a branch that failed applies again in the next one. */
  readonly assessBy: CivilDate | null;
  readonly correctionWorkdays: number;
  readonly lostPassPlanWorkdays: number;
  /** Its part of the date by which the organisation owes the survey of all its branches; absent in a run of before there was one. */
  readonly surveyDeadline?: { readonly remindByDate: CivilDate; readonly dueDate: CivilDate } | null;
  readonly planDeadline: { readonly remindByDate: CivilDate; readonly dueDate: CivilDate } | null;
}

/** The state of a branch's year: rows = fold(events) = what the workflow holds. */
export interface BranchRunState {
  readonly step: BranchStep;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
  /** 1 for the first self-assessment of the year, then 2, 3 … after rectification. */
  readonly attempt: number;
  readonly target: Target | null;
  readonly early: boolean;
  readonly surveyClass: SurveyClass | null;
  readonly problems: number;
  readonly selfScore: number | null;
  readonly superiorScore: number | null;
  readonly ballotBoxId: string | null;
  readonly ballot: BallotTally | null;
  readonly assessors: readonly string[];
  /** The assessor's document under countersignature. */
  readonly signed: { readonly documentId: string; readonly digest: string } | null;
  readonly result: Result | null;
  readonly concludedAt: Instant | null;
  readonly warnings: readonly string[];
  readonly review: ReviewResult | null;
  readonly struck: boolean;
  readonly decisionId: string | null;
  readonly registeredAt: Instant | null;
  readonly recheckId: string | null;
  readonly recheck: 'not-drawn' | Verdict | null;
  readonly publishedIn: string | null;
  readonly recognisedIn: string | null;
  readonly recognisedAt: Instant | null;
  readonly disposition: Disposition | null;
}

/** The events of a branch's stream that its state is folded from. */
export type BranchRunEvent =
  | ProcessEvent<
      'branch-run-opened',
      { mode: BranchRunMode; step: BranchStep; waitingOn: OfficeRef | null; at: Instant; result: 'passed' | null }
    >
  | ProcessEvent<'survey-opened', { at: Instant; imported: number }>
  | ProcessEvent<'survey-submitted', { at: Instant; documentId: string; digest: string; problems: number }>
  | ProcessEvent<'survey-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | ProcessEvent<'survey-confirmed', { at: Instant; surveyClass: SurveyClass; step: BranchStep }>
  | ProcessEvent<'target-set', { at: Instant; target: Target; planId: string; step: BranchStep }>
  | ProcessEvent<'branch-plan-submitted', { at: Instant; documentId: string; digest: string; problems: number }>
  | ProcessEvent<'branch-plan-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | ProcessEvent<'branch-plan-approved', { at: Instant; step: BranchStep }>
  | ProcessEvent<
      'assessment-submitted',
      {
        at: Instant;
        attempt: number;
        documentId: string;
        digest: string;
        score: number;
        early: boolean;
        step: BranchStep;
        openedAt?: Instant;
      }
    >
  | ProcessEvent<
      'assessment-returned',
      {
        at: Instant;
        remarksId: string;
        digest: string;
        lines: number;
        /** The step the application came from. */
        step: BranchStep;
      }
    >
  | ProcessEvent<
      'ballot-opened',
      { at: Instant; ballotBoxId: string; mode: BallotMode; members: number; masses: number }
    >
  | ProcessEvent<'ballot-closed', { at: Instant; ballotBoxId: string; tally: BallotTally; counters: readonly string[] }>
  | ProcessEvent<
      'assessment-signed',
      { at: Instant; documentId: string; digest: string; score: number; assessor: string; openedAt?: Instant }
    >
  | ProcessEvent<
      'assessment-concluded',
      {
        at: Instant;
        attempt: number;
        assessor: string;
        score: number;
        result: Result;
        /** The branch's own score, once the superior's sheet has confirmed what is not applicable. */
        selfScore?: number;
        openedAt?: Instant;
        gaps: readonly string[];
        warnings: readonly string[];
      }
    >
  | ProcessEvent<'assessment-disputed', { at: Instant; assessor: string; differences: number }>
  | ProcessEvent<
      'review-submitted',
      { at: Instant; documentId: string; digest: string; changes: number; openedAt?: Instant }
    >
  | ProcessEvent<'review-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | ProcessEvent<'review-confirmed', { at: Instant; result: ReviewResult; score: number; openedAt?: Instant }>
  | ProcessEvent<'branch-listed', { at: Instant; listId: string }>
  | ProcessEvent<'branch-decided', { at: Instant; decisionId: string }>
  | ProcessEvent<'branch-struck', { at: Instant; decisionId: string }>
  | ProcessEvent<'branch-filed', { at: Instant; filingId: string }>
  | ProcessEvent<'branch-filing-returned', { at: Instant; filingId: string }>
  | ProcessEvent<'branch-registered', { at: Instant; filingId: string; bySilence: boolean }>
  | ProcessEvent<'branch-drawn', { at: Instant; spotCheckId: string; recheckId: string; area: OfficeRef }>
  | ProcessEvent<'branch-not-drawn', { at: Instant; spotCheckId: string }>
  | ProcessEvent<'recheck-upheld', { at: Instant; recheckId: string; score: number }>
  | ProcessEvent<'recheck-overturned', { at: Instant; recheckId: string; score: number }>
  | ProcessEvent<'pass-lost', { at: Instant; year: number }>
  | ProcessEvent<'branch-published', { at: Instant; publicationId: string }>
  | ProcessEvent<'branch-recognised', { at: Instant; recognitionId: string }>
  | ProcessEvent<'branch-dissolved', { at: Instant; reasonId: string; digest: string; documentNumber: string }>
  | ProcessEvent<'branch-run-closed', { at: Instant; disposition: Disposition }>;

/** The state before the first event. */
export const UNOPENED_BRANCH_RUN: BranchRunState = {
  step: 'opening',
  since: '1970-01-01T00:00:00.000Z',
  waitingOn: null,
  attempt: 1,
  target: null,
  early: false,
  surveyClass: null,
  problems: 0,
  selfScore: null,
  superiorScore: null,
  ballotBoxId: null,
  ballot: null,
  assessors: [],
  signed: null,
  result: null,
  concludedAt: null,
  warnings: [],
  review: null,
  struck: false,
  decisionId: null,
  registeredAt: null,
  recheckId: null,
  recheck: null,
  publishedIn: null,
  recognisedIn: null,
  recognisedAt: null,
  disposition: null,
};

/** The step a new year begins with (scopes of the programme's round, 苏委工〔2020〕6号 三). */
export function firstStep(setting: BranchRunSetting): BranchStep {
  if (setting.passedBefore) return 'listing';
  if (setting.hasSurvey) return 'survey-opening';
  return setting.mode === 'attain' ? 'target-waiting' : 'plan-writing';
}

/** Where a branch works until it applies: after a failed attempt, or a strike of the pass it took over, it rectifies. */
export function applyingStep({ attempt, decisionId }: Pick<BranchRunState, 'attempt' | 'decisionId'>): BranchStep {
  return attempt > 1 || decisionId !== null ? 'rectifying' : 'building';
}

/** The step after an approved plan. */
export function stepAfterPlan(mode: BranchRunMode): BranchStep {
  return { attain: 'building', maintain: 'maintaining', review: 'review-writing' }[mode] as BranchStep;
}

/** The step after a confirmed survey: whoever is to attain the standard needs his target first. */
export function stepAfterSurvey({ mode, target }: WayOfRun): BranchStep {
  return mode === 'attain' && target === null ? 'target-waiting' : 'plan-writing';
}

/** The step after an application: the ballot of the year needs no other. */
export function stepAfterApplication(isBalloted: boolean): BranchStep {
  return isBalloted ? 'assessing' : 'ballot-opening';
}

/** What tells, of one branch’s year, where its steps lead. */
interface WayOfRun {
  readonly mode: BranchRunMode;
  readonly target: Target | null;
}

/** Where the steps of this year lead, of those that lead to one of several by what is known of it: `roadFrom`. */
export function turnsOf(run: WayOfRun & { readonly isBalloted: boolean }): Readonly<Record<string, BranchStep>> {
  const applied = stepAfterApplication(run.isBalloted);
  return {
    'survey-confirming': stepAfterSurvey(run),
    'plan-approving': stepAfterPlan(run.mode),
    building: applied,
    rectifying: applied,
  };
}

/**
 * Until when a branch that failed may apply again in the same round: its assessment date, later in the next
 * (苏委工〔2020〕6号 三.4, 五.2); null of a branch that this does not limit. It limits no first application: every branch
 * planned for the year owes a conclusion, so whoever applies late is late and on record as such; who failed has given his.
 */
export function appliesUntil(
  { assessBy }: Pick<BranchRunSetting, 'assessBy'>,
  state: BranchRunState,
): CivilDate | null {
  return state.step === 'rectifying' && !isReturned(state) ? assessBy : null;
}

/** An application that came back for its form is the same attempt: no conclusion and no strike stands against it. */
export function isReturned({ selfScore, result, struck }: BranchRunState): boolean {
  return selfScore !== null && result === null && !struck;
}

/** What came of its assessment by now. */
export function outcomeOf({ result, recheck }: Pick<BranchRunState, 'result' | 'recheck'>): Outcome | null {
  return result === 'failed' && recheck === 'overturned' ? 'overturned' : result;
}
