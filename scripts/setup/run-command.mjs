import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { lastLines, StepFailure, TAIL_BYTES } from './failure.mjs';

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The first of `names` found in the folders `first`, on PATH, or in the folders `last`, as a whole path. */
export function findProgram(names, { first = [], last = [] } = {}) {
  const places = [...first, ...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...last];
  for (const name of names) {
    for (const place of places) if (isProgram(join(place, name))) return join(place, name);
  }
  return undefined;
}

/** How long an ended command may leave its output open to a process it has started. */
const REST_MS = 1000;

/**
 * Runs one command of a step, all its output in a log file of its own; throws a `StepFailure` unless it ends with 0.
 * - `zh`, `en`: what failed then, in words; the command's own line where left out
 * - `onLine`: is told every line of either stream
 * - `answer`: resolves with what it prints on stdout, which then is not logged (it may hold a password)
 * - `stop`: aborted when the command is to be ended
 */
export async function runCommand(command, args, { logFile, zh, en, onLine, answer, stop, ...options }) {
  const log = openLog(logFile);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const ends = { stdout: '', stderr: '' };
  let answered = '';
  for (const stream of ['stdout', 'stderr']) {
    const kept = answer && stream === 'stdout';
    listen(child[stream], onLine, (chunk) => {
      if (kept) answered += chunk;
      else log.write(chunk);
      ends[stream] = (ends[stream] + chunk).slice(-TAIL_BYTES);
    });
  }
  const ended = await endOf(child, stop);
  log.close();
  if (ended === 0) return answered;
  const line = [command, ...args].join(' ');
  throw new StepFailure({
    zh: zh ?? `“${line}”没有成功`,
    en: en ?? `"${line}" failed`,
    ended,
    lines: [...lastLines(ends.stdout), ...lastLines(ends.stderr)],
    logFile: log.fault ? `${logFile} (${log.fault})` : logFile,
  });
}

/** A log that cannot be written (a full disk) does not keep the command from running; `fault` says so. */
function openLog(file) {
  const log = { fault: undefined, write: () => undefined, close: () => undefined };
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, 'w');
    log.close = () => closeSync(handle);
    log.write = (chunk) => {
      try {
        writeSync(handle, chunk);
      } catch (error) {
        log.fault = error.message;
      }
    };
  } catch (error) {
    log.fault = error.message;
  }
  return log;
}

function listen(stream, onLine, onChunk) {
  let unfinished = '';
  stream?.setEncoding('utf8').on('data', (chunk) => {
    onChunk(chunk);
    if (!onLine) return;
    const lines = (unfinished + chunk).split('\n');
    unfinished = lines.pop();
    lines.forEach(onLine);
  });
}

/** Resolves when the command has ended and its output is read: with its status, its signal, or why it did not start. */
function endOf(child, stop) {
  const end = () => child.kill('SIGTERM');
  stop?.addEventListener('abort', end, { once: true });
  if (stop?.aborted) end();
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal));
    child.once('exit', (code, signal) => setTimeout(() => resolve(code ?? signal), REST_MS).unref());
  }).finally(() => {
    stop?.removeEventListener('abort', end);
    child.stdout?.destroy();
    child.stderr?.destroy();
  });
}
