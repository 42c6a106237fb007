import type { Asked, DecisionOf, RunTypes } from '../process/process';
import type { SpotCheckEvent, SpotCheckSetting, SpotCheckState } from './spot-check';
import type { SpotCheckCommand, SpotCheckCommandName, SpotCheckLookup } from './spot-check.command';
import type { SpotCheckOffice } from './spot-check.steps';

/** The types of a spot check, in one bundle; it is told nothing. */
export interface SpotCheck extends RunTypes {
  readonly kind: 'spot-check';
  readonly office: SpotCheckOffice;
  readonly setting: SpotCheckSetting;
  readonly state: SpotCheckState;
  readonly command: SpotCheckCommand;
  readonly news: never;
  readonly event: SpotCheckEvent;
  readonly lookup: SpotCheckLookup;
}

/** A command of a spot check before its rule. */
export type SpotCheckAsked<N extends SpotCheckCommandName> = Asked<SpotCheck, N>;

/** A decision that records events of these types alone. */
export type SpotCheckDecision<T extends SpotCheckEvent['type'] = SpotCheckEvent['type']> = DecisionOf<SpotCheck, T>;
