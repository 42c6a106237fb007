import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A process as a pid file names it: a pid alone is reused by the system, a pid with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** When a process began, as an opaque text, or undefined where it no longer runs. */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** True while the very process that the identity names is running. */
export const isRunning = ({ pid, startTime }: ProcessIdentity): boolean => startTimeOf(pid) === startTime;

/** Notes a process that has just been started; the file appears whole or not at all. */
export function writePidFile(file: string, pid: number): void {
  const startTime = startTimeOf(pid);
  if (startTime === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ pid, startTime }));
  renameSync(`${file}.part`, file);
}

/** The process a pid file names, or undefined where the file is missing or broken. */
export function readPidFile(file: string): ProcessIdentity | undefined {
  try {
    const { pid, startTime } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) && startTime !== undefined ? { pid: pid as number, startTime } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the parts of one home note their processes. */
export const pidFileOf = (home: string, part: string): string => join(home, 'pids', `${part}.json`);

/** What a killed run left running, clients before servers. */
const stopOrder = ['rehearsal', 'api', 'worker', 'engine', 'database'];

/** Ends the processes a killed run left in this home, one after the other, and answers the names of those ended. */
export async function endLeftovers(home: string): Promise<string[]> {
  const folder = join(home, 'pids');
  if (!existsSync(folder)) return [];
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => stopOrder.indexOf(a) - stopOrder.indexOf(b));
  const ended: string[] = [];
  for (const part of parts) {
    const identity = readPidFile(pidFileOf(home, part));
    if (identity && isRunning(identity)) {
      await endProcess(identity);
      ended.push(part);
    }
    rmSync(pidFileOf(home, part), { force: true });
  }
  return ended;
}

/** Asks a process to end, and kills it after 20 s; resolves when it is gone. */
async function endProcess(identity: ProcessIdentity): Promise<void> {
  signal(identity, 'SIGTERM');
  for (let waited = 0; isRunning(identity); waited += 50) {
    if (waited === 20_000) signal(identity, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function signal({ pid }: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended by itself
  }
}
