/** The events of the deadline register, in the stream of the run or problem they belong to. */
export const DEADLINE_EVENTS = [
  'deadline-opened',
  'deadline-met',
  'deadline-voided',
  'deadline-moved',
  'deadline-replanned',
  'rung-fired',
] as const;

export type DeadlineEventType = (typeof DEADLINE_EVENTS)[number];

/** Those that plan a deadline by a calendar. */
export const PLANNING_EVENTS: readonly string[] = [
  'deadline-opened',
  'deadline-moved',
  'deadline-replanned',
] satisfies DeadlineEventType[];

/** Those that a holiday notice and a keeper write: no write of the run, so its version stays. */
export const EVENTS_BESIDE_THE_RUN: readonly string[] = [
  'deadline-replanned',
  'rung-fired',
] satisfies DeadlineEventType[];

export function isDeadlineEvent(type: string): type is DeadlineEventType {
  return (DEADLINE_EVENTS as readonly string[]).includes(type);
}
