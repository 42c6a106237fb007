import type { BallotMode, BallotTally, GroupCounts } from '../ballot/ballot';
import type { Disposition, ReviewResult, SurveyClass, Target, Verdict } from './branch-run.terms';
import type { OfficeRef } from '../process/decision';
import type { GateOutcome } from '../assessment/assessment-gates';
import type { SheetOpening } from '../assessment/sheet-opening';
import type { CivilDate } from '../time/time';

/** Remarks by line, saved first and pinned by digest, so that histories hold no text. */
export interface RemarksRef {
  readonly remarksId: string;
  readonly digest: string;
  readonly lines: number;
}

/** A frozen document as a message names it. */
export interface DocumentRef {
  readonly documentId: string;
  readonly digest: string;
}

/** The hand-overs of a branch's year; names equal the workflow's Updates. */
export type BranchRunCommand =
  | { readonly name: 'openSurvey'; readonly input: Record<string, never> }
  | { readonly name: 'submitSurvey'; readonly input: DocumentRef }
  | { readonly name: 'returnSurvey'; readonly input: RemarksRef }
  | { readonly name: 'confirmSurvey'; readonly input: { readonly surveyClass: SurveyClass } }
  | { readonly name: 'submitBranchPlan'; readonly input: DocumentRef }
  | { readonly name: 'returnBranchPlan'; readonly input: RemarksRef }
  | { readonly name: 'approveBranchPlan'; readonly input: Record<string, never> }
  | { readonly name: 'submitAssessment'; readonly input: DocumentRef }
  | { readonly name: 'returnAssessment'; readonly input: RemarksRef }
  | {
      readonly name: 'openBallot';
      readonly input: { readonly ballotBoxId: string; readonly mode: BallotMode };
    }
  | { readonly name: 'closeBallot'; readonly input: { readonly ballotBoxId: string } }
  | { readonly name: 'signAssessment'; readonly input: DocumentRef }
  | { readonly name: 'countersignAssessment'; readonly input: DocumentRef & { readonly differences: number } }
  | { readonly name: 'submitReview'; readonly input: DocumentRef }
  | { readonly name: 'returnReview'; readonly input: RemarksRef }
  | { readonly name: 'confirmReview'; readonly input: { readonly result: ReviewResult } }
  | { readonly name: 'dissolveBranch'; readonly input: Dissolution };

/** The reason of a dissolution, kept like remarks, and the number of the paper. */
export interface Dissolution {
  readonly reasonId: string;
  readonly digest: string;
  readonly documentNumber: string;
}

export type BranchRunCommandName = BranchRunCommand['name'];

/** What other runs tell a branch run (signals); each carries a message id and is applied once. */
export type BranchRunNews =
  | {
      readonly topic: 'target-set';
      readonly target: Target;
      readonly planId: string;
      readonly dates: InternalDates | null;
    }
  | { readonly topic: 'listed'; readonly listId: string }
  | { readonly topic: 'decided'; readonly decisionId: string }
  | { readonly topic: 'struck'; readonly decisionId: string }
  | { readonly topic: 'filed'; readonly filingId: string }
  | { readonly topic: 'filing-returned'; readonly filingId: string }
  | { readonly topic: 'registered'; readonly filingId: string; readonly bySilence: boolean }
  | { readonly topic: 'drawn'; readonly spotCheckId: string; readonly recheckId: string; readonly area: OfficeRef }
  | { readonly topic: 'not-drawn'; readonly spotCheckId: string }
  | {
      readonly topic: 'rechecked';
      readonly recheckId: string;
      readonly verdict: Verdict;
      readonly score: number;
    }
  /** The pass of an earlier round, in this year, was overturned or struck. */
  | { readonly topic: 'pass-lost'; readonly year: number }
  | ({ readonly topic: 'branch-dissolved' } & Dissolution)
  | { readonly topic: 'published'; readonly publicationId: string }
  | { readonly topic: 'recognised'; readonly recognitionId: string }
  | { readonly topic: 'round-closed'; readonly disposition: Disposition };

/** The organisation's internal dates for its branches (organisation plan). */
export interface InternalDates {
  readonly applyBy: CivilDate;
  readonly ballotBy: CivilDate;
  readonly assessBy: CivilDate;
}

/** What the local write knows from the tables and the validator does not; absent in the validator. */
export interface BranchRunLookup {
  /** The named document as stored: frozen, digest, and what the rules ask of its content. */
  readonly document?: {
    readonly digest: string;
    readonly frozen: boolean;
    readonly author: string | null;
    /** Whether who wrote this version belongs to the branch; asked of assessors' sheets. */
    readonly authorOfBranch?: boolean;
    readonly faults: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
    readonly score?: number;
    readonly changes?: number;
    readonly gaps?: readonly string[];
  };
  readonly remarks?: { readonly digest: string; readonly lines: number };
  /** The review that is before its confirmer. */
  readonly review?: DocumentRef;
  /** Problems of the branch: all open ones, those without measure, owner or date, those mandatory and not raised. */
  readonly problems?: {
    readonly open: number;
    readonly unplanned: number;
    readonly mandatoryOpen: number;
    readonly imported: number;
    /** Of those that are open: entered or planned otherwise since the plan that waits for approval was handed over. */
    readonly changed?: number;
  };
  /** How many members and others the branch has: those who are asked. */
  readonly size?: GroupCounts;
  /** Result of counting the box; for a paper tally both counters. */
  readonly ballot?: {
    readonly ballotBoxId: string;
    readonly tally: BallotTally;
    readonly firstCounter: string | null;
    readonly secondCounter: string | null;
    readonly countsAgree: boolean;
    readonly mode: BallotMode;
  };
  /** Whether a stated happening was entered within the workdays that a late entry is allowed. */
  readonly enteredInTime?: boolean;
  /** Whether the speaker is a member of the branch or holds an office in it. */
  readonly actorOfBranch?: boolean;
  /** That the speaker opened the version he signs, and what he left unconfirmed; null where he never did. */
  readonly opening?: SheetOpening | null;
  readonly gates?: readonly GateOutcome[];
  /** The score the first assessor signed. */
  readonly signedScore?: number;
  /** The branch's own score with what the signed sheet confirms as not applicable. */
  readonly selfScore?: number;
}
