import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parentPipeVariable } from '@app/platform';
import { eventually } from './eventually';

const SERVICES = join(__dirname, '../../dist/services');

/** Where a program of ours finds the other parts. */
export interface PartsAt {
  readonly DATABASE_URL: string;
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
}

/** A worker as a process of its own, as the starter runs it. */
export function spawnWorker(environment: PartsAt): ChildProcess {
  return spawnService('worker', environment);
}

/** An API as a process of its own; answers when it serves at its address. */
export async function spawnApi(environment: PartsAt, port: number): Promise<{ child: ChildProcess; address: string }> {
  const child = spawnService('api', { ...environment, API_PORT: String(port) });
  const address = `http://127.0.0.1:${port}`;
  await eventually(
    () =>
      fetch(`${address}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      ),
    `the API serves at ${address}`,
  );
  return { child, address };
}

/** A command line as a process of its own, which can be killed in the middle. */
export function spawnCommand(environment: PartsAt, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(SERVICES, 'cli/src/main.js'), ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
}

/** The end of whoever started it, as the process sees it. */
export function loseStarter(child: ChildProcess): void {
  child.stdio[3]?.destroy();
}

function spawnService(name: 'api' | 'worker', environment: PartsAt & { readonly API_PORT?: string }): ChildProcess {
  return spawn(process.execPath, [join(SERVICES, name, 'src/main.js')], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...environment,
      [parentPipeVariable]: '3',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'production',
    },
  });
}

/** Ends a process and answers when it is gone. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}
