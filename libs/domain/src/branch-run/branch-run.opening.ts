import { superiorOf } from '../organisation-run/organisation-run.opening';
import type { Programme, StepName } from '../programme/programme';
import { deadlineOf, stepsFor } from '../programme/programme-rules';
import type { OrganisationKind } from '../roster/roster-layout';
import type { BranchRunSetting } from './branch-run';
import type { BranchRunMode, Disposition } from './branch-run.terms';

/** A branch's run of an earlier round. */
export interface EarlierRun {
  readonly isRecognised: boolean;
  readonly disposition: Disposition | null;
  /** Rounds may overlap: the pass is still on its way to recognition. */
  readonly isPassUnderWay: boolean;
}

/** What earlier rounds left of a branch. */
export interface BranchStanding {
  readonly recognised: boolean;
  /** A pass of the round before that is not recognised yet. */
  readonly passed: boolean;
}

/** What the runs of earlier rounds left of a branch, the oldest first: a recognition stays, a pass counts in the next round. */
export function standingAfter(earlier: readonly EarlierRun[]): BranchStanding {
  const last = earlier.at(-1);
  return {
    recognised: earlier.some(({ isRecognised }) => isRecognised),
    passed: last !== undefined && (last.disposition === 'passed-awaiting' || last.isPassUnderWay),
  };
}

/** What a run's setting takes over as it is: whose run it is, of which round. */
export type BranchRunHome = Omit<
  BranchRunSetting,
  | 'mode'
  | 'hasSurvey'
  | 'passedBefore'
  | 'superior'
  | 'passMark'
  | 'assessBy'
  | 'correctionWorkdays'
  | 'lostPassPlanWorkdays'
  | 'surveyDeadline'
  | 'planDeadline'
>;

/**
 * What a round asks of a branch: that which is not recognised yet is to attain the standard, any other keeps it or has it
 * reviewed. A pass of an earlier round goes on from there: the branch has no survey and no plan.
 */
export function settingOfBranchRun(
  home: BranchRunHome,
  {
    programme,
    organisationKind,
    standing,
  }: {
    readonly programme: Programme;
    readonly organisationKind: OrganisationKind;
    readonly standing: BranchStanding;
  },
): BranchRunSetting {
  const { year } = home;
  const steps = stepsFor(programme, year, standing);
  const mode = modeOf(steps);
  const passedBefore = mode === 'attain' && standing.passed;
  const plan = steps.includes('plan') && !passedBefore ? deadlineOf(programme, year, 'branch-plan') : undefined;
  const hasSurvey = steps.includes('survey') && !passedBefore;
  const survey = hasSurvey ? deadlineOf(programme, year, 'survey') : undefined;
  return {
    ...home,
    mode,
    hasSurvey,
    passedBefore,
    superior: superiorOf(home, organisationKind),
    passMark: programme.assessment.passMark,
    assessBy: deadlineOf(programme, year, 'assessment')?.dueDate ?? null,
    correctionWorkdays: programme.correctionWorkdays,
    lostPassPlanWorkdays: programme.lostPassPlanWorkdays,
    surveyDeadline: survey ? { remindByDate: survey.remindByDate, dueDate: survey.dueDate } : null,
    planDeadline: plan ? { remindByDate: plan.remindByDate, dueDate: plan.dueDate } : null,
  };
}

function modeOf(steps: readonly StepName[]): BranchRunMode {
  if (steps.includes('assessment')) return 'attain';
  return steps.includes('review') ? 'review' : 'maintain';
}
