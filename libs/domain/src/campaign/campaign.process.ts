import type { EventDefinition, Process } from '../process/process';
import { commandsOf, newsOf } from '../process/run-rules';
import {
  type CampaignEvent,
  type CampaignSetting,
  type CampaignState,
  type RoundState,
  UNOPENED_CAMPAIGN,
} from './campaign';
import {
  closeRound,
  noteRunsStarted,
  openDueRound,
  openPublication,
  openRound,
  orderSpotCheck,
  recordRecognition,
} from './campaign.rules';
import { CAMPAIGN_OFFICES, CAMPAIGN_STEP_TABLE } from './campaign.steps';
import type { Campaign } from './campaign.types';

const command = commandsOf<Campaign>();
const news = newsOf<Campaign>();

/** A command of a round is possible when it is for one of the campaign's years. */
const inSomeYear = ({ setting }: { readonly setting: CampaignSetting }) => setting.years.map((year) => ({ year }));

/** The rounds with one of them changed. */
function roundsWith({ rounds }: CampaignState, year: number, change: Partial<RoundState>): readonly RoundState[] {
  return rounds.map((round) => (round.year === year ? { ...round, ...change } : round));
}

const EVENTS: { readonly [T in CampaignEvent['type']]: EventDefinition<Campaign, T> } = {
  'campaign-established': { zh: '专项工作建立', en: 'campaign established', to: 'running' },
  'round-opened': {
    zh: '启动年度工作',
    en: 'round opened',
    to: null,
    change: ({ year, at }, { rounds }) => ({
      rounds: [...rounds, { year, status: 'opening', openedAt: at, closedAt: null }],
    }),
  },
  'round-runs-started': {
    zh: '年度任务全部建立',
    en: 'runs of the round started',
    to: null,
    change: ({ year }, state) => ({ rounds: roundsWith(state, year, { status: 'open' }) }),
  },
  'spot-check-ordered': {
    zh: '部署抽查',
    en: 'spot check ordered',
    to: null,
    change: ({ no }) => ({ spotChecks: no }),
  },
  'publication-opened': {
    zh: '开始公示',
    en: 'publication opened',
    to: null,
    change: ({ publicationId, year, endsOn }, { publications }) => ({
      publications: [...publications, { id: publicationId, year, endsOn, recognised: false }],
    }),
  },
  'recognition-recorded': {
    zh: '集中认定',
    en: 'recognition recorded',
    to: null,
    change: ({ publicationId }, { publications }) => ({
      publications: publications.map((item) => (item.id === publicationId ? { ...item, recognised: true } : item)),
    }),
  },
  'round-closed': {
    zh: '结束年度工作',
    en: 'round closed',
    to: null,
    change: ({ year, at }, state) => ({ rounds: roundsWith(state, year, { status: 'closed', closedAt: at }) }),
  },
};

/** A campaign: opens its rounds in order, orders spot checks, publishes, recognises in batches, closes rounds (苏委工〔2020〕6号 二, 三.4). */
export const CAMPAIGN: Process<Campaign> = {
  kind: 'campaign',
  title: { zh: '专项工作', en: 'A campaign' },
  scope: 'committee',
  offices: CAMPAIGN_OFFICES,
  steps: CAMPAIGN_STEP_TABLE,
  last: null,

  commands: {
    openRound: command({
      zh: '启动年度工作',
      en: 'open a round',
      at: ['running'],
      by: 'committee',
      records: ['round-opened'],
      decide: openRound,
      trials: inSomeYear,
    }),
    orderSpotCheck: command({
      zh: '部署抽查',
      en: 'order a spot check',
      at: ['running'],
      by: 'committee',
      records: ['spot-check-ordered'],
      decide: orderSpotCheck,
      trials: inSomeYear,
    }),
    openPublication: command({
      zh: '开始公示',
      en: 'open a publication',
      at: ['running'],
      by: 'committee',
      records: ['publication-opened'],
      decide: openPublication,
      trials: inSomeYear,
    }),
    recordRecognition: command({
      zh: '记录集中认定',
      en: 'record a recognition',
      at: ['running'],
      by: 'committee',
      records: ['recognition-recorded'],
      decide: recordRecognition,
      trials: ({ state }) => state.publications.map(({ id }) => ({ publicationId: id })),
    }),
    closeRound: command({
      zh: '结束年度工作',
      en: 'close a round',
      at: ['running'],
      by: 'committee',
      records: ['round-closed'],
      decide: closeRound,
      trials: inSomeYear,
    }),
  },

  news: {
    'round-due': news({
      zh: '年度开始日到，自动启动',
      en: 'the first day of a round has come',
      from: { zh: '时限值守', en: 'the keeper of dates' },
      fields: { year: 'number' },
      at: ['running'],
      records: ['round-opened'],
      hear: openDueRound,
    }),
    'runs-started': news({
      zh: '年度任务全部建立',
      en: 'all runs of the round are started',
      from: { zh: '年度启动', en: 'the opening of the round' },
      fields: { year: 'number', organisations: 'number', branches: 'number' },
      at: 'any',
      records: ['round-runs-started'],
      hear: noteRunsStarted,
    }),
  },

  events: EVENTS,
  unopened: UNOPENED_CAMPAIGN,
  rowId: ({ campaignId }) => campaignId,
  opens: ['campaign-established'],
  open: ({ at }) => ({ events: [{ type: 'campaign-established', payload: { at } }] }),
  sayings: { opening: '专项工作正在建立，请稍候重试', over: '专项工作已结束' },
  show: ({ rounds }) => rounds.map(({ year, status }) => `${year}: ${status}`).join(' · ') || '—',
};
