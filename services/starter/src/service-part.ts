import { type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { parentPipeVariable } from '@app/platform';
import { untilItAnswers, type PartPlan } from './part';
import { pidFileOf } from './pid-file';
import type { Text } from './say';
import { logFileOf, spawnPart } from './spawn-part';

/** One of our own programs under dist/. */
export interface Service {
  readonly name: 'api' | 'worker';
  readonly title: Text;
  readonly env: NodeJS.ProcessEnv;
  /** Address that answers 200 once what the service stands on is there too; asked at the first start. */
  readonly healthUrl?: string;
}

/** Folder of the compiled services: `dist/services`. */
const servicesFolder = join(__dirname, '../..');

/** The compiled entry of a service. */
export const entryOf = (name: string): string => join(servicesFolder, name, 'src/main.js');

/** How a service is started: with its settings in the environment and a pipe that tells it when the starter is gone. */
export function servicePlan(home: string, { name, title, env, healthUrl }: Service): PartPlan {
  const logFile = logFileOf(home, name);
  return {
    title,
    pidFile: pidFileOf(home, name),
    logFile,
    spawn: () =>
      spawnPart({
        program: process.execPath,
        args: ['--enable-source-maps', entryOf(name)],
        cwd: home,
        logFile,
        env: { ...env, [parentPipeVariable]: '3' },
        parentPipe: true,
      }),
    async ready(child, gone, again) {
      await saysReady(child, gone); // before that, another system may answer at its address
      if (!healthUrl || again) return; // what it stands on comes back by itself; until then it says so to each caller
      await untilItAnswers(async () => {
        const response = await fetch(healthUrl, { signal: AbortSignal.timeout(2000) });
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
      }, gone);
    },
  };
}

/** Resolves at the line `ready` on the pipe (`tellParentReady`). */
function saysReady(child: ChildProcess, gone: AbortSignal): Promise<void> {
  const pipe = child.stdio[3] as Duplex;
  return new Promise((resolve, reject) => {
    let received = '';
    pipe.on('data', (chunk: Buffer) => {
      received += chunk.toString();
      if (received.includes('ready\n')) resolve();
    });
    pipe.on('error', () => undefined);
    gone.addEventListener('abort', () => reject(new Error('it ended before it was ready')), { once: true });
  });
}
