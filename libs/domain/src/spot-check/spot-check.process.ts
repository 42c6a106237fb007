import type { EventDefinition, Process } from '../process/process';
import { commandsOf } from '../process/run-rules';
import { freezeSpotCheck, revealSpotCheck } from './draw-acts';
import { concludeRecheck, confirmRecheck, returnRecheck } from './recheck';
import { type SpotCheckEvent, UNOPENED_SPOT_CHECK } from './spot-check';
import { SPOT_CHECK_OFFICES, SPOT_CHECK_STEP_TABLE } from './spot-check.steps';
import type { SpotCheck } from './spot-check.types';

const command = commandsOf<SpotCheck>();

const EVENTS: { readonly [T in SpotCheckEvent['type']]: EventDefinition<SpotCheck, T> } = {
  'draw-seed-committed': {
    zh: '封存抽样种子',
    en: 'draw seed committed',
    to: 'ordered',
    change: ({ seedHash }) => ({ seedHash }),
  },
  'draw-population-frozen': {
    zh: '封存抽样名单',
    en: 'population frozen',
    to: 'frozen',
    change: ({ digest, population, frozenBy }) => ({ populationDigest: digest, population, frozenBy }),
  },
  'draw-revealed': {
    zh: '揭晓抽样结果',
    en: 'draw revealed',
    to: 'inspecting',
    change: ({ drawn }) => ({ drawn: drawn.length }),
  },
  'recheck-concluded': {
    zh: '复核有结论',
    en: 'recheck concluded',
    to: null,
    change: ({ verdict }, { concluded, overturned }) => ({
      concluded: concluded + 1,
      overturned: overturned + (verdict === 'overturned' ? 1 : 0),
    }),
  },
  'recheck-overturn-proposed': {
    zh: '提出不予维持，待另一人确认',
    en: 'overturning proposed, a second person is needed',
    to: null,
  },
  'recheck-overturn-returned': {
    zh: '退回不予维持的意见',
    en: 'proposal to overturn sent back',
    to: null,
  },
  'spot-check-concluded': { zh: '抽查结束', en: 'spot check concluded', to: 'concluded' },
};

/** A spot check: seed committed, population frozen, draw revealed by a second person, each drawn branch rechecked (苏委工〔2020〕6号 三.4, 五.2). */
export const SPOT_CHECK: Process<SpotCheck> = {
  kind: 'spot-check',
  title: { zh: '一次抽查复核', en: 'A spot check' },
  scope: 'committee',
  offices: SPOT_CHECK_OFFICES,
  steps: SPOT_CHECK_STEP_TABLE,
  last: 'concluded',

  commands: {
    freezeSpotCheck: command({
      zh: '封存抽样名单',
      en: 'freeze a population',
      at: ['ordered'],
      by: 'committee',
      records: ['draw-population-frozen'],
      decide: freezeSpotCheck,
    }),
    revealSpotCheck: command({
      zh: '揭晓抽样结果',
      en: 'reveal a draw',
      at: ['frozen'],
      by: 'committee',
      records: ['draw-revealed'],
      decide: revealSpotCheck,
    }),
    concludeRecheck: command({
      zh: '作出复核结论',
      en: 'conclude a recheck',
      at: ['inspecting'],
      by: 'rechecker',
      records: ['recheck-concluded', 'recheck-overturn-proposed', 'spot-check-concluded'],
      decide: concludeRecheck,
      scope: 'branch',
      ofPart: true,
    }),
    confirmRecheck: command({
      zh: '确认不予维持',
      en: 'confirm that a pass is overturned',
      at: ['inspecting'],
      by: 'committee',
      records: ['recheck-concluded', 'spot-check-concluded'],
      decide: confirmRecheck,
      scope: 'branch',
      ofPart: true,
    }),
    returnRecheck: command({
      zh: '退回不予维持的意见',
      en: 'send back a proposal to overturn',
      at: ['inspecting'],
      by: 'rechecker',
      records: ['recheck-overturn-returned'],
      decide: returnRecheck,
      returns: true,
      scope: 'branch',
      ofPart: true,
    }),
  },

  news: {},
  events: EVENTS,
  unopened: UNOPENED_SPOT_CHECK,
  rowId: ({ spotCheckId }) => spotCheckId,
  opens: ['draw-seed-committed'],
  // the seed's SHA-256 is on record before anybody can know the population
  open: ({ at, lookup }) => ({
    events: [{ type: 'draw-seed-committed', payload: { at, seedHash: lookup?.seedHash ?? '' } }],
  }),
  sayings: { opening: '抽查正在建立，请稍候重试', over: '抽查已结束' },
  show: ({ concluded, drawn }) => `${concluded} / ${drawn}`,
};
