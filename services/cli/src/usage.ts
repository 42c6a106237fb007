import { both } from './say';

/** What the parser of command lines says in English, and how it is said in Chinese. */
const SENTENCES: readonly (readonly [english: RegExp, zh: string])[] = [
  [/^error: unknown option '(.*?)'/, '没有选项 $1'],
  [/^error: unknown command '(.*?)'/, '没有命令 $1'],
  [/^error: required option '(.*?)' not specified/, '缺少选项 $1'],
  [/^error: missing required argument '(.*?)'/, '缺少参数 $1'],
  [/^error: option '(.*?)' argument missing/, '选项 $1 没有给值'],
  [/^error: too many arguments.*/, '参数过多'],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. .*/, '选项 $1 的值 $2 不对'],
];

/** A fault of usage in the language of the user; what we do not know of the parser stays as it is. */
export function usageSentence(english: string): string {
  const found = SENTENCES.find(([pattern]) => pattern.test(english));
  if (!found) return english;
  const [sentence = '', ...more] = english.split('\n');
  const zh = sentence.replace(new RegExp(`${found[0].source}.*$`), found[1]);
  return [both(zh, sentence.replace(/^error: /, '')), ...more].join('\n');
}
