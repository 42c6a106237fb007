/** What the year asks of the branch: attain the standard, keep it, or have it reviewed (2022). */
export const BRANCH_RUN_MODES = ['attain', 'maintain', 'review'] as const;

export type BranchRunMode = (typeof BRANCH_RUN_MODES)[number];

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

/** What came of an assessment by now: a pass that its recheck did not uphold is no failed assessment. */
export const OUTCOMES = [...RESULTS, 'overturned'] as const;

export type Outcome = (typeof OUTCOMES)[number];

export const REVIEW_RESULTS = ['upheld', 'questioned'] as const;

export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** What a recheck does with a pass. */
export const VERDICTS = ['upheld', 'overturned'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** A pass of an earlier round that a branch goes on with (结论沿用): its year, and the score that stands for it there. */
export interface CarriedPass {
  readonly year: number;
  readonly score: number;
}
