import { DomainError } from '../errors';
import { checkOther } from '../office/separation';
import type { SpotCheckAsked, SpotCheckDecision } from './spot-check.types';

/** The branches of which is drawn are put on record before anybody can know the seed. */
export function freezeSpotCheck({
  attribution: { receivedAt: at, actor },
  lookup,
}: SpotCheckAsked<'freezeSpotCheck'>): SpotCheckDecision<'draw-population-frozen'> {
  const population = lookup?.population;
  if (population?.size === 0) throw new DomainError('no-branches', '没有已备案、待抽取的党支部');
  const { digest = '', size = 0 } = population ?? {};
  return { events: [{ type: 'draw-population-frozen', payload: { at, digest, population: size, frozenBy: actor } }] };
}

/** A second person reveals the seed and with it the draw. */
export function revealSpotCheck({
  setting,
  state,
  attribution: { receivedAt: at, actor },
  lookup,
}: SpotCheckAsked<'revealSpotCheck'>): SpotCheckDecision<'draw-revealed'> {
  checkOther(state.frozenBy === null ? [] : [state.frozenBy], actor, '抽取结果须由封存名单者以外的人揭晓');
  const { seed = '', drawn = [], rechecks = [] } = lookup?.draw ?? {};
  return {
    events: [{ type: 'draw-revealed', payload: { at, seed, revealedBy: actor, drawn, rechecks } }],
    effects: [{ tell: 'branches', topic: 'drawn', refs: { spotCheckId: setting.spotCheckId } }],
  };
}
