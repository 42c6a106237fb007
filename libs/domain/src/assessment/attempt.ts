import type { Instant } from '../time/time';

/** What of an event of a branch's record tells when it applied, and what came of it. */
export interface Told {
  readonly type: string;
  readonly recordedAt: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Which application of the year was under way at a moment, by the record of the branch; null before the first. */
export function attemptAt(events: readonly Told[], at: Instant): number | null {
  const told = events.findLast(({ type, recordedAt }) => type === 'assessment-submitted' && recordedAt <= at);
  return typeof told?.payload.attempt === 'number' ? told.payload.attempt : null;
}
