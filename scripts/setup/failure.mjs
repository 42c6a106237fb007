// What every failing step says, of the set-up and of the starter alike: the reason and where the whole log lies.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PlainError, text } from './say.mjs';

/** Lines of each stream that are shown: the installer of MariaDB says its reason ten lines before its last. */
const SHOWN_LINES = 12;
const LONGEST_LINE = 300;
/** Bytes of a log's end in which the last lines are looked for. */
export const TAIL_BYTES = 64 * 1024;

/** The last lines of an output that are not empty, without colours, each cut to a length that can be read. */
export function lastLines(output) {
  return output
    .replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') // eslint-disable-line no-control-regex -- that is what is taken out
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .slice(-SHOWN_LINES)
    .map((line) => inWords(line).slice(0, LONGEST_LINE));
}

/** A line of our own services' logs is JSON; its message and error are what is to be read. */
function inWords(line) {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, err } = JSON.parse(line);
    return [msg, err?.message].filter(Boolean).join(': ') || line;
  } catch {
    return line;
  }
}

/** Why something failed, never empty: a refused connection may come without a message, with a code alone. */
export function reasonOf(error) {
  if (error?.code === 'ENOSPC') return text('磁盘已满', 'the disk is full') + (error.path ? ` (${error.path})` : '');
  return error instanceof Error ? error.message || error.code || error.name : String(error);
}

/** How long a log is now, in bytes; what a process adds after that is its own. */
export const lengthOf = (logFile) => readEnd(logFile, 0)?.length ?? 0;

/** The last lines that were added to a log since it had `begin` bytes. */
export const linesSince = (logFile, begin) => lastLines(readEnd(logFile, begin)?.end ?? '');

function readEnd(logFile, begin) {
  let file;
  try {
    file = openSync(logFile, 'r');
    const length = fstatSync(file).size;
    const from = Math.max(begin <= length ? begin : 0, length - TAIL_BYTES); // a shorter one was begun anew
    const buffer = Buffer.alloc(length - from);
    readSync(file, buffer, 0, buffer.length, from);
    return { length, end: buffer.toString() };
  } catch {
    return undefined; // there is no log
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A step that did not succeed. `ended`: exit status, signal, or why it could not be started; `lines`: its last words. */
export class StepFailure extends PlainError {
  constructor({ zh, en, ended, lines, logFile }) {
    super(`${zh}（${ended}），全部输出在 ${logFile}`, `${en} (${ended}); its whole output is in ${logFile}`);
    const words = lines.length > 0 ? lines : [text('没有任何输出', 'It printed nothing')];
    this.message = [`${this.message}:`, ...words].join('\n  ');
    this.name = 'StepFailure';
    this.ended = ended;
  }
}
