import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { PlainError } from './say.mjs';

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The first of `names` found on PATH or in `folders`, as a whole path. */
export function findProgram(names, folders = []) {
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...folders];
  for (const name of names) {
    for (const place of places) if (isProgram(join(place, name))) return join(place, name);
  }
  return undefined;
}

/** Runs a command with its output in a log file; on failure one sentence with the last lines of the log. */
export async function runCommand(command, args, { logFile, ...options }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(command, args, { stdio: ['ignore', log, log], ...options });
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  closeSync(log);
  if (ended === 0) return;
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n  ');
  const line = [command, ...args].join(' ');
  throw new PlainError(
    `“${line}”没有成功（${ended}），记录在 ${logFile}`,
    `"${line}" failed (${ended}); its output is in ${logFile}:\n  ${tail}`,
  );
}
