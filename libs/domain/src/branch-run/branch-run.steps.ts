import type { BranchStep } from './branch-run.terms';

/** Its survey is not handed over yet, of a branch that has one. */
export const STEPS_OWING_SURVEY: readonly BranchStep[] = ['opening', 'survey-opening', 'survey-writing'];

/** Somebody judges the branch: nobody of its own. */
export const STEPS_OF_JUDGEMENT: readonly BranchStep[] = [
  'assessing',
  'countersigning',
  'review-confirming',
  'rechecking',
];

/** Its pass is to be listed, or is on a list that no party group has decided on. */
export const STEPS_BEFORE_DECISION: readonly BranchStep[] = ['listing', 'deciding'];

/** Registered, and to be drawn or not. */
export const STEP_BEFORE_DRAW: BranchStep = 'draw-waiting';

/** The draw is done, the list to be published not made. */
export const STEP_BEFORE_PUBLICATION: BranchStep = 'publication-waiting';

/** Between two steps of the committee: a round is not closed over such a branch. */
export const STEPS_WITH_COMMITTEE: readonly BranchStep[] = [
  'registering',
  'draw-waiting',
  'rechecking',
  'publication-waiting',
  'published',
];
