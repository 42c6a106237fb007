import { branchSecretary, type DeadlineOrder, type EffectOrder } from '../process/decision';
import type { BranchRunSetting, BranchRunState } from './branch-run';
import type { BranchRunNews } from './branch-run.command';
import { INTERNAL_KINDS, internalDeadlines } from './branch-run.plan';
import type { BranchDecision, BranchHeard } from './branch-run.types';

const NOTHING = { events: [] } as const;

/** The organisation's plan sets the target and dates what the branch owes until it applies (苏委工〔2020〕6号 三.2). */
export function setTarget({ setting, state, news, at }: BranchHeard<'target-set'>): BranchDecision<'target-set'> {
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
export function strikeBranch({
  setting,
  news: { decisionId },
  at,
}: BranchHeard<'struck'>): BranchDecision<'branch-struck'> {
  return {
    events: [{ type: 'branch-struck', payload: { at, decisionId } }],
    documents: [{ action: 'open', kind: 'self-assessment' }],
    notices: [{ to: branchSecretary(setting.branchId), subject: 'struck' }],
    effects: [passLost(setting)],
  };
}

/** The committee's verdict on the recheck that the branch was drawn for, and on no other (苏委工〔2020〕6号 三.4). */
export function takeVerdict({
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
export function losePass({
  setting,
  state,
  news: { year },
  at,
}: BranchHeard<'pass-lost'>): BranchDecision<'pass-lost'> {
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
