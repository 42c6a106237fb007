import type { EventDefinition, Process } from '../process/process';
import { commandsOf, newsOf } from '../process/run-rules';
import type { Words } from '../words';
import { type OrganisationRunEvent, type OrganisationRunState, UNOPENED_ORGANISATION_RUN } from './organisation-run';
import { completeSurvey } from './organisation-run.news';
import { lapsed, loseFilingDate, registerBySilence, registerFiling } from './expiry';
import {
  recordDecision,
  returnFiling,
  returnOrganisationPlan,
  sendFiling,
  submitConclusions,
  submitOrganisationPlan,
} from './organisation-run.rules';
import { ORGANISATION_OFFICES, ORGANISATION_STEP_TABLE } from './organisation-run.steps';
import type { OrganisationRun } from './organisation-run.types';

const command = commandsOf<OrganisationRun>();
const news = newsOf<OrganisationRun>();

const BRANCHES: Words = { zh: '党支部', en: 'branches' };
const KEEPER: Words = { zh: '时限值守', en: 'keeper' };
const COMMITTEE: Words = { zh: '工委', en: 'committee' };

/** Registered or returned is the filing that waits. */
const theFiling = ({ state: { filingId } }: { readonly state: OrganisationRunState }) => [{ filingId }];

const EVENTS: { readonly [T in OrganisationRunEvent['type']]: EventDefinition<OrganisationRun, T> } = {
  'organisation-run-opened': { zh: '年度任务开始', en: 'the year begins', to: 'planning' },
  'survey-completed': { zh: '摸底调研完成', en: 'surveys complete', to: null, change: () => ({ surveyMet: true }) },
  'organisation-plan-submitted': {
    zh: '报送年度计划',
    en: 'plan of the year handed over',
    to: 'assessing',
    change: ({ documentId, thisYear, nextYear }) => ({
      planId: documentId,
      plannedThisYear: thisYear,
      plannedNextYear: nextYear,
    }),
  },
  'organisation-plan-returned': { zh: '退回年度计划', en: 'plan of the year returned', to: 'planning' },
  'conclusions-submitted': {
    zh: '报送结论名单',
    en: 'list of conclusions handed over',
    to: {
      assessing: ['deciding', 'assessing'],
      deciding: ['deciding', 'assessing'],
      registered: ['deciding', 'registered'],
    },
    pick: ({ passed }, { step }) => (passed > 0 ? 'deciding' : step === 'registered' ? 'registered' : 'assessing'),
    change: ({ listNo, documentId, passed, failed }) => ({ listNo, listId: documentId, listed: passed, failed }),
  },
  'decision-recorded': {
    zh: '记录党组（党委）决定',
    en: 'decision of the party group recorded',
    to: ['filing', 'assessing'],
    pick: ({ agreed }) => (agreed > 0 ? 'filing' : 'assessing'),
    change: ({ decisionId, agreed, struck }) => ({ decisionId, decided: agreed, struck: struck.length }),
  },
  'filing-sent': {
    zh: '送出备案',
    en: 'filing sent',
    to: 'registering',
    change: ({ filingId, sentAt }) => ({ filingId, sentAt, registeredAt: null, bySilence: false }),
  },
  'filing-returned': { zh: '退回备案', en: 'filing returned for form', to: 'filing' },
  'filing-date-lost': {
    zh: '备案未按期补正，原送达日期不再保留',
    en: 'sending date lost',
    to: null,
    change: () => ({ sentAt: null }),
  },
  'filing-registered': {
    zh: '登记备案',
    en: 'filing registered',
    to: { registering: 'registered' },
    change: ({ at, bySilence }) => ({ registeredAt: at, bySilence }),
  },
  'organisation-run-closed': { zh: '年度任务结束', en: 'the year ends', to: 'closed' },
};

/**
 * An organisation's year: plan with targets → conclusions of its branches → party group's decision → filing with the
 * committee, which registers it (苏委工〔2020〕6号 三.2, 三.4); open until the round closes.
 */
export const ORGANISATION_RUN: Process<OrganisationRun> = {
  kind: 'organisation-run',
  title: { zh: '机关党组织的一年', en: 'An organisation’s year' },
  scope: 'organisation',
  offices: ORGANISATION_OFFICES,
  steps: ORGANISATION_STEP_TABLE,
  last: 'closed',

  commands: {
    submitOrganisationPlan: command({
      zh: '报送年度计划',
      en: 'hand over a plan of the year',
      at: ['planning', 'assessing'],
      by: 'superior',
      records: ['organisation-plan-submitted'],
      decide: submitOrganisationPlan,
    }),
    returnOrganisationPlan: command({
      zh: '退回年度计划',
      en: 'return a plan of the year',
      at: ['assessing'],
      by: 'committee',
      records: ['organisation-plan-returned'],
      decide: returnOrganisationPlan,
      returns: true,
    }),
    submitConclusions: command({
      zh: '报送结论名单',
      en: 'hand over conclusions',
      at: ['assessing', 'deciding', 'registered'],
      by: 'superior',
      records: ['conclusions-submitted'],
      decide: submitConclusions,
    }),
    recordDecision: command({
      zh: '记录党组（党委）决定',
      en: 'record a decision',
      at: ['deciding'],
      by: 'recorder',
      records: ['decision-recorded'],
      decide: recordDecision,
      trials: () => [{ struck: [], recusals: [] }],
    }),
    sendFiling: command({
      zh: '送出备案',
      en: 'send a filing',
      at: ['filing'],
      by: 'superior',
      records: ['filing-sent'],
      decide: sendFiling,
    }),
    returnFiling: command({
      zh: '退回备案',
      en: 'return a filing',
      at: ['registering'],
      by: 'committee',
      records: ['filing-returned'],
      decide: returnFiling,
      returns: true,
      trials: theFiling,
    }),
    registerFiling: command({
      zh: '登记备案',
      en: 'register a filing',
      at: ['registering'],
      by: 'committee',
      records: ['filing-registered'],
      decide: registerFiling,
      trials: theFiling,
    }),
  },

  news: {
    'survey-submitted': news({
      zh: '支部报送摸底情况',
      en: 'a branch hands over its survey',
      from: BRANCHES,
      fields: {},
      at: 'any',
      records: ['survey-completed'],
      hear: completeSurvey,
    }),
    'branch-left': news({
      zh: '党支部撤销，退出本年度',
      en: 'a branch is dissolved and leaves the round',
      from: BRANCHES,
      fields: {},
      at: 'any',
      records: ['survey-completed'],
      hear: completeSurvey,
    }),
    'registration-silent': news({
      zh: '登记备案时限届满',
      en: 'the date of the registration expires',
      from: KEEPER,
      fields: {},
      at: ['registering'],
      records: ['filing-registered'],
      hear: registerBySilence,
    }),
    'correction-missed': news({
      zh: '备案补正时限届满',
      en: 'the date of the correction expires',
      from: KEEPER,
      fields: {},
      at: ['filing'],
      records: ['filing-date-lost'],
      hear: loseFilingDate,
    }),
    'round-closed': news({
      zh: '结束年度工作',
      en: 'the round is closed',
      from: COMMITTEE,
      fields: {},
      at: 'any',
      records: ['organisation-run-closed'],
      hear: ({ at }) => ({
        events: [{ type: 'organisation-run-closed', payload: { at } }],
        deadlines: [{ action: 'void-all' }],
      }),
    }),
  },

  events: EVENTS,
  unopened: UNOPENED_ORGANISATION_RUN,
  rowId: ({ runId }) => runId,
  opens: ['organisation-run-opened'],
  open: ({ setting, at }) => ({
    events: [{ type: 'organisation-run-opened', payload: { at } }],
    documents: [{ action: 'open', kind: 'organisation-plan' }],
    deadlines: setting.deadlines.map((deadline) => ({ action: 'open', body: 'organisation', ...deadline })),
  }),
  lapse: lapsed,
  sayings: { opening: '正在建立，请稍候重试', over: '本年度任务已结束' },
};
