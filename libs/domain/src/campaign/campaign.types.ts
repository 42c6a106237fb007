import type { Asked, DecisionOf, Heard, PayloadOf, RunTypes } from '../process/process';
import type { CampaignEvent, CampaignSetting, CampaignState } from './campaign';
import type { CampaignCommand, CampaignCommandName, CampaignLookup, CampaignNews } from './campaign.command';
import type { CampaignOffice } from './campaign.steps';

/** The types of a campaign, in one bundle. */
export interface Campaign extends RunTypes {
  readonly kind: 'campaign';
  readonly office: CampaignOffice;
  readonly setting: CampaignSetting;
  readonly state: CampaignState;
  readonly command: CampaignCommand;
  readonly news: CampaignNews;
  readonly event: CampaignEvent;
  readonly lookup: CampaignLookup;
}

/** A command of a campaign before its rule. */
export type CampaignAsked<N extends CampaignCommandName> = Asked<Campaign, N>;

/** News for a campaign before its rule. */
export type CampaignHeard<K extends CampaignNews['topic']> = Heard<Campaign, K>;

/** What an event of a campaign says. */
export type CampaignPayload<T extends CampaignEvent['type']> = PayloadOf<Campaign, T>;

/** A decision that records events of these types alone. */
export type CampaignDecision<T extends CampaignEvent['type'] = CampaignEvent['type']> = DecisionOf<Campaign, T>;
