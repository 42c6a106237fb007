import { tidyBlanks } from './roster/roster-cell';

/** A code or a searched word as it is compared: width, letter case and blanks do not matter (JG04, jg04, ＪＧ04 are one). */
export function foldCode(text: string): string {
  return tidyBlanks(text.normalize('NFKC')).toLowerCase();
}
