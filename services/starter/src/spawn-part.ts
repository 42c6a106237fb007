import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const largestLogBytes = 50_000_000;

/** Where one part writes its log. */
export const logFileOf = (home: string, part: string): string => join(home, 'logs', `${part}.log`);

/** What a part is started with. */
export interface Spawn {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Opens a pipe on descriptor 3 whose end tells the part that the starter is gone. */
  readonly parentPipe?: boolean;
}

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches the starter alone and the
 * parts end in their order. Its output goes to the log file; one that has grown too large is put aside once.
 */
export function spawnPart({ program, args, cwd, logFile, env = process.env, parentPipe }: Spawn): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log, ...(parentPipe ? (['pipe'] as const) : [])],
  });
  closeSync(log);
  return child;
}
