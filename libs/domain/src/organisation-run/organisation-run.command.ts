import type { DocumentRef, RemarksRef } from '../branch-run/branch-run.command';
import type { DeadlineMeeting } from '../deadline/deadline';
import type { UsedNumber } from '../document/paper-number';
import type { CivilDate, Instant } from '../time/time';

/** The hand-overs of an organisation's year; names equal the workflow's Updates. */
export type OrganisationRunCommand =
  | { readonly name: 'submitOrganisationPlan'; readonly input: DocumentRef }
  | { readonly name: 'returnOrganisationPlan'; readonly input: RemarksRef }
  | { readonly name: 'submitConclusions'; readonly input: { readonly digest: string } }
  | {
      readonly name: 'recordDecision';
      readonly input: {
        /** Of the list that was laid before the party group. */
        readonly digest: string;
        readonly number: string;
        readonly decidedOn: CivilDate;
        readonly struck: readonly string[];
        /** Why each was struck: remarks with a line for every one of them (`struckPointer`). */
        readonly reasonId?: string;
        readonly reasonDigest?: string;
        readonly recusals: readonly string[];
      };
    }
  | { readonly name: 'sendFiling'; readonly input: { readonly digest: string } }
  | { readonly name: 'returnFiling'; readonly input: RemarksRef & FilingRef }
  | { readonly name: 'registerFiling'; readonly input: FilingRef };

/** The filing that was read; that of an earlier list has an id of its own. */
interface FilingRef {
  readonly filingId: string;
}

export type OrganisationRunCommandName = OrganisationRunCommand['name'];

/** What branch runs, the keeper and the campaign tell an organisation run. */
export type OrganisationRunNews =
  | { readonly topic: 'survey-submitted' }
  | { readonly topic: 'branch-left' }
  | { readonly topic: 'registration-silent' }
  | { readonly topic: 'correction-missed' }
  | { readonly topic: 'round-closed' };

/** What the tables know of the organisation's branches; absent in the validator. */
export interface OrganisationRunLookup {
  readonly document?: {
    readonly digest: string;
    readonly frozen: boolean;
    readonly faults: readonly { pointer: string; code: string; message: string }[];
  };
  readonly remarks?: { readonly digest: string; readonly lines: number; readonly pointers: readonly string[] };
  readonly plan?: { readonly thisYear: number; readonly nextYear: number };
  /** Surveys not handed over yet, of how many branches; once none is owed, how each was, or when who owed one left. */
  readonly survey?: {
    readonly open: number;
    readonly branches: number;
    readonly handedOver: readonly DeadlineMeeting[];
  };
  /** The list generated from the branches' conclusions. */
  readonly conclusions?: {
    readonly documentId: string;
    readonly digest: string;
    readonly passed: readonly string[];
    readonly failed: readonly string[];
    readonly reviewed: readonly string[];
    readonly pending: readonly string[];
    /** Digest of the list that waits for the party group's decision. */
    readonly waiting?: string | null;
    /** When the last of its branches was concluded on. */
    readonly settledOn?: CivilDate;
    /** Those of it that were dissolved since it was handed over. */
    readonly gone?: readonly string[];
  };
  readonly decisionId?: string;
  /** Of its party group's earlier papers. */
  readonly numbers?: readonly UsedNumber[];
  /** Who sent the filing that waits for its registration. */
  readonly sender?: string | null;
  readonly filing?: { readonly filingId: string; readonly digest: string; readonly lines: number };
  /** When the open registration, or the open correction of a returned filing, expires. */
  readonly expiresAt?: Instant | null;
}
