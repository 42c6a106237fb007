import { type ProcessCommandName, processOf, type RunKind } from './processes';
import { endsOf } from './run-rules';

/**
 * The hand-over that a step waits for: by its own office, leading on. Null where none of the run itself does, because it waits
 * for another run's: a branch on a list for its organisation, a registered one for the committee's draw.
 */
export function deedAt(kind: RunKind, step: string): ProcessCommandName | null {
  const { steps, commands, events } = processOf(kind);
  const leadsAway = (types: readonly string[]) =>
    types.some((type) => endsOf(events[type]?.to ?? null, step).some((to) => to !== step));
  const found = Object.entries(commands).find(
    ([, { at, by, records, ofPart, returns }]) =>
      at.includes(step) && by === steps[step]?.by && !ofPart && !returns && leadsAway(records),
  );
  return found ? (found[0] as ProcessCommandName) : (DONE_ELSEWHERE[kind]?.[step] ?? null);
}

/** The steps of a kind of run at which its office has something to hand over. */
export function stepsOfDeeds(kind: RunKind): string[] {
  return Object.keys(processOf(kind).steps).filter((step) => deedAt(kind, step) !== null);
}

/** What an office does about a run by a command of another kind. */
const DONE_ELSEWHERE: Readonly<Partial<Record<RunKind, Readonly<Record<string, ProcessCommandName>>>>> = {
  'branch-run': { rechecking: 'concludeRecheck' },
};
