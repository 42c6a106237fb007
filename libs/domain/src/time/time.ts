/** An instant in UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that instants compare as text. */
export type Instant = string;

/** A calendar date without time zone, `YYYY-MM-DD`. */
export type CivilDate = string;

/** The instant `ms` milliseconds after 1970-01-01T00:00:00Z. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Whether a text is an instant that exists, in the one way of writing that there is. */
export function isInstant(text: string): boolean {
  const ms = Date.parse(text);
  return Number.isFinite(ms) && instantOf(ms) === text;
}

/** Milliseconds since 1970-01-01T00:00:00Z of an instant. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}
