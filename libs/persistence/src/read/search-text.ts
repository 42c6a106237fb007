import { foldCode } from '@app/domain';

/** The longest text a row is found by, in characters. */
const SEARCH_LENGTH = 400;

/** Stands between code and name; a folded word holds no line break. */
const BETWEEN = '\n';

/** What a body or a person is found by: code and name as they are compared, kept in the row because no collation folds alike. */
export function searchTextOf(code: string, name: string): string {
  return [...(foldCode(code) + BETWEEN + foldCode(name))].slice(0, SEARCH_LENGTH).join('');
}

/** The patterns of LIKE for a word, taken as it is written: what the code begins with, what the name holds. */
export function searchPatterns(word: string): { readonly code: string; readonly name: string } | null {
  const literal = literally(foldCode(word));
  return literal === '' ? null : { code: `${literal}%`, name: `%${BETWEEN}%${literal}%` };
}

/** The pattern of LIKE for exactly this code, however it is written. */
export function codePattern(code: string): string {
  return `${literally(foldCode(code))}${BETWEEN}%`;
}

function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
