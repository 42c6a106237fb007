const flag = process.argv.indexOf('--lang');
const given = flag > 0 ? process.argv[flag + 1] : process.env.DUIBIAO_LANG;

/** Language of all messages: `zh` (Chinese first, English second) or `en`. */
export const lang = given === 'en' ? 'en' : 'zh';

/** One message in the chosen language. */
export const text = (zh, en) => (lang === 'en' ? en : `${zh} / ${en}`);

/** Prints one line. */
export const say = (zh, en) => console.log(text(zh, en));

/** A fault the user can understand: printed as one sentence, without a stack. */
export class PlainError extends Error {
  constructor(zh, en, exitCode = 1) {
    super(text(zh, en));
    this.exitCode = exitCode;
  }
}

/** Runs a long step and reports what it does and how long it took. */
export async function step(zh, en, work) {
  say(`▸ ${zh}…`, `${en} …`);
  const begun = performance.now();
  const result = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`✓ ${zh}：${seconds} 秒`, `${en}: ${seconds} s`);
  return result;
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
