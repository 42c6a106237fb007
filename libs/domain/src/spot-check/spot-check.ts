import type { Verdict } from '../branch-run/branch-run.terms';
import type { ProcessEvent, OfficeRef } from '../process/decision';
import type { Instant } from '../time/time';
import type { SpotCheckStep } from './spot-check.steps';

/** Fixed when the spot check is ordered. */
export interface SpotCheckSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly spotCheckId: string;
  readonly year: number;
  readonly no: number;
  readonly passMark: number;
  readonly ratio: number;
  readonly perOrganisationAtLeast: number;
}

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

export type SpotCheckEvent =
  | ProcessEvent<'draw-seed-committed', { at: Instant; seedHash: string }>
  | ProcessEvent<'draw-population-frozen', { at: Instant; digest: string; population: number; frozenBy: string }>
  | ProcessEvent<
      'draw-revealed',
      { at: Instant; seed: string; revealedBy: string; drawn: readonly string[]; rechecks: readonly string[] }
    >
  | ProcessEvent<
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
  | ProcessEvent<
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
  | ProcessEvent<
      'recheck-overturn-returned',
      { at: Instant; recheckId: string; remarksId: string; digest: string; lines: number; nextDocumentId: string }
    >
  | ProcessEvent<'spot-check-concluded', { at: Instant; upheld: number; overturned: number }>;
