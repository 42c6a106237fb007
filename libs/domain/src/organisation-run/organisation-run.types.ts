import type { Asked, DecisionOf, Heard, RunTypes } from '../process/process';
import type { OrganisationRunEvent, OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type {
  OrganisationRunCommand,
  OrganisationRunCommandName,
  OrganisationRunLookup,
  OrganisationRunNews,
} from './organisation-run.command';
import type { OrganisationOffice } from './organisation-run.steps';

/** The types of an organisation's year, in one bundle. */
export interface OrganisationRun extends RunTypes {
  readonly kind: 'organisation-run';
  readonly office: OrganisationOffice;
  readonly setting: OrganisationRunSetting;
  readonly state: OrganisationRunState;
  readonly command: OrganisationRunCommand;
  readonly news: OrganisationRunNews;
  readonly event: OrganisationRunEvent;
  readonly lookup: OrganisationRunLookup;
}

/** A command of an organisation's year before its rule. */
export type OrganisationAsked<N extends OrganisationRunCommandName> = Asked<OrganisationRun, N>;

/** Where an organisation's year stands when something is told, whatever it is. */
export type OrganisationMoment = Omit<Heard<OrganisationRun>, 'news'>;

/** A decision that records events of these types alone. */
export type OrganisationDecision<T extends OrganisationRunEvent['type'] = OrganisationRunEvent['type']> = DecisionOf<
  OrganisationRun,
  T
>;
