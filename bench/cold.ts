import { type Figures, quantile } from './figures';
import type { HeldCommand } from './held';
import type { LiveRound } from './live';
import { closedLoop, openLoop } from './load';
import { bringToPlaces, heldAt, type Place, placesIn } from './places';
import { perPiece, timed, untilAtRest } from './processor';
import type { BenchSystem } from './system';

/** So slowly that an answer is measured and not a queue, also where a replay takes a tenth of a second. */
const PER_SECOND = 5;
const LANES = 8;

/** The first of each kind of run here: no command comes before them that would leave the run warm, so they are not compared. */
const FIRST_KINDS = ['surveys', 'conclusions submit'];

interface Sent {
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  readonly perSecond: number;
  readonly cpu: Record<string, number>;
}

/**
 * The same kinds of command to runs at every step of the year, of which none is in the worker's memory, and to runs that were
 * in it a moment ago. The worker is started anew before; its code is warm by commands to other runs.
 */
export async function measureCold(system: BenchSystem, live: LiveRound): Promise<Figures> {
  const places = placesIn(live);
  await bringToPlaces(live, places);
  const first = await heldAt(live, places);
  await system.services.restart('worker');
  await warmUp(system, live, places);
  const compared = ({ kind }: HeldCommand) => !FIRST_KINDS.includes(kind);
  await closedLoop(
    first.filter((command) => !compared(command)).map(({ send }) => send),
    LANES,
  );
  const cold = await sendAll(system, first.filter(compared));
  const second = await heldAt(live, places);
  const warm = await sendAll(system, second.filter(compared));
  return figuresOf(live, cold, warm);
}

/** Surveys are opened of branches that stand at no place, until nothing is slow for being the first. */
async function warmUp(system: BenchSystem, live: LiveRound, places: readonly Place[]): Promise<void> {
  const others = live.officeholders.organisations.slice(places.length, places.length + WARM_UP_ORGANISATIONS);
  const waiting = others.map((organisation): Place => ({
    organisation,
    of: 'branches',
    step: 'survey-opening',
    branches: 15,
  }));
  const surveys = await heldAt(live, waiting);
  await untilAtRest(system); // it has looked for runs that got lost
  await closedLoop(
    surveys.map(({ send }) => send),
    LANES,
  );
  await untilAtRest(system);
}

const WARM_UP_ORGANISATIONS = 4;

/** Half of each kind in an open loop, for how long an answer takes, half in a closed loop, for how many a second. */
async function sendAll(system: BenchSystem, held: readonly HeldCommand[]): Promise<Sent> {
  const [open, closed] = dealt(held);
  const sends = (commands: readonly HeldCommand[]) => commands.map(({ send }) => send);
  const taken = await openLoop(sends(open), PER_SECOND);
  const { result: perSecond, took } = await timed(system, () => closedLoop(sends(closed), LANES));
  const latencies = new Map<string, number[]>();
  open.forEach(({ kind }, at) => latencies.set(kind, [...(latencies.get(kind) ?? []), taken[at] ?? 0]));
  return { latencies, perSecond, cpu: perPiece(took, closed.length) };
}

/** Two halves in which every kind is alike often and spread evenly. */
function dealt(held: readonly HeldCommand[]): [HeldCommand[], HeldCommand[]] {
  const seen = new Map<string, number>();
  const numbered = held.map((command) => {
    const no = seen.get(command.kind) ?? 0;
    seen.set(command.kind, no + 1);
    return { command, no };
  });
  const spread = numbered.sort((a, b) => a.no - b.no);
  const half = (rest: 0 | 1) => spread.filter(({ no }) => no % 2 === rest).map(({ command }) => command);
  return [half(0), half(1)];
}

function figuresOf({ branches }: LiveRound, cold: Sent, warm: Sent): Figures {
  const of = ({ latencies }: Sent) => [...latencies.values()].flat();
  console.log('    p50 cold and warm, ms, by kind of command');
  for (const kind of cold.latencies.keys()) {
    const median = ({ latencies }: Sent) => quantile(latencies.get(kind) ?? [], 0.5).toFixed(0);
    console.log(`    ${median(cold).padStart(6)} ${median(warm).padStart(6)}  ${kind}`);
  }
  return {
    live_runs: branches,
    command_cold_p50_ms: quantile(of(cold), 0.5),
    command_cold_p95_ms: quantile(of(cold), 0.95),
    command_warm_p50_ms: quantile(of(warm), 0.5),
    command_warm_p95_ms: quantile(of(warm), 0.95),
    cold_commands_per_s: cold.perSecond,
    warm_commands_per_s: warm.perSecond,
    cpu_ms_per_cold_command: cold.cpu,
    cpu_ms_per_warm_command: warm.cpu,
  };
}
