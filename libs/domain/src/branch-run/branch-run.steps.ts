import {
  ASSESSOR_OFFICE,
  COMMITTEE_OFFICE,
  type Office,
  RECORDER_OFFICE,
  SECRETARY_OFFICE,
  SUPERIOR_OFFICE,
} from '../process/offices';
import type { Step } from '../process/process';
import type { OfficeRef } from '../process/decision';

/** Who acts in a branch's year. */
export const BRANCH_OFFICES = {
  secretary: SECRETARY_OFFICE,
  superior: SUPERIOR_OFFICE,
  assessor: ASSESSOR_OFFICE,
  recorder: RECORDER_OFFICE,
  committee: COMMITTEE_OFFICE,
} as const satisfies Readonly<
  Record<
    string,
    Office<{
      readonly branchId: string;
      readonly organisationId: string;
      readonly campaignId: string;
      readonly superior: OfficeRef;
    }>
  >
>;

export type BranchOffice = keyof typeof BRANCH_OFFICES;

const SURVEY = {
  phase: 'survey',
  clause: '三.1',
  dates: { own: ['correction', 'survey'], above: ['survey'] },
} as const;
const PLAN = { phase: 'plan', clause: '三.2', dates: { own: ['correction', 'branch-plan'] } } as const;
const APPLIED = { own: ['correction', 'apply'], above: ['assessment'] } as const;
const BUILDING = { phase: 'building', clause: '三.3', dates: APPLIED } as const;
/** What was recognised is kept up, and looked at again in the year of 巩固提升. */
const KEPT = { phase: 'building', clause: '二' } as const;
/** Who failed applies again until the assessment date of the round (苏委工〔2020〕6号 三.4, 五.2). */
const RECTIFIED = { phase: 'building', clause: '三.4', dates: APPLIED } as const;
const ASSESSMENT = { phase: 'assessment', clause: '三.4' } as const;
const BALLOTED = { ...ASSESSMENT, dates: { own: ['ballot', 'assess'], above: ['assessment'] } } as const;
const ASSESSED = { ...ASSESSMENT, dates: { own: ['assess'], above: ['assessment'] } } as const;
const REVIEWED = { phase: 'assessment', clause: '二' } as const;
const REVIEW = { ...REVIEWED, dates: { own: ['correction'], above: ['assessment'] } } as const;
const SPOT_CHECK = { phase: 'spot-check', clause: '三.4' } as const;

/** The steps of a branch's year, in the order of the circular (苏委工〔2020〕6号 三). */
export const BRANCH_STEP_TABLE = {
  opening: { phase: 'survey', clause: null, by: null, otherwise: 'waits', zh: '启动', en: 'opening' },
  'survey-opening': { ...SURVEY, by: 'superior', otherwise: 'escalated', zh: '待部署摸底', en: 'survey to be opened' },
  'survey-writing': {
    ...SURVEY,
    by: 'secretary',
    otherwise: 'escalated',
    zh: '支部填报摸底',
    en: 'writing the survey',
  },
  'survey-confirming': {
    ...SURVEY,
    by: 'superior',
    otherwise: 'waits',
    dates: { above: ['survey'] },
    zh: '待确认摸底',
    en: 'survey to be confirmed',
  },
  'target-waiting': {
    ...PLAN,
    by: 'superior',
    otherwise: 'escalated',
    dates: { above: ['organisation-plan'] },
    zh: '待下达目标',
    en: 'waiting for its target',
  },
  'plan-writing': { ...PLAN, by: 'secretary', otherwise: 'escalated', zh: '支部制定计划', en: 'writing the plan' },
  'plan-approving': { ...PLAN, by: 'superior', otherwise: 'waits', zh: '待批准计划', en: 'plan to be approved' },
  building: { ...BUILDING, by: 'secretary', otherwise: 'escalated', zh: '按清单整改', en: 'working on its problems' },
  maintaining: { ...KEPT, by: null, otherwise: 'waits', zh: '常态保持', en: 'maintaining' },
  'ballot-opening': {
    ...BALLOTED,
    by: 'superior',
    otherwise: 'escalated',
    zh: '待开展测评',
    en: 'ballot to be opened',
  },
  balloting: { ...BALLOTED, by: 'superior', otherwise: 'escalated', zh: '党员群众测评', en: 'ballot under way' },
  assessing: { ...ASSESSED, by: 'assessor', otherwise: 'escalated', zh: '对标评估', en: 'under assessment' },
  countersigning: {
    ...ASSESSED,
    by: 'assessor',
    otherwise: 'escalated',
    zh: '待第二评估人署名',
    en: 'waiting for the second assessor',
  },
  rectifying: { ...RECTIFIED, by: 'secretary', otherwise: 'waits', zh: '整改提高', en: 'rectifying' },
  'review-writing': { ...REVIEW, by: 'secretary', otherwise: 'waits', zh: '支部填报复查', en: 'writing the review' },
  'review-confirming': {
    ...REVIEW,
    by: 'superior',
    otherwise: 'waits',
    zh: '待确认复查',
    en: 'review to be confirmed',
  },
  reviewed: { ...REVIEWED, by: null, otherwise: 'waits', zh: '复查完成', en: 'reviewed' },
  listing: {
    ...ASSESSMENT,
    by: 'superior',
    otherwise: 'escalated',
    dates: { above: ['assessment', 'decision', 'filing'] },
    zh: '待列入结论名单',
    en: 'to be listed',
  },
  deciding: {
    ...ASSESSMENT,
    by: 'recorder',
    otherwise: 'escalated',
    dates: { above: ['decision', 'filing'] },
    zh: '党组（党委）研究',
    en: 'before the party group',
  },
  filing: {
    ...ASSESSMENT,
    by: 'superior',
    otherwise: 'escalated',
    dates: { above: ['correction', 'filing'] },
    zh: '待报备案',
    en: 'to be filed',
  },
  registering: {
    ...ASSESSMENT,
    by: 'committee',
    otherwise: 'expires',
    dates: { above: ['registration'] },
    zh: '待登记备案',
    en: 'to be registered',
  },
  'draw-waiting': { ...SPOT_CHECK, by: 'committee', otherwise: 'waits', zh: '待抽样', en: 'waiting for the draw' },
  rechecking: { ...SPOT_CHECK, by: 'committee', otherwise: 'waits', zh: '抽查复核', en: 'being rechecked' },
  'publication-waiting': { ...SPOT_CHECK, by: 'committee', otherwise: 'waits', zh: '待公示', en: 'to be published' },
  published: { ...SPOT_CHECK, by: 'committee', otherwise: 'waits', zh: '公示', en: 'published' },
  recognised: { ...SPOT_CHECK, by: null, otherwise: 'waits', zh: '已认定', en: 'recognised' },
  closed: { phase: 'closed', clause: null, by: null, otherwise: 'over', zh: '已结束', en: 'closed' },
} as const satisfies Readonly<Record<string, Step<BranchOffice>>>;

export type BranchStep = keyof typeof BRANCH_STEP_TABLE;

/** Its survey is not handed over yet, of a branch that has one. */
export const STEPS_OWING_SURVEY: readonly BranchStep[] = ['opening', 'survey-opening', 'survey-writing'];

/** Its plan of the year has not been handed over. */
export const STEPS_BEFORE_PLAN: readonly BranchStep[] = [
  ...STEPS_OWING_SURVEY,
  'survey-confirming',
  'target-waiting',
  'plan-writing',
];

/** Its pass is to be listed, or is on a list that no party group has decided on. */
export const STEPS_BEFORE_DECISION: readonly BranchStep[] = ['listing', 'deciding'];

/** What is to be done there may be done until the date of the organisation, and need not: nobody is reminded of it. */
export const STEPS_UNHURRIED: readonly BranchStep[] = ['rectifying'];

/** Passed, and to be laid before the party group with the next list of conclusions. */
export const STEP_BEFORE_LIST: BranchStep = 'listing';

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

/** A branch can be dissolved at every step but those at which a body above its organisation has it in hand. */
export const DISSOLVABLE = (Object.keys(BRANCH_STEP_TABLE) as BranchStep[]).filter(
  (step) => !['opening', 'deciding', 'filing', ...STEPS_WITH_COMMITTEE, 'closed'].includes(step),
);

/** A round that has decided on the branch ends it as decided: what was attained before the dissolution stays attained. */
export const LEAVABLE = DISSOLVABLE.filter((step) => step !== 'recognised' && step !== 'reviewed');
