import { type Process } from '../process/process';
import { commandsOf, newsOf, officeAt } from '../process/run-rules';
import { branchSecretary } from '../process/decision';
import type { Words } from '../words';
import { firstStep, UNOPENED_BRANCH_RUN } from './branch-run';
import { countersignAssessment, signAssessment, submitAssessment } from './branch-run.assessment';
import { closeBallot, openBallot } from './branch-run.ballot';
import { dissolveBranch, leaveRound } from './branch-run.dissolution';
import { BRANCH_EVENTS } from './branch-run.events';
import { losePass, setTarget, strikeBranch, takeVerdict } from './branch-run.news';
import { approveBranchPlan, planDeadlines, startPlan, submitBranchPlan } from './branch-run.plan';
import { returnAssessment, returnBranchPlan, returnReview, returnSurvey } from './branch-run.return';
import { confirmReview, submitReview } from './branch-run.review';
import { BRANCH_OFFICES, BRANCH_STEP_TABLE, type BranchStep } from './branch-run.steps';
import { confirmSurvey, openSurvey, submitSurvey } from './branch-run.survey';
import type { BranchRun } from './branch-run.types';

const command = commandsOf<BranchRun>();
const news = newsOf<BranchRun>();

const ORGANISATION: Words = { zh: '机关党组织', en: 'organisation' };
const COMMITTEE: Words = { zh: '工委', en: 'committee' };
const SPOT_CHECK: Words = { zh: '抽查', en: 'spot check' };
const OTHER_ROUND: Words = { zh: '另一年度的任务', en: 'the branch’s year of another round' };

/** A branch can be dissolved while no round has taken it before the party group or beyond. */
const DISSOLVABLE = [
  ...['survey-opening', 'survey-writing', 'survey-confirming', 'target-waiting', 'plan-writing', 'plan-approving'],
  ...['building', 'maintaining', 'rectifying', 'ballot-opening', 'balloting', 'assessing', 'countersigning'],
  ...['review-writing', 'review-confirming', 'reviewed', 'listing', 'recognised'],
] as readonly BranchStep[];

/** A round that has decided on the branch ends it as decided: what was attained before the dissolution stays attained. */
const LEAVABLE = DISSOLVABLE.filter((step) => step !== 'recognised' && step !== 'reviewed');

/** A branch's year: 摸底调研 → 制定计划 → 对标建设 → 评估认定 → 抽查复核 (苏委工〔2020〕6号 三). */
export const BRANCH_RUN: Process<BranchRun> = {
  kind: 'branch-run',
  title: { zh: '党支部的一年', en: 'A branch’s year' },
  scope: 'branch',
  offices: BRANCH_OFFICES,
  steps: BRANCH_STEP_TABLE,
  last: 'closed',

  commands: {
    // 摸底调研
    openSurvey: command({
      zh: '部署摸底调研',
      en: 'open a survey',
      at: ['survey-opening'],
      by: 'superior',
      records: ['survey-opened'],
      decide: openSurvey,
    }),
    submitSurvey: command({
      zh: '报送摸底情况',
      en: 'hand over a survey',
      at: ['survey-writing'],
      by: 'secretary',
      records: ['survey-submitted'],
      decide: submitSurvey,
    }),
    returnSurvey: command({
      zh: '退回摸底情况',
      en: 'return a survey',
      at: ['survey-confirming'],
      by: 'superior',
      records: ['survey-returned'],
      decide: returnSurvey,
    }),
    confirmSurvey: command({
      zh: '确认摸底情况',
      en: 'confirm a survey',
      at: ['survey-confirming'],
      by: 'superior',
      records: ['survey-confirmed'],
      decide: confirmSurvey,
    }),
    // 制定计划
    submitBranchPlan: command({
      zh: '报送支部计划',
      en: 'hand over a plan',
      at: ['plan-writing'],
      by: 'secretary',
      records: ['branch-plan-submitted'],
      decide: submitBranchPlan,
    }),
    returnBranchPlan: command({
      zh: '退回支部计划',
      en: 'return a plan',
      at: ['plan-approving'],
      by: 'superior',
      records: ['branch-plan-returned'],
      decide: returnBranchPlan,
    }),
    approveBranchPlan: command({
      zh: '批准支部计划',
      en: 'approve a plan',
      at: ['plan-approving'],
      by: 'superior',
      records: ['branch-plan-approved'],
      decide: approveBranchPlan,
    }),
    // 对标建设
    submitAssessment: command({
      zh: '自评申报',
      en: 'hand over a self-assessment',
      at: ['building', 'rectifying'],
      by: 'secretary',
      records: ['assessment-submitted'],
      decide: submitAssessment,
    }),
    // 评估认定
    returnAssessment: command({
      zh: '退回自评申报',
      en: 'return a self-assessment',
      at: ['ballot-opening', 'assessing'],
      by: 'superior',
      records: ['assessment-returned'],
      decide: returnAssessment,
    }),
    openBallot: command({
      zh: '开始党员群众测评',
      en: 'open a ballot',
      at: ['ballot-opening', 'assessing'],
      by: 'superior',
      records: ['ballot-opened'],
      decide: openBallot,
    }),
    closeBallot: command({
      zh: '结束测评并计票',
      en: 'close a ballot',
      at: ['balloting'],
      by: 'superior',
      records: ['ballot-closed'],
      decide: closeBallot,
    }),
    signAssessment: command({
      zh: '第一评估人署名',
      en: 'sign an assessment',
      at: ['assessing'],
      by: 'assessor',
      records: ['assessment-signed'],
      decide: signAssessment,
      assesses: true,
    }),
    countersignAssessment: command({
      zh: '第二评估人署名',
      en: 'countersign an assessment',
      at: ['countersigning'],
      by: 'assessor',
      records: ['assessment-concluded', 'assessment-disputed'],
      decide: countersignAssessment,
      assesses: true,
      trials: ({ state }) => [{ ...state.signed, differences: 0 }],
    }),
    // 复查
    submitReview: command({
      zh: '报送复查',
      en: 'hand over a review',
      at: ['review-writing'],
      by: 'secretary',
      records: ['review-submitted'],
      decide: submitReview,
    }),
    returnReview: command({
      zh: '退回复查',
      en: 'return a review',
      at: ['review-confirming'],
      by: 'superior',
      records: ['review-returned'],
      decide: returnReview,
    }),
    confirmReview: command({
      zh: '确认复查',
      en: 'confirm a review',
      at: ['review-confirming'],
      by: 'superior',
      records: ['review-confirmed'],
      decide: confirmReview,
      assesses: true,
    }),
    // 任一阶段
    dissolveBranch: command({
      zh: '撤销党支部',
      en: 'dissolve a branch',
      at: DISSOLVABLE,
      by: 'committee',
      records: ['branch-dissolved'],
      decide: dissolveBranch,
    }),
  },

  news: {
    'target-set': news({
      from: ORGANISATION,
      fields: { target: 'text', planId: 'text', dates: 'any' },
      at: 'any',
      records: ['target-set'],
      hear: setTarget,
    }),
    listed: news({
      from: ORGANISATION,
      fields: { listId: 'text' },
      at: ['listing', 'deciding'],
      records: ['branch-listed'],
      hear: ({ news: { listId }, at }) => ({ events: [{ type: 'branch-listed', payload: { at, listId } }] }),
    }),
    decided: news({
      from: ORGANISATION,
      fields: { decisionId: 'text' },
      at: ['deciding'],
      records: ['branch-decided'],
      hear: ({ news: { decisionId }, at }) => ({ events: [{ type: 'branch-decided', payload: { at, decisionId } }] }),
    }),
    struck: news({
      from: ORGANISATION,
      fields: { decisionId: 'text' },
      at: ['deciding'],
      records: ['branch-struck'],
      hear: strikeBranch,
    }),
    filed: news({
      from: ORGANISATION,
      fields: { filingId: 'text' },
      at: ['filing', 'registering'],
      records: ['branch-filed'],
      hear: ({ news: { filingId }, at }) => ({ events: [{ type: 'branch-filed', payload: { at, filingId } }] }),
    }),
    'filing-returned': news({
      from: ORGANISATION,
      fields: { filingId: 'text' },
      at: ['registering'],
      records: ['branch-filing-returned'],
      hear: ({ news: { filingId }, at }) => ({
        events: [{ type: 'branch-filing-returned', payload: { at, filingId } }],
      }),
    }),
    registered: news({
      from: ORGANISATION,
      fields: { filingId: 'text', bySilence: 'flag' },
      at: ['registering'],
      records: ['branch-registered'],
      hear: ({ setting, news: { filingId, bySilence }, at }) => ({
        events: [{ type: 'branch-registered', payload: { at, filingId, bySilence } }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'registered' }],
      }),
    }),
    drawn: news({
      from: SPOT_CHECK,
      fields: { spotCheckId: 'text', recheckId: 'text', area: 'any' },
      at: ['draw-waiting'],
      records: ['branch-drawn'],
      hear: ({ setting, news: { spotCheckId, recheckId, area }, at }) => ({
        events: [{ type: 'branch-drawn', payload: { at, spotCheckId, recheckId, area } }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'drawn' }],
      }),
    }),
    'not-drawn': news({
      from: SPOT_CHECK,
      fields: { spotCheckId: 'text' },
      at: ['draw-waiting'],
      records: ['branch-not-drawn'],
      hear: ({ news: { spotCheckId }, at }) => ({
        events: [{ type: 'branch-not-drawn', payload: { at, spotCheckId } }],
      }),
    }),
    rechecked: news({
      from: SPOT_CHECK,
      fields: { recheckId: 'text', verdict: 'text', score: 'number' },
      at: ['rechecking'],
      records: ['recheck-upheld', 'recheck-overturned'],
      hear: takeVerdict,
    }),
    'pass-lost': news({
      from: OTHER_ROUND,
      fields: { year: 'number' },
      at: ['listing'],
      records: ['pass-lost'],
      hear: losePass,
    }),
    'branch-dissolved': news({
      from: OTHER_ROUND,
      fields: { reasonId: 'text', digest: 'text', documentNumber: 'text' },
      at: LEAVABLE,
      records: ['branch-dissolved'],
      hear: ({ setting, news: dissolution, at }) => leaveRound(setting, dissolution, at),
    }),
    published: news({
      from: COMMITTEE,
      fields: { publicationId: 'text' },
      at: ['publication-waiting'],
      records: ['branch-published'],
      hear: ({ news: { publicationId }, at }) => ({
        events: [{ type: 'branch-published', payload: { at, publicationId } }],
      }),
    }),
    recognised: news({
      from: COMMITTEE,
      fields: { recognitionId: 'text' },
      at: ['published'],
      records: ['branch-recognised'],
      hear: ({ setting, news: { recognitionId }, at }) => ({
        events: [{ type: 'branch-recognised', payload: { at, recognitionId } }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'recognised' }],
      }),
    }),
    'round-closed': news({
      from: COMMITTEE,
      fields: { disposition: 'text' },
      at: 'any',
      records: ['branch-run-closed'],
      hear: ({ news: { disposition }, at }) => ({
        events: [{ type: 'branch-run-closed', payload: { at, disposition } }],
        deadlines: [{ action: 'void-all' }],
      }),
    }),
  },

  events: BRANCH_EVENTS,
  unopened: UNOPENED_BRANCH_RUN,
  rowId: ({ runId }) => runId,
  opens: ['branch-run-opened'],
  open: ({ setting, at }) => {
    const step = firstStep(setting);
    const waitingOn = officeAt({ steps: BRANCH_STEP_TABLE, offices: BRANCH_OFFICES }, step, setting);
    const result = setting.passedBefore ? 'passed' : null;
    return {
      events: [{ type: 'branch-run-opened', payload: { mode: setting.mode, step, waitingOn, at, result } }],
      ...(step === 'plan-writing' ? startPlan(setting) : { deadlines: planDeadlines(setting) }),
    };
  },
  sayings: { opening: '正在建立，请稍候重试', over: '本年度任务已结束' },
  overDetails: ({ disposition }) => ({ disposition }),
  outcome: ({ disposition }) => disposition ?? '',
};
