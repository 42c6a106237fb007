/** What something is called where people read it; the terms are those of docs/glossary.md. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Pairs the Chinese words with the English ones. */
export function words(zh: string, en: string): Words {
  return { zh, en };
}

/** Columns of a terminal that a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
