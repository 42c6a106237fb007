/** The facts of the deadline register, in the stream of the run or problem they belong to. */
export const DEADLINE_FACTS = [
  'deadline-opened',
  'deadline-met',
  'deadline-voided',
  'deadline-moved',
  'deadline-replanned',
  'rung-fired',
] as const;

export type DeadlineFactType = (typeof DEADLINE_FACTS)[number];

/** Those that plan a deadline by a calendar. */
export const PLANNING_FACTS: readonly string[] = [
  'deadline-opened',
  'deadline-moved',
  'deadline-replanned',
] satisfies DeadlineFactType[];

/** Those that a holiday notice and a keeper write: no write of the run, so its version stays. */
export const FACTS_BESIDE_THE_RUN: readonly string[] = [
  'deadline-replanned',
  'rung-fired',
] satisfies DeadlineFactType[];

export function isDeadlineFact(type: string): type is DeadlineFactType {
  return (DEADLINE_FACTS as readonly string[]).includes(type);
}
