import { branchSecretary, type DeadlineOrder, type EffectOrder } from '../process/decision';
import type { Process } from '../process/process';
import { newsOf } from '../process/run-rules';
import type { Words } from '../words';
import type { BranchRunSetting, BranchRunState } from './branch-run';
import type { BranchRunNews } from './branch-run.command';
import { internalDeadlines } from './branch-run.plan';
import { INTERNAL_KINDS } from '../programme/programme-rules';
import { leaveRound } from './branch-run.dissolution';
import { LEAVABLE } from './branch-run.steps';
import type { BranchDecision, BranchHeard, BranchRun } from './branch-run.types';

const NOTHING = { events: [] } as const;

const news = newsOf<BranchRun>();

const ORGANISATION: Words = { zh: '机关党组织', en: 'organisation' };
const COMMITTEE: Words = { zh: '工委', en: 'committee' };
const SPOT_CHECK: Words = { zh: '抽查', en: 'spot check' };
const OTHER_ROUND: Words = { zh: '另一年度的任务', en: 'the branch’s year of another round' };

/** What other runs tell a branch's year, at which steps it still concerns it, and what it records of it. */
export const BRANCH_NEWS: Process<BranchRun>['news'] = {
  'target-set': news({
    zh: '下达目标',
    en: 'its target is set',
    from: ORGANISATION,
    fields: { target: 'text', planId: 'text', dates: 'any' },
    at: 'any',
    records: ['target-set'],
    hear: setTarget,
  }),
  listed: news({
    zh: '列入结论名单',
    en: 'on the list of conclusions',
    from: ORGANISATION,
    fields: { listId: 'text' },
    at: ['listing', 'deciding'],
    records: ['branch-listed'],
    hear: ({ news: { listId }, at }) => ({ events: [{ type: 'branch-listed', payload: { at, listId } }] }),
  }),
  decided: news({
    zh: '党组（党委）研究同意',
    en: 'the party group agrees',
    from: ORGANISATION,
    fields: { decisionId: 'text' },
    at: ['deciding'],
    records: ['branch-decided'],
    hear: ({ news: { decisionId }, at }) => ({ events: [{ type: 'branch-decided', payload: { at, decisionId } }] }),
  }),
  struck: news({
    zh: '党组（党委）研究时划去',
    en: 'struck by the party group',
    from: ORGANISATION,
    fields: { decisionId: 'text' },
    at: ['deciding'],
    records: ['branch-struck'],
    hear: strikeBranch,
  }),
  filed: news({
    zh: '报备案',
    en: 'filed',
    from: ORGANISATION,
    fields: { filingId: 'text' },
    at: ['filing', 'registering'],
    records: ['branch-filed'],
    hear: ({ news: { filingId }, at }) => ({ events: [{ type: 'branch-filed', payload: { at, filingId } }] }),
  }),
  'filing-returned': news({
    zh: '备案被退回',
    en: 'the filing is returned',
    from: ORGANISATION,
    fields: { filingId: 'text' },
    at: ['registering'],
    records: ['branch-filing-returned'],
    returns: true,
    hear: ({ news: { filingId }, at }) => ({
      events: [{ type: 'branch-filing-returned', payload: { at, filingId } }],
    }),
  }),
  registered: news({
    zh: '登记备案',
    en: 'the filing is registered',
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
    zh: '抽中复核',
    en: 'drawn for a recheck',
    from: SPOT_CHECK,
    fields: { spotCheckId: 'text', recheckId: 'text', area: 'any' },
    at: ['draw-waiting'],
    records: ['branch-drawn'],
    hear: ({ setting, news: { spotCheckId, recheckId, area }, at }) => ({
      events: [{ type: 'branch-drawn', payload: { at, spotCheckId, recheckId, area } }],
      notices: [
        { to: branchSecretary(setting.branchId), subject: 'drawn' },
        { to: area, subject: 'handed-over' },
      ],
    }),
  }),
  'not-drawn': news({
    zh: '未抽中',
    en: 'not drawn',
    from: SPOT_CHECK,
    fields: { spotCheckId: 'text' },
    at: ['draw-waiting'],
    records: ['branch-not-drawn'],
    hear: ({ news: { spotCheckId }, at }) => ({
      events: [{ type: 'branch-not-drawn', payload: { at, spotCheckId } }],
    }),
  }),
  rechecked: news({
    zh: '复核有结论',
    en: 'the recheck is concluded',
    from: SPOT_CHECK,
    fields: { recheckId: 'text', verdict: 'text', score: 'number' },
    at: ['rechecking'],
    records: ['recheck-upheld', 'recheck-overturned'],
    hear: takeVerdict,
  }),
  'pass-lost': news({
    zh: '上一年度的达标结论已撤销',
    en: 'the pass of an earlier round is lost',
    from: OTHER_ROUND,
    fields: { year: 'number' },
    at: ['listing'],
    records: ['pass-lost'],
    returns: true,
    hear: losePass,
  }),
  'branch-dissolved': news({
    zh: '党支部已在另一年度撤销',
    en: 'the branch was dissolved in another round',
    from: OTHER_ROUND,
    fields: { reasonId: 'text', digest: 'text', documentNumber: 'text' },
    at: LEAVABLE,
    records: ['branch-dissolved'],
    hear: ({ setting, news: dissolution, at }) => leaveRound(setting, dissolution, at),
  }),
  published: news({
    zh: '公示',
    en: 'published',
    from: COMMITTEE,
    fields: { publicationId: 'text' },
    at: ['publication-waiting'],
    records: ['branch-published'],
    hear: ({ news: { publicationId }, at }) => ({
      events: [{ type: 'branch-published', payload: { at, publicationId } }],
    }),
  }),
  recognised: news({
    zh: '认定',
    en: 'recognised',
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
    zh: '结束年度工作',
    en: 'the round is closed',
    from: COMMITTEE,
    fields: { disposition: 'text' },
    at: 'any',
    records: ['branch-run-closed'],
    hear: ({ news: { disposition }, at }) => ({
      events: [{ type: 'branch-run-closed', payload: { at, disposition } }],
      deadlines: [{ action: 'void-all' }],
    }),
  }),
};

/** The organisation's plan sets the target and dates what the branch owes until it applies (苏委工〔2020〕6号 三.2). */
function setTarget({ setting, state, news, at }: BranchHeard<'target-set'>): BranchDecision<'target-set'> {
  if (setting.mode !== 'attain' || state.attempt > 1) return NOTHING;
  const { target, planId } = news;
  const step = state.step === 'target-waiting' ? 'plan-writing' : state.step;
  return {
    events: [{ type: 'target-set', payload: { at, target, planId, step } }],
    documents: step === state.step ? [] : [{ action: 'open', kind: 'branch-plan' }],
    deadlines: targetDeadlines(state, news),
  };
}

/** The party group takes the branch off the list; a further round may have taken its pass over. */
function strikeBranch({ setting, news: { decisionId }, at }: BranchHeard<'struck'>): BranchDecision<'branch-struck'> {
  return {
    events: [{ type: 'branch-struck', payload: { at, decisionId } }],
    documents: [{ action: 'open', kind: 'self-assessment' }],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'struck' }],
    effects: [passLost(setting)],
  };
}

/** The committee's verdict on the recheck that the branch was drawn for, and on no other (苏委工〔2020〕6号 三.4). */
function takeVerdict({
  setting,
  state,
  news: { recheckId, verdict, score },
  at,
}: BranchHeard<'rechecked'>): BranchDecision<'recheck-upheld' | 'recheck-overturned'> {
  if (recheckId !== state.recheckId) return NOTHING;
  const overturned = verdict === 'overturned';
  return {
    events: [{ type: overturned ? 'recheck-overturned' : 'recheck-upheld', payload: { at, recheckId, score } }],
    documents: overturned ? [{ action: 'open', kind: 'self-assessment' }] : [],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'recheck-concluded' }],
    effects: overturned ? [passLost(setting)] : [],
  };
}

/** A pass of an earlier round, with which this year began, is lost: a plan again (docs/decisions/0015). */
function losePass({ setting, state, news: { year }, at }: BranchHeard<'pass-lost'>): BranchDecision<'pass-lost'> {
  if (state.concludedAt !== null) return NOTHING;
  const workdays = setting.lostPassPlanWorkdays;
  return {
    events: [{ type: 'pass-lost', payload: { at, year } }],
    documents: [{ action: 'open', kind: 'branch-plan' }],
    deadlines: [{ action: 'open-in-workdays', kind: 'branch-plan', body: 'branch', workdays }],
    effects: [passLost(setting)],
  };
}

/** Where a further round has begun already, the branch's run in it took the pass over. */
function passLost({ year }: BranchRunSetting): EffectOrder {
  return { tell: 'other-rounds', topic: 'pass-lost', refs: { year } };
}

/** The internal dates bind who is to attain the standard this year and has neither applied nor brought a pass along. */
function targetDeadlines(
  state: BranchRunState,
  news: Extract<BranchRunNews, { topic: 'target-set' }>,
): readonly DeadlineOrder[] {
  if (news.target === 'next-year') {
    return state.target === 'this-year' ? INTERNAL_KINDS.map((kind) => ({ action: 'void', kind })) : [];
  }
  return state.selfScore === null && state.result === null && news.dates ? internalDeadlines(news.dates) : [];
}
