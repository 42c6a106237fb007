import type { Instant } from '../time/time';
import type { ProcessEvent } from './decision';
import type { Process, RunTypes } from './process';
import { type Act, actsOf, stepsOf, widespreadOf } from './process-diagram';
import { endsOf, stepAfter } from './run-rules';

/** A step at which a run has stood, and since when. */
export interface Stay {
  readonly step: string;
  readonly since: Instant;
}

/** Where a run has stood, in the order of its record: each step that one of these events led to. */
export function staysOf(process: Process, events: readonly ProcessEvent[]): Stay[] {
  let state = process.unopened;
  const stays: Stay[] = [];
  for (const { type, payload } of events) {
    const definition = process.events[type];
    if (!definition) continue; // of another kind: a run that was begun again stays where it stood
    const told = payload as RunTypes['event']['payload'];
    const step = stepAfter(definition, told, state);
    state = { ...state, ...definition.change?.(told, state), ...(step !== null && { step }) };
    if (step !== null) stays.push({ step, since: told.at });
  }
  return stays;
}

/**
 * The steps that follow `from` when everything goes well: nothing is returned, disputed or ended before its time. `turns`: where
 * a step leads, in this run, elsewhere than to the first that its table names.
 */
export function roadFrom(process: Process, from: string, turns: Readonly<Record<string, string>> = {}): string[] {
  const road = [from];
  for (let at: string | undefined = from; at !== undefined;) {
    at = nextOn(process, { at, road, turns });
    if (at !== undefined) road.push(at);
  }
  return road.slice(1);
}

interface Way {
  readonly at: string;
  readonly road: readonly string[];
  readonly turns: Readonly<Record<string, string>>;
}

function nextOn(process: Process, { at, road, turns }: Way): string | undefined {
  if (at === process.last) return undefined;
  const turn = turns[at];
  if (turn !== undefined) return turn;
  return endsAt(process, at).find((step) => !road.includes(step)) ?? process.last ?? undefined;
}

/** The steps of which one follows `from`, if nothing is returned: several where it is what is decided there that tells which. */
export function stepsAfter(process: Process, from: string, turns: Readonly<Record<string, string>> = {}): string[] {
  if (from === process.last) return [];
  const turn = turns[from];
  if (turn !== undefined) return [turn];
  const ends = [...new Set(endsAt(process, from))].filter((step) => step !== from);
  return ends.length > 0 || process.last === null ? ends : [process.last];
}

function endsAt(process: Process, at: string): string[] {
  return recordedAt(process, at).flatMap((type) => endsOf(process.events[type].to, at));
}

/** What may be recorded of a run that stands here, if all goes well: by command only of the office that is waited for. */
function recordedAt(process: Process, at: string): readonly string[] {
  if (at === process.unopened.step) return process.opens;
  const widespread = widespreadOf(process);
  const leadsOn = (act: Act) => !act.returns && (!('decide' in act) || act.by === process.steps[at]?.by);
  return actsOf(process)
    .filter((act) => !widespread.includes(act) && leadsOn(act) && stepsOf(process, act).includes(at))
    .flatMap(({ records }) => records);
}
