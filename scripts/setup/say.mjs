import { parseArgs } from 'node:util';

// whatever else was asked for is for the script to take or refuse
const { lang: given = process.env.DUIBIAO_LANG } = parseArgs({
  options: { lang: { type: 'string' } },
  strict: false,
}).values;

/** Language of all messages: `zh` (Chinese first, English second) or `en`. */
export const lang = given === 'en' ? 'en' : 'zh';

/** One message in the chosen language. */
export const text = (zh, en) => (lang === 'en' ? en : `${zh} / ${en}`);

// a line that nobody takes any more, or for which the disk has no room, ends nothing
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Prints one line. */
export function say(zh, en) {
  wipe();
  console.log(text(zh, en));
}

/** Prints one value under its name. */
export function sayValue(zh, en, value) {
  wipe();
  console.log(`${text(zh, en)}: ${value}`);
}

/** A fault the user can understand: printed as one sentence, without a stack; `exitCode` ends the process. */
export class PlainError extends Error {
  constructor(zh, en, exitCode = 1) {
    super(text(zh, en));
    this.name = 'PlainError';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a long step and reports what it does and how long it took. On a terminal a line below counts the seconds, with
 * what `work` tells of its progress (`tell(zh, en)`); without a terminal nothing is printed in between.
 */
export async function step({ zh, en }, work) {
  say(`▸ ${zh}…`, `${en} …`);
  const life = { begun: performance.now() };
  const seconds = () => (performance.now() - life.begun) / 1000;
  const outer = current;
  current = life;
  const timer = isTerminal() ? setInterval(() => draw(life, Math.floor(seconds())), 1000).unref() : undefined;
  let result;
  try {
    result = await work((...progress) => (life.progress = progress));
  } finally {
    clearInterval(timer);
    wipe();
    current = outer;
  }
  say(`✓ ${zh}：${seconds().toFixed(1)} 秒`, `${en}: ${seconds().toFixed(1)} s`);
  return result;
}

/** The innermost step under way: the only one that draws. */
let current;
let drawn = false;

const isTerminal = () => Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb';

/** Draws the one line of the step under way over itself. */
function draw(life, seconds) {
  if (life !== current) return;
  const [zh, en] = life.progress ?? [];
  const line = text(`${seconds} 秒${zh ? `，${zh}` : ''}`, `${seconds} s${en ? `, ${en}` : ''}`);
  process.stdout.write(`\r\x1b[K  ${fitting(line, (process.stdout.columns || 80) - 3)}`);
  drawn = true;
}

/** Takes the drawn line away, so that the next one stands in its place. */
function wipe() {
  if (drawn) process.stdout.write('\r\x1b[K');
  drawn = false;
}

/** As much of a line as the columns hold; a Chinese character takes two. */
function fitting(line, columns) {
  let taken = 0;
  return [...line].filter((sign) => (taken += sign >= '\u2e80' ? 2 : 1) <= columns).join('');
}

/** Runs the whole of a script: its status becomes the process's, a plain fault one sentence. */
export async function runScript(work) {
  let status;
  try {
    status = (await work()) ?? 0;
  } catch (error) {
    console.error(typeof error.exitCode === 'number' ? error.message : error);
    status = error.exitCode ?? 1;
  }
  process.exit(status);
}
