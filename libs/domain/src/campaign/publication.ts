import type { CarriedPass } from '../branch-run/branch-run.terms';

/** The branches that are published before recognition, frozen as they were registered. */
export interface PublicationList {
  readonly year: number;
  readonly branches: readonly {
    readonly branchId: string;
    readonly runId: string;
    readonly score: number | null;
    /** Of a branch that goes on with a pass of an earlier round and was given no score in this one. */
    readonly carriedPass?: CarriedPass;
    readonly recheck: string;
  }[];
}

/** Of the branches that wait to be published, those on no earlier publication of the round: one may not have been told yet. */
export function gatherPublication(
  year: number,
  waiting: PublicationList['branches'],
  earlier: readonly PublicationList[],
): PublicationList {
  const published = new Set(earlier.flatMap(({ branches }) => branches.map(({ branchId }) => branchId)));
  return { year, branches: waiting.filter(({ branchId }) => !published.has(branchId)) };
}
