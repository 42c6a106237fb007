import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPipeVariable } from '@app/platform';

const ROOT = join(__dirname, '../..');

/** A service that is full of work when it is told to end is not waited for longer. */
const LONGEST_END_MS = 20_000;

export type ServiceName = 'api' | 'worker';

/** API and worker as processes of their own; either may be started anew while the bench goes on. */
export class Services {
  private readonly running = new Map<ServiceName, ChildProcess>();
  private readonly earlierPeaks = new Map<ServiceName, number>();

  constructor(private readonly apiPort: string) {}

  /** With further settings, where another database address is to be tried. */
  start(service: ServiceName, settings: Readonly<Record<string, string>> = {}): void {
    const child = spawn(process.execPath, [join(ROOT, `dist/services/${service}/src/main.js`)], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'], // the pipe ends them with the bench, however that ends
      env: {
        ...process.env,
        [parentPipeVariable]: '3',
        API_PORT: this.apiPort,
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
        WORKER_HEALS: 'no', // rows that the bench writes without their workflows would be begun by thousands meanwhile
        ...settings,
      },
    });
    this.running.set(service, child);
  }

  /** Ends a service as an operator does, and starts it again: nothing of before is in its memory. */
  async restart(service: ServiceName, settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop(service);
    this.start(service, settings);
  }

  async stop(service: ServiceName): Promise<void> {
    const child = this.childOf(service);
    this.running.delete(service);
    if (child.exitCode !== null || child.signalCode !== null) return;
    this.earlierPeaks.set(service, Math.max(memoryOf(child.pid, 'VmHWM'), this.earlierPeaks.get(service) ?? 0));
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS);
    await ended;
    clearTimeout(impatience);
  }

  pidOf(service: ServiceName): number {
    const { pid } = this.childOf(service);
    if (pid === undefined) throw new Error(`the ${service} did not start`);
    return pid;
  }

  /** Resident memory now, in MB. */
  residentMb(service: ServiceName): number {
    return memoryOf(this.pidOf(service), 'VmRSS');
  }

  /** The most resident memory of the service since the bench began, in whichever process of it, in MB. */
  peakMb(service: ServiceName): number {
    return Math.max(memoryOf(this.pidOf(service), 'VmHWM'), this.earlierPeaks.get(service) ?? 0);
  }

  private childOf(service: ServiceName): ChildProcess {
    const child = this.running.get(service);
    if (!child) throw new Error(`the ${service} does not run`);
    return child;
  }
}

function memoryOf(pid: number | undefined, kind: 'VmRSS' | 'VmHWM'): number {
  const [, kb] = new RegExp(`${kind}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb ?? 0) / 1024;
}
