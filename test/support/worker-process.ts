import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../dist/services/worker/src/main.js');

/** A worker as a process of its own, as the starter runs it. */
export function spawnWorker(environment: {
  readonly DATABASE_URL: string;
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
}): ChildProcess {
  return spawn(process.execPath, [PROGRAM], {
    stdio: 'ignore',
    env: { ...process.env, ...environment, LOG_LEVEL: 'silent', NODE_ENV: 'production' },
  });
}

/** Ends a process and answers when it is gone. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}
