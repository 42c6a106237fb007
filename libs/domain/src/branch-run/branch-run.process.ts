import { type Process } from '../process/process';
import { commandsOf, officeAt } from '../process/run-rules';
import { appliesUntil, firstStep, UNOPENED_BRANCH_RUN } from './branch-run';
import { countersignAssessment, signAssessment, submitAssessment } from './branch-run.assessment';
import { closeBallot, openBallot } from './branch-run.ballot';
import { dissolveBranch } from './branch-run.dissolution';
import { BRANCH_EVENTS } from './branch-run.events';
import { BRANCH_NEWS } from './branch-run.news';
import { approveBranchPlan, planDeadlines, startPlan, submitBranchPlan } from './branch-run.plan';
import { returnAssessment, returnBranchPlan, returnReview, returnSurvey } from './branch-run.return';
import { confirmReview, submitReview } from './branch-run.review';
import { BRANCH_OFFICES, BRANCH_STEP_TABLE, type BranchStep, DISSOLVABLE } from './branch-run.steps';
import { confirmSurvey, openSurvey, submitSurvey, surveyDeadlines } from './branch-run.survey';
import type { BranchRun } from './branch-run.types';

const command = commandsOf<BranchRun>();

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
      returns: true,
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
      returns: true,
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
      takenUntil: ({ setting, state }) => appliesUntil(setting, state),
    }),
    // 评估认定
    returnAssessment: command({
      zh: '退回自评申报',
      en: 'return a self-assessment',
      at: ['ballot-opening', 'assessing'],
      by: 'superior',
      records: ['assessment-returned'],
      decide: returnAssessment,
      returns: true,
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
      trials: ({ state }) => [{ ballotBoxId: state.ballotBoxId }],
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
      returns: true,
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

  news: BRANCH_NEWS,
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
      ...(step === 'plan-writing'
        ? startPlan(setting)
        : { deadlines: [...surveyDeadlines(setting), ...planDeadlines(setting)] }),
    };
  },
  sayings: { opening: '正在建立，请稍候重试', over: '本年度任务已结束' },
  overDetails: ({ disposition }) => ({ disposition }),
  outcome: ({ disposition }) => disposition ?? '',
};

/** Somebody judges the branch, here or in its recheck: nobody of its own (苏委工〔2020〕6号 三.4). */
export const STEPS_OF_JUDGEMENT: readonly BranchStep[] = [
  ...new Set(Object.values(BRANCH_RUN.commands).flatMap(({ assesses, at }) => (assesses ? at : []))),
  'rechecking',
];
