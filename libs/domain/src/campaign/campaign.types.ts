import type { Asked, DecisionOf, Heard, RunTypes } from '../process/process';
import type { CampaignFact, CampaignSetting, CampaignState } from './campaign';
import type { CampaignCommand, CampaignCommandName, CampaignFacts, CampaignNews } from './campaign.command';
import type { CampaignOffice } from './campaign.steps';

/** The types of a campaign, in one bundle. */
export interface Campaign extends RunTypes {
  readonly kind: 'campaign';
  readonly office: CampaignOffice;
  readonly setting: CampaignSetting;
  readonly state: CampaignState;
  readonly command: CampaignCommand;
  readonly news: CampaignNews;
  readonly event: CampaignFact;
  readonly lookup: CampaignFacts;
}

/** A command of a campaign before its rule. */
export type CampaignAsked<N extends CampaignCommandName> = Asked<Campaign, N>;

/** News for a campaign before its rule. */
export type CampaignHeard = Heard<Campaign>;

/** A decision that records events of these types alone. */
export type CampaignDecision<T extends CampaignFact['type'] = CampaignFact['type']> = DecisionOf<Campaign, T>;
