import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pidFileOf, readPidFile } from '../services/starter/src/pid-file';
import type { BenchSystem } from './system';

/** Milliseconds of processor by process; `bench` is the one that sends, and the worker of the bare engine. */
export type ProcessorTime = Readonly<Record<string, number>>;

/** What is ours of a command: not the engine, and not the bench that sends it. */
const OURS = ['api', 'worker', 'database'];

const MS_PER_TICK = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** At rest is a system of which no process takes more than this share of a processor, at so many looks. */
const QUIET = { share: 0.2, everyMs: 1000, times: 3, atMostMs: 300_000 };

/** Does the work and answers, beside its result, what each process of the system took of the processors meanwhile. */
export async function timed<T>(
  system: BenchSystem,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly took: ProcessorTime }> {
  const before = processorTime(system);
  const result = await work();
  const after = processorTime(system);
  const took = Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
  return { result, took };
}

/** The share of each of so many equal pieces of work; `ours` is API, worker and database together. */
export function perPiece(took: ProcessorTime, pieces: number): Record<string, number> {
  const each = Object.fromEntries(Object.entries(took).map(([name, ms]) => [name, ms / pieces]));
  return { ...each, ours: OURS.reduce((sum, name) => sum + (each[name] ?? 0), 0) };
}

/** Waits until the system has nothing left to do; what the machine does besides is not looked at. */
export async function untilAtRest(system: BenchSystem): Promise<void> {
  const begun = performance.now();
  for (let quiet = 0; quiet < QUIET.times;) {
    const { took } = await timed(system, () => pause(QUIET.everyMs));
    const { bench: _, ...theirs } = took;
    const atRest = Object.values(theirs).every((ms) => ms <= QUIET.share * QUIET.everyMs);
    quiet = atRest ? quiet + 1 : 0;
    if (performance.now() - begun > QUIET.atMostMs) throw new Error('the system does not come to rest');
  }
}

/** Since each process began. The database and the engine are known where they are the run's own. */
function processorTime({ services }: BenchSystem): ProcessorTime {
  const home = process.env.DUIBIAO_HOME ?? '';
  const pids = {
    api: services.pidOf('api'),
    worker: services.pidOf('worker'),
    database: readPidFile(pidFileOf(home, 'database'))?.pid,
    engine: readPidFile(pidFileOf(home, 'engine'))?.pid,
    bench: process.pid,
  };
  return Object.fromEntries(
    Object.entries(pids).flatMap(([name, pid]) => (pid === undefined ? [] : [[name, ticksOf(pid) * MS_PER_TICK]])),
  );
}

/** In user and in system mode, of all threads, of those too that have ended. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
