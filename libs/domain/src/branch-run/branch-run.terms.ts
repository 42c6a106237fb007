/** What the year asks of the branch: attain the standard, keep it, or have it reviewed (2022). */
export const BRANCH_RUN_MODES = ['attain', 'maintain', 'review'] as const;

export type BranchRunMode = (typeof BRANCH_RUN_MODES)[number];

/** The steps of a branch's year, in the order of the circular (苏委工〔2020〕6号 三). */
export const BRANCH_STEPS = [
  'opening',
  'survey-opening',
  'survey-writing',
  'survey-confirming',
  'target-waiting',
  'plan-writing',
  'plan-approving',
  'building',
  'maintaining',
  'ballot-opening',
  'balloting',
  'assessing',
  'countersigning',
  'rectifying',
  'review-writing',
  'review-confirming',
  'reviewed',
  'listing',
  'deciding',
  'filing',
  'registering',
  'draw-waiting',
  'rechecking',
  'publication-waiting',
  'published',
  'recognised',
  'closed',
] as const;

export type BranchStep = (typeof BRANCH_STEPS)[number];

export const PHASES = ['survey', 'plan', 'building', 'assessment', 'spot-check', 'closed'] as const;

export type Phase = (typeof PHASES)[number];

/** The phase each step belongs to; a closed run is in none of the five. */
export const PHASE_OF_STEP: Readonly<Record<BranchStep, Phase>> = {
  opening: 'survey',
  'survey-opening': 'survey',
  'survey-writing': 'survey',
  'survey-confirming': 'survey',
  'target-waiting': 'plan',
  'plan-writing': 'plan',
  'plan-approving': 'plan',
  building: 'building',
  maintaining: 'building',
  rectifying: 'building',
  'ballot-opening': 'assessment',
  balloting: 'assessment',
  assessing: 'assessment',
  countersigning: 'assessment',
  'review-writing': 'assessment',
  'review-confirming': 'assessment',
  reviewed: 'assessment',
  listing: 'assessment',
  deciding: 'assessment',
  filing: 'assessment',
  registering: 'assessment',
  'draw-waiting': 'spot-check',
  rechecking: 'spot-check',
  'publication-waiting': 'spot-check',
  published: 'spot-check',
  recognised: 'spot-check',
  closed: 'closed',
};

export const TARGETS = ['this-year', 'next-year'] as const;

export type Target = (typeof TARGETS)[number];
export const SURVEY_CLASSES = ['advanced', 'middle', 'behind'] as const;

export type SurveyClass = (typeof SURVEY_CLASSES)[number];

/** Where a branch stands when the round closes; each branch is listed once. */
export const DISPOSITIONS = [
  'recognised',
  'passed-awaiting',
  'carried-failed',
  'carried-unplanned',
  'excluded',
] as const;

export type Disposition = (typeof DISPOSITIONS)[number];

/** What an assessment comes to, and what the review of a recognised branch does. */
export const RESULTS = ['passed', 'failed'] as const;

export type Result = (typeof RESULTS)[number];

export const REVIEW_RESULTS = ['upheld', 'questioned'] as const;

export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** What a recheck does with a pass. */
export const VERDICTS = ['upheld', 'overturned'] as const;

export type Verdict = (typeof VERDICTS)[number];
