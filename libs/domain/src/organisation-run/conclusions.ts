import type { BranchRunState } from '../branch-run/branch-run';
import { STEPS_BEFORE_DECISION } from '../branch-run/branch-run.steps';
import type { BranchRunMode, CarriedPass, Disposition, Target } from '../branch-run/branch-run.terms';
import type { Instant } from '../time/time';

/** What is laid before the party group: who passed, who failed, whose review said what. */
export interface ConclusionList {
  readonly year: number;
  readonly organisationId: string;
  /** A pass that is carried on has no score of this year. */
  readonly passed: readonly {
    readonly branchId: string;
    readonly score: number | null;
    readonly carriedPass?: CarriedPass;
  }[];
  readonly failed: readonly { readonly branchId: string; readonly score: number | null }[];
  readonly reviewed: readonly { readonly branchId: string; readonly result: string }[];
}

/** A branch of an organisation in the year of the list, with what others know of it. */
export interface ConcludedBranch {
  readonly branchId: string;
  readonly mode: BranchRunMode;
  readonly state: Pick<
    BranchRunState,
    'step' | 'target' | 'superiorScore' | 'result' | 'concludedAt' | 'review' | 'disposition'
  >;
  /** Its target in the organisation's plan: the branch may not have been told its own yet. */
  readonly planned?: Target | undefined;
  /** What the round before decided on it; null while that one still decides, absent where there is none. */
  readonly before?: Disposition | null | undefined;
  /** When the last list that is dealt with and names it was handed over. */
  readonly told?: Instant | undefined;
  /** The pass of an earlier round that it goes on with. */
  readonly carriedPass?: CarriedPass | undefined;
}

/**
 * The conclusions of an organisation's branches, in their order, and the branches that still lack one (苏委工〔2020〕6号
 * 三.4). A branch that has left is on no list; a pass is listed until the party group has decided on it, any other conclusion
 * until a list that says it is dealt with.
 */
export function gatherConclusions(
  { year, organisationId }: Pick<ConclusionList, 'year' | 'organisationId'>,
  branches: readonly ConcludedBranch[],
): { readonly body: ConclusionList; readonly pending: readonly string[] } {
  const present = branches.filter(({ state }) => state.disposition !== 'excluded');
  return {
    body: {
      year,
      organisationId,
      passed: present.filter(isToBeDecided).map(({ branchId, state: { superiorScore: score }, carriedPass }) => ({
        ...{ branchId, score },
        ...(carriedPass && { carriedPass }),
      })),
      failed: present
        .filter((branch) => hasFailed(branch) && isNew(branch))
        .map(({ branchId, state: { superiorScore: score } }) => ({ branchId, score })),
      reviewed: present
        .filter(isNew)
        .flatMap(({ branchId, state: { review } }) => (review ? [{ branchId, result: review }] : [])),
    },
    pending: present.filter(lacksConclusion).map(({ branchId }) => branchId),
  };
}

/** Why a list of conclusions is not taken, whoever hands it over; null where it is. */
export type ConclusionsFault = 'pending' | 'waiting' | 'nothing-new';

/** When each branch was named last, by the lists that are dealt with: decided on, or without a pass to decide on. */
export function toldByLists(
  lists: readonly { readonly at: Instant; readonly isDecided: boolean; readonly body: ConclusionList }[],
): ReadonlyMap<string, Instant> {
  const told = new Map<string, Instant>();
  for (const { at, isDecided, body } of lists) {
    if (!isDecided && body.passed.length > 0) continue;
    for (const { branchId } of [...body.passed, ...body.failed, ...body.reviewed]) {
      if ((told.get(branchId) ?? '') < at) told.set(branchId, at);
    }
  }
  return told;
}

/**
 * Every branch planned for the year has its conclusion (苏委工〔2020〕6号 三.4), and the list says something new: it is not the one that
 * waits for its decision, and after the first there is a pass on it. `waiting`: digest of the list before the party group.
 */
export function conclusionsFault(
  list: {
    readonly digest: string;
    readonly passed: readonly unknown[];
    readonly pending: readonly string[];
    readonly waiting?: string | null;
  },
  listNo: number,
): ConclusionsFault | null {
  if (list.pending.length > 0) return 'pending';
  if (list.waiting === list.digest) return 'waiting';
  return list.passed.length === 0 && listNo > 0 ? 'nothing-new' : null;
}

function isToBeDecided({ state, before }: ConcludedBranch): boolean {
  if (state.result !== 'passed' || !STEPS_BEFORE_DECISION.includes(state.step)) return false;
  return state.concludedAt !== null || isHandedOn(before);
}

/** A pass of the round before is this round's once that one hands it on; it may still decide on it, or have decided otherwise. */
function isHandedOn(before: ConcludedBranch['before']): boolean {
  return before === undefined || before === 'passed-awaiting';
}

function hasFailed({ state }: ConcludedBranch): boolean {
  return state.concludedAt !== null && state.review === null && state.result !== 'passed';
}

function isNew({ state: { concludedAt }, told }: ConcludedBranch): boolean {
  return told === undefined || (concludedAt !== null && concludedAt > told);
}

/** Its review, or the conclusion of a year in which it is planned to attain the standard. */
function lacksConclusion({ mode, state, planned }: ConcludedBranch): boolean {
  if (mode === 'review') return state.review === null;
  if (mode !== 'attain' || (planned ?? state.target) !== 'this-year') return false;
  return state.concludedAt === null && state.result === null;
}
