import { COMMITTEE_OFFICE } from '../process/offices';
import type { Step } from '../process/process';

/** Who acts in a campaign. */
export const CAMPAIGN_OFFICES = { committee: COMMITTEE_OFFICE } as const;

export type CampaignOffice = keyof typeof CAMPAIGN_OFFICES;

/** The steps of a campaign: it outlives every round; which of its rounds takes a command is asked by the command's rule. */
export const CAMPAIGN_STEP_TABLE = {
  opening: { phase: null, clause: null, by: null, otherwise: 'waits', zh: '启动', en: 'opening' },
  running: { phase: null, clause: '二', by: 'committee', otherwise: 'waits', zh: '进行中', en: 'running' },
} as const satisfies Readonly<Record<string, Step<CampaignOffice>>>;

export type CampaignStep = keyof typeof CAMPAIGN_STEP_TABLE;
