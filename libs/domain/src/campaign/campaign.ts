import type { ProcessEvent, OfficeRef } from '../process/decision';
import type { CivilDate, Instant } from '../time/time';
import type { CampaignStep } from './campaign.steps';

/** Fixed when the campaign is established; start input of its workflow. */
export interface CampaignSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly years: readonly number[];
  readonly publicationWorkdays: number;
}

export interface RoundState {
  readonly year: number;
  readonly status: 'opening' | 'open' | 'closed';
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** The state of a campaign. */
export interface CampaignState {
  readonly step: CampaignStep;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
  readonly rounds: readonly RoundState[];
  readonly spotChecks: number;
  readonly publications: readonly {
    readonly id: string;
    readonly year: number;
    readonly endsOn: CivilDate;
    readonly recognised: boolean;
  }[];
}

export const UNOPENED_CAMPAIGN: CampaignState = {
  step: 'opening',
  since: '1970-01-01T00:00:00.000Z',
  waitingOn: null,
  rounds: [],
  spotChecks: 0,
  publications: [],
};

/** How often each disposition occurs in a closing decision. */
export interface ClosingFigures {
  readonly inScope: number;
  readonly filed: number;
  readonly recognised: number;
  readonly dispositions: Readonly<Record<string, number>>;
}

export type CampaignEvent =
  | ProcessEvent<'campaign-established', { at: Instant }>
  | ProcessEvent<'round-opened', { at: Instant; year: number; automatic?: true }>
  | ProcessEvent<'round-runs-started', { at: Instant; year: number; organisations: number; branches: number }>
  | ProcessEvent<'spot-check-ordered', { at: Instant; year: number; no: number; spotCheckId: string }>
  | ProcessEvent<
      'publication-opened',
      {
        at: Instant;
        year: number;
        publicationId: string;
        documentId: string;
        digest: string;
        branches: number;
        endsOn: CivilDate;
      }
    >
  | ProcessEvent<
      'recognition-recorded',
      {
        at: Instant;
        publicationId: string;
        recognitionId: string;
        documentNumber: string;
        decidedOn: CivilDate;
        branches: number;
        digest: string;
        warnings: readonly string[];
      }
    >
  | ProcessEvent<
      'round-closed',
      { at: Instant; year: number; documentId: string; digest: string; documentNumber: string; figures: ClosingFigures }
    >;
