import type { Result } from '../branch-run/branch-run.terms';
import type { Instant } from '../time/time';
import type { Told } from './attempt';

/** What the assessment of a branch's year came to, and what became of a pass afterwards. */
export interface Conclusion {
  readonly result: Result;
  /** Null of a pass that was brought along from an earlier round. */
  readonly score: number | null;
  /** The recheck did not uphold it, or the party group struck it. */
  readonly fell: { readonly by: 'recheck' | 'party-group'; readonly at: Instant } | null;
}

/** The last conclusion that the record of a branch's year tells of; null before one, and once the branch has applied again. */
export function conclusionIn(events: readonly Told[]): Conclusion | null {
  return events.reduce(conclusionAfter, null);
}

function conclusionAfter(before: Conclusion | null, { type, payload, recordedAt: at }: Told): Conclusion | null {
  switch (type) {
    case 'branch-run-opened':
      return payload.result === 'passed' ? { result: 'passed', score: null, fell: null } : null;
    case 'assessment-concluded':
      return { result: payload.result as Result, score: Number(payload.score), fell: null };
    case 'recheck-overturned':
      return before && { ...before, fell: { by: 'recheck', at } };
    case 'branch-struck':
      return before && { ...before, fell: { by: 'party-group', at } };
    case 'assessment-submitted':
    case 'pass-lost':
      return null;
    default:
      return before;
  }
}
