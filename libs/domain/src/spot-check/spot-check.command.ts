import type { SheetOpening } from '../assessment/sheet-opening';
import type { RemarksRef } from '../branch-run/branch-run.command';
import type { Verdict } from '../branch-run/branch-run.terms';

export type SpotCheckCommand =
  | { readonly name: 'freezeSpotCheck'; readonly input: Record<string, never> }
  | { readonly name: 'revealSpotCheck'; readonly input: Record<string, never> }
  | {
      readonly name: 'concludeRecheck';
      readonly input: {
        readonly recheckId: string;
        /** Of the sheet as it was read. */
        readonly digest: string;
        readonly verdict: Verdict;
        /** Why the pass is overturned, kept like remarks; without it none is. */
        readonly reasonId?: string;
        readonly reasonDigest?: string;
      };
    }
  | {
      readonly name: 'confirmRecheck';
      readonly input: { readonly recheckId: string; readonly digest: string };
    }
  | {
      readonly name: 'returnRecheck';
      readonly input: RemarksRef & { readonly recheckId: string; readonly sheetDigest: string };
    };

export type SpotCheckCommandName = SpotCheckCommand['name'];

/** What the tables know; absent in the validator. */
export interface SpotCheckLookup {
  /** Of the seed that was drawn at the opening. */
  readonly seedHash?: string;
  readonly population?: { readonly digest: string; readonly size: number };
  readonly draw?: { readonly seed: string; readonly drawn: readonly string[]; readonly rechecks: readonly string[] };
  readonly recheck?: RecheckLookup | null;
}

/** What the tables know of one drawn branch's recheck and of who speaks about it. */
export interface RecheckLookup {
  readonly branchId: string;
  readonly open: boolean;
  /** Who found that the pass does not hold, while nobody has confirmed it. */
  readonly proposedBy: string | null;
  /** Why, as it was kept with the proposal. */
  readonly proposedReason: { readonly documentId: string; readonly digest: string } | null;
  readonly assessors: readonly string[];
  readonly actorOfBranch: boolean;
  readonly document: RecheckSheet | null;
  /** Of the sheet that the command names. */
  readonly opening?: SheetOpening | null;
  /** The reason or the remarks that the command names. */
  readonly remarks?: { readonly digest: string };
  /** The sheet that is written next, where this one comes back. */
  readonly nextDocumentId: string;
}

/** A recheck's sheet as it stands, and whose hand wrote it. */
export interface RecheckSheet {
  readonly id: string;
  readonly digest: string;
  readonly score: number;
  readonly author: string | null;
  readonly authorOfBranch: boolean;
  readonly faults: readonly unknown[];
}
