/** A message in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

const inChosenLanguage = ({ zh, en }: Text): string => (process.env.DUIBIAO_LANG === 'en' ? en : `${zh} / ${en}`);

/** Prints one line: Chinese first and English second, or English alone with `--lang en`. */
export function say(zh: string, en: string): void {
  console.log(inChosenLanguage({ zh, en }));
}

/** Prints one value under its name. */
export function sayValue(zh: string, en: string, value: string): void {
  console.log(`${inChosenLanguage({ zh, en })}: ${value}`);
}

/** A fault the user can understand: shown as one sentence, without a stack; `exitCode` ends the process. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
  constructor(
    zh: string,
    en: string,
    readonly exitCode = 1,
  ) {
    super(inChosenLanguage({ zh, en }));
  }
}

/** Runs a long step and reports what it does and how long it took. */
export async function step<T>({ zh, en }: Text, work: () => Promise<T>): Promise<T> {
  say(`▸ ${zh}…`, `${en} …`);
  const begun = performance.now();
  const result = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`✓ ${zh}：${seconds} 秒`, `${en}: ${seconds} s`);
  return result;
}
