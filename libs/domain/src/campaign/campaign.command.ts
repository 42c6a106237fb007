import type { ClosingFigures } from './campaign';
import type { UsedNumber } from '../document/paper-number';
import type { CivilDate } from '../time/time';

export type CampaignCommand =
  | { readonly name: 'openRound'; readonly input: { readonly year: number } }
  | { readonly name: 'orderSpotCheck'; readonly input: { readonly year: number } }
  | { readonly name: 'openPublication'; readonly input: { readonly year: number; readonly digest: string } }
  | {
      readonly name: 'recordRecognition';
      readonly input: {
        readonly publicationId: string;
        readonly documentNumber: string;
        readonly decidedOn: CivilDate;
      };
    }
  | {
      readonly name: 'closeRound';
      readonly input: { readonly year: number; readonly digest: string; readonly documentNumber: string };
    };

export type CampaignCommandName = CampaignCommand['name'];

export type CampaignNews =
  | {
      readonly topic: 'runs-started';
      readonly year: number;
      readonly organisations: number;
      readonly branches: number;
    }
  | { readonly topic: 'round-due'; readonly year: number };

/** What the tables know; absent in the validator. */
export interface CampaignLookup {
  /** The first day on which the round may be opened, of the programme. */
  readonly opensOn?: CivilDate;
  readonly ids?: { readonly spotCheckId: string; readonly publicationId: string; readonly recognitionId: string };
  /** Registered branches whose recheck is done: the frozen population of a recognition. */
  readonly publication?: {
    readonly documentId: string;
    readonly digest: string;
    readonly branches: number;
    readonly endsOn: CivilDate;
  };
  /** Whether the programme names the document that introduced the publication ([P] until then: it only warns). */
  readonly publicationRefuses?: boolean;
  readonly registered?: number;
  /** The day on which the first filing of their organisations was registered; asked where the order states a day. */
  readonly registeredFrom?: CivilDate;
  /** Of the committee's earlier papers of the kind. */
  readonly numbers?: readonly UsedNumber[];
  readonly dispositions?: {
    readonly documentId: string;
    readonly digest: string;
    readonly figures: ClosingFigures;
    readonly pending: readonly string[];
  };
}
