import type { Asked, DecisionOf, Heard, RunTypes } from '../process/process';
import type { BranchRunEvent, BranchRunSetting, BranchRunState } from './branch-run';
import type { BranchRunCommand, BranchRunCommandName, BranchRunLookup, BranchRunNews } from './branch-run.command';
import type { BranchOffice } from './branch-run.steps';

/** The types of a branch's year, in one bundle. */
export interface BranchRun extends RunTypes {
  readonly kind: 'branch-run';
  readonly office: BranchOffice;
  readonly setting: BranchRunSetting;
  readonly state: BranchRunState;
  readonly command: BranchRunCommand;
  readonly news: BranchRunNews;
  readonly event: BranchRunEvent;
  readonly lookup: BranchRunLookup;
}

/** A command of a branch's year before its rule. */
export type BranchAsked<N extends BranchRunCommandName> = Asked<BranchRun, N>;

/** News for a branch's year before its rule. */
export type BranchHeard<K extends BranchRunNews['topic']> = Heard<BranchRun, K>;

/** A decision that records events of these types alone. */
export type BranchDecision<T extends BranchRunEvent['type'] = BranchRunEvent['type']> = DecisionOf<BranchRun, T>;
