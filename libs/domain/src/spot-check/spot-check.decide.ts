import type { Decision, Spoken } from '../process/decision';
import { DomainError } from '../errors';
import { concludeRecheck, confirmRecheck, returnRecheck } from './recheck';
import {
  SPOT_CHECK_COMMAND_STEPS,
  type SpotCheckCommand,
  type SpotCheckFact,
  type SpotCheckFacts,
  spotCheckOfficesFor,
  type SpotCheckSetting,
  type SpotCheckState,
} from './spot-check';
import type { Instant } from '../time/time';

type SpotCheckDecision = Decision<SpotCheckFact>;

/** The seed's SHA-256 is committed before anybody can know the population. */
export function openSpotCheck(at: Instant, seedHash: string): SpotCheckDecision {
  return { facts: [{ type: 'draw-seed-committed', payload: { at, seedHash } }] };
}

/** Decides a command of a spot check; without `facts` only what the state knows is checked. */
export function decideSpotCheck(
  setting: SpotCheckSetting,
  state: SpotCheckState,
  { command, spoken }: { readonly command: SpotCheckCommand; readonly spoken: Spoken },
  facts?: SpotCheckFacts,
): SpotCheckDecision {
  if (state.step === 'opening') throw new DomainError('run-opening', '抽查正在建立，请稍候重试');
  if (state.step === 'concluded') throw new DomainError('run-closed', '抽查已结束');
  const allowed = SPOT_CHECK_COMMAND_STEPS[command.name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', '当前环节不能办理此项', { step: state.step, allowed });
  }
  const offices = spotCheckOfficesFor(command.name);
  if (!offices.includes(spoken.office)) {
    throw new DomainError('forbidden', '此项不由所任岗位办理', {
      office: spoken.office,
      offices,
    });
  }
  const at = spoken.receivedAt;
  switch (command.name) {
    case 'freezeSpotCheck': {
      const population = facts?.population;
      if (population?.size === 0) throw new DomainError('population-not-frozen', '没有已备案、待抽取的党支部');
      return {
        facts: [
          {
            type: 'draw-population-frozen',
            payload: {
              at,
              digest: population?.digest ?? '',
              population: population?.size ?? 0,
              frozenBy: spoken.actor,
            },
          },
        ],
      };
    }
    case 'revealSpotCheck': {
      if (state.frozenBy === spoken.actor) {
        throw new DomainError('same-person', '抽取结果须由封存名单者以外的人揭晓');
      }
      const draw = facts?.draw;
      return {
        facts: [
          {
            type: 'draw-revealed',
            payload: {
              at,
              seed: draw?.seed ?? '',
              revealedBy: spoken.actor,
              drawn: draw?.drawn ?? [],
              rechecks: draw?.rechecks ?? [],
            },
          },
        ],
        effects: [{ tell: 'branches', topic: 'drawn', refs: { spotCheckId: setting.spotCheckId } }],
      };
    }
    case 'concludeRecheck':
      return concludeRecheck(setting, state, { input: command.input, spoken }, facts);
    case 'confirmRecheck':
      return confirmRecheck(state, { input: command.input, spoken }, facts);
    case 'returnRecheck':
      return returnRecheck({ input: command.input, spoken }, facts);
  }
}
