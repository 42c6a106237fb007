import type { DeadlineKind, StepName } from './programme';

/** What a programme may date: the steps of a round that it belongs to, and its place in the year; of one rank none waits for the other. */
export interface SettableDate {
  readonly steps: readonly StepName[];
  readonly rank: number;
}

/** Null where a programme sets no date: it is counted in workdays, or typed with a problem. */
const SETTABLE_DATES: Readonly<Record<DeadlineKind, SettableDate | null>> = {
  survey: { steps: ['survey'], rank: 0 },
  'organisation-plan': { steps: ['plan'], rank: 1 },
  'branch-plan': { steps: ['plan'], rank: 1 },
  apply: { steps: ['assessment'], rank: 2 },
  ballot: { steps: ['assessment'], rank: 3 },
  assess: { steps: ['assessment', 'review'], rank: 4 },
  assessment: { steps: ['assessment', 'review'], rank: 5 },
  decision: { steps: ['assessment', 'review'], rank: 6 },
  filing: { steps: ['assessment', 'review'], rank: 7 },
  correction: null,
  registration: null,
  problem: null,
};

/** The kinds of date that a programme may set, in the order of a year. */
export const SETTABLE_KINDS = (Object.keys(SETTABLE_DATES) as DeadlineKind[]).filter(
  (kind) => SETTABLE_DATES[kind] !== null,
);

/** What is known of a kind as it is written; null where it is none that a programme may set. */
export function settableDateOf(kind: unknown): SettableDate | null {
  return SETTABLE_KINDS.some((settable) => settable === kind) ? SETTABLE_DATES[kind as DeadlineKind] : null;
}
