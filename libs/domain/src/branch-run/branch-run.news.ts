import type { BranchRunFact, BranchRunSetting, BranchRunState } from './branch-run';
import type { BranchStep } from './branch-run.terms';
import type { BranchRunMessage, BranchRunNews } from './branch-run.command';
import { BRANCH_COMMAND_STEPS } from './branch-run.decide';
import { leaveRound } from './branch-run.dissolution';
import { INTERNAL_KINDS, internalDeadlines } from './branch-run.plan';
import { branchSecretary, type DeadlineOrder, type Decision, type EffectOrder } from '../process/decision';

type BranchDecision = Decision<BranchRunFact>;

/**
 * Applies news from another run. News that does not fit the state (a recheck of a dissolved branch, a second
 * registration) changes nothing: the sender decided, the receiver records only what still concerns it.
 */
export function applyBranchNews(
  setting: BranchRunSetting,
  state: BranchRunState,
  message: BranchRunMessage,
): BranchDecision {
  const { news, receivedAt: at } = message;
  const nothing: BranchDecision = { facts: [] };
  if (state.step === 'closed') return nothing;
  const when = (steps: readonly BranchStep[], decision: () => BranchDecision) =>
    steps.includes(state.step) ? decision() : nothing;
  switch (news.topic) {
    case 'target-set': {
      if (setting.mode !== 'attain' || state.attempt > 1) return nothing;
      const step = state.step === 'target-waiting' ? 'plan-writing' : state.step;
      return {
        facts: [{ type: 'target-set', payload: { at, target: news.target, planId: news.planId, step } }],
        documents: step === state.step ? [] : [{ action: 'open', kind: 'branch-plan' }],
        deadlines: targetDeadlines(state, news),
      };
    }
    case 'listed':
      return when(['listing', 'deciding'], () => ({
        facts: [{ type: 'branch-listed', payload: { at, listId: news.listId } }],
      }));
    case 'decided':
      return when(['deciding'], () => ({
        facts: [{ type: 'branch-decided', payload: { at, decisionId: news.decisionId } }],
      }));
    case 'struck':
      return when(['deciding'], () => ({
        facts: [{ type: 'branch-struck', payload: { at, decisionId: news.decisionId } }],
        documents: [{ action: 'open', kind: 'self-assessment' }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'struck' }],
        effects: [passLost(setting)],
      }));
    case 'filed':
      return when(['filing', 'registering'], () => ({
        facts: [{ type: 'branch-filed', payload: { at, filingId: news.filingId } }],
      }));
    case 'filing-returned':
      return when(['registering'], () => ({
        facts: [{ type: 'branch-filing-returned', payload: { at, filingId: news.filingId } }],
      }));
    case 'registered':
      return when(['registering'], () => ({
        facts: [{ type: 'branch-registered', payload: { at, filingId: news.filingId, bySilence: news.bySilence } }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'registered' }],
      }));
    case 'drawn':
      return when(['draw-waiting'], () => ({
        facts: [
          {
            type: 'branch-drawn',
            payload: { at, spotCheckId: news.spotCheckId, recheckId: news.recheckId, area: news.area },
          },
        ],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'drawn' }],
      }));
    case 'not-drawn':
      return when(['draw-waiting'], () => ({
        facts: [{ type: 'branch-not-drawn', payload: { at, spotCheckId: news.spotCheckId } }],
      }));
    case 'rechecked':
      if (news.recheckId !== state.recheckId) return nothing;
      return when(['rechecking'], () => ({
        facts: [
          {
            type: news.verdict === 'upheld' ? 'recheck-upheld' : 'recheck-overturned',
            payload: { at, recheckId: news.recheckId, score: news.score },
          },
        ],
        documents: news.verdict === 'overturned' ? [{ action: 'open', kind: 'self-assessment' }] : [],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'recheck-concluded' }],
        effects: news.verdict === 'overturned' ? [passLost(setting)] : [],
      }));
    case 'pass-lost':
      return when(['listing'], () =>
        state.concludedAt === null
          ? {
              facts: [{ type: 'pass-lost', payload: { at, year: news.year } }],
              documents: [{ action: 'open', kind: 'branch-plan' }],
              deadlines: [
                {
                  action: 'open-in-workdays',
                  kind: 'branch-plan',
                  body: 'branch',
                  workdays: setting.lostPassPlanWorkdays,
                },
              ],
              effects: [passLost(setting)],
            }
          : nothing,
      );
    case 'branch-dissolved':
      return when(LEAVABLE, () => leaveRound(setting, news, at));
    case 'published':
      return when(['publication-waiting'], () => ({
        facts: [{ type: 'branch-published', payload: { at, publicationId: news.publicationId } }],
      }));
    case 'recognised':
      return when(['published'], () => ({
        facts: [{ type: 'branch-recognised', payload: { at, recognitionId: news.recognitionId } }],
        notices: [{ to: branchSecretary(setting.branchId), subject: 'recognised' }],
      }));
    case 'round-closed':
      return {
        facts: [{ type: 'branch-run-closed', payload: { at, disposition: news.disposition } }],
        deadlines: [{ action: 'void-all' }],
      };
  }
}

/** A round that has decided on the branch ends it as decided: what was attained before the dissolution stays attained. */
const LEAVABLE = BRANCH_COMMAND_STEPS.dissolveBranch.filter((step) => step !== 'recognised' && step !== 'reviewed');

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
