import type { RemarksRef } from '../branch-run/branch-run.command';
import type { Verdict } from '../branch-run/branch-run.terms';
import { committeeOfficer, type Fact, type OfficeRef } from '../process/decision';
import type { Role } from '../office/roles';
import type { SheetOpening } from '../assessment/sheet-opening';
import type { RunRevivedFact } from '../process/run-revival';
import type { Instant } from '../time/time';

/** Fixed when the spot check is ordered. */
export interface SpotCheckSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly rehearsal: boolean;
  readonly spotCheckId: string;
  readonly year: number;
  readonly no: number;
  readonly passMark: number;
  readonly ratio: number;
  readonly perOrganisationAtLeast: number;
}

export const SPOT_CHECK_STEPS = ['opening', 'ordered', 'frozen', 'inspecting', 'concluded'] as const;

export type SpotCheckStep = (typeof SPOT_CHECK_STEPS)[number];

export interface SpotCheckState {
  readonly step: SpotCheckStep;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
  readonly seedHash: string | null;
  readonly frozenBy: string | null;
  readonly populationDigest: string | null;
  readonly population: number;
  readonly drawn: number;
  readonly concluded: number;
  readonly overturned: number;
}

export const UNOPENED_SPOT_CHECK: SpotCheckState = {
  step: 'opening',
  since: '1970-01-01T00:00:00.000Z',
  waitingOn: null,
  seedHash: null,
  frozenBy: null,
  populationDigest: null,
  population: 0,
  drawn: 0,
  concluded: 0,
  overturned: 0,
};

export type SpotCheckFact =
  | RunRevivedFact
  | Fact<'draw-seed-committed', { at: Instant; seedHash: string }>
  | Fact<'draw-population-frozen', { at: Instant; digest: string; population: number; frozenBy: string }>
  | Fact<
      'draw-revealed',
      { at: Instant; seed: string; revealedBy: string; drawn: readonly string[]; rechecks: readonly string[] }
    >
  | Fact<
      'recheck-concluded',
      {
        at: Instant;
        recheckId: string;
        branchId: string;
        documentId: string;
        digest: string;
        score: number;
        verdict: Verdict;
        rechecker: string;
        openedAt?: Instant;
        /** Who confirmed that the pass is overturned; of an upheld one nobody needs to. */
        confirmer?: string;
      }
    >
  | Fact<
      'recheck-overturn-proposed',
      {
        at: Instant;
        recheckId: string;
        branchId: string;
        documentId: string;
        digest: string;
        score: number;
        rechecker: string;
        reasonId: string;
        reasonDigest: string;
        openedAt?: Instant;
      }
    >
  | Fact<
      'recheck-overturn-returned',
      { at: Instant; recheckId: string; remarksId: string; digest: string; lines: number; nextDocumentId: string }
    >
  | Fact<'spot-check-concluded', { at: Instant; upheld: number; overturned: number }>;

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
  | { readonly name: 'returnRecheck'; readonly input: RemarksRef & { readonly recheckId: string } };

export type SpotCheckCommandName = SpotCheckCommand['name'];

/** What the tables know; absent in the validator. */
export interface SpotCheckFacts {
  readonly population?: { readonly digest: string; readonly size: number };
  readonly draw?: { readonly seed: string; readonly drawn: readonly string[]; readonly rechecks: readonly string[] };
  readonly recheck?: RecheckFacts | null;
}

/** What the tables know of one drawn branch's recheck and of who speaks about it. */
export interface RecheckFacts {
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

/** Transition table: at which steps each command may be given. */
export const SPOT_CHECK_COMMAND_STEPS: Readonly<Record<SpotCheckCommandName, readonly SpotCheckStep[]>> = {
  freezeSpotCheck: ['ordered'],
  revealSpotCheck: ['frozen'],
  concludeRecheck: ['inspecting'],
  confirmRecheck: ['inspecting'],
  returnRecheck: ['inspecting'],
};

/** Commands about one drawn branch; the others are about the whole check. */
export const RECHECK_COMMANDS: readonly SpotCheckCommandName[] = ['concludeRecheck', 'confirmRecheck', 'returnRecheck'];

/**
 * The offices that may give a command. The result of a recheck is entered by its assessor, the area's liaison or an
 * officer, and taken back by them; that it overturns a pass is confirmed by an officer of the committee.
 */
export function spotCheckOfficesFor(name: SpotCheckCommandName): readonly Role[] {
  return name === 'concludeRecheck' || name === 'returnRecheck'
    ? ['assessor', 'area-liaison', 'committee-officer']
    : ['committee-officer'];
}

/** The state after one more fact. */
export function evolveSpotCheck(setting: SpotCheckSetting, state: SpotCheckState, fact: SpotCheckFact): SpotCheckState {
  const to = (step: SpotCheckStep, change: Partial<SpotCheckState> = {}): SpotCheckState => ({
    ...state,
    step,
    since: fact.payload.at,
    waitingOn: step === 'concluded' ? null : committeeOfficer(setting.campaignId),
    ...change,
  });
  switch (fact.type) {
    case 'run-revived':
      return state;
    case 'draw-seed-committed':
      return to('ordered', { seedHash: fact.payload.seedHash });
    case 'draw-population-frozen':
      return to('frozen', {
        populationDigest: fact.payload.digest,
        population: fact.payload.population,
        frozenBy: fact.payload.frozenBy,
      });
    case 'draw-revealed':
      return to('inspecting', { drawn: fact.payload.drawn.length });
    case 'recheck-concluded':
      return {
        ...state,
        concluded: state.concluded + 1,
        overturned: state.overturned + (fact.payload.verdict === 'overturned' ? 1 : 0),
      };
    case 'recheck-overturn-proposed':
    case 'recheck-overturn-returned':
      return state;
    case 'spot-check-concluded':
      return to('concluded');
  }
}
