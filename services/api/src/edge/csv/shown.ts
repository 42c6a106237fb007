import type { NamedTable } from '@app/persistence';
import type { WordTable } from './words';

/** How a field of a line is shown in CSV. */
export type Shown =
  | 'plain'
  /** An id that nobody knows by a name, and what no table can hold, as JSON; the heading says so. */
  | 'program'
  /** To the second in Shanghai. */
  | 'instant'
  /** 是 or 否. */
  | 'flag'
  /** Hundredths, shown as points. */
  | 'score'
  /** Texts, one after the other. */
  | 'list'
  /** A rung by its offset, and the rungs of a ladder with their times. */
  | 'rung'
  | 'ladder'
  /** How often each disposition. */
  | 'dispositions'
  /** Of the campaign's score sheet, by the branch of the line. */
  | 'sheet'
  | 'left-out'
  | { readonly words: WordTable }
  | { readonly names: readonly NamedTable[] }
  | { readonly each: readonly NamedTable[] }
  /** JSON for programs, with ids of these tables anywhere in it. */
  | { readonly within: readonly NamedTable[] };

export interface CsvField {
  readonly zh: string;
  readonly shown: Shown;
}
