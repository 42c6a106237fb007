import { diffWordsWithSpace } from 'diff';

/** One field of a paper in words. */
export interface PaperLine {
  /** The same field in every version. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** A piece of a text, and whether only this version has it. */
export interface Piece {
  readonly text: string;
  readonly isOwn: boolean;
}

/** A field that two versions say differently; no pieces: that version has no such field. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** Chinese is cut into words where the browser knows them: a difference is read word by word, not sign by sign. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** The fields in which two versions differ, in the order of the newer one; what only the older has stands last. */
export function differences(before: readonly PaperLine[], after: readonly PaperLine[]): Difference[] {
  const known = new Set(after.map(({ key }) => key));
  const all = [...after, ...before.filter(({ key }) => !known.has(key))];
  return all.flatMap(({ key, label }) => {
    const [was, is] = [textOf(before, key), textOf(after, key)];
    return was === is ? [] : [{ key, label, ...piecesOf(was, is) }];
  });
}

function textOf(lines: readonly PaperLine[], wanted: string): string {
  return lines.find(({ key }) => key === wanted)?.text ?? '';
}

function piecesOf(was: string, is: string): Pick<Difference, 'before' | 'after'> {
  const parts = diffWordsWithSpace(was, is, { intlSegmenter: WORDS });
  const side = (own: 'added' | 'removed', other: 'added' | 'removed') =>
    parts.filter((part) => !part[other]).map((part) => ({ text: part.value, isOwn: part[own] }));
  return { before: side('removed', 'added'), after: side('added', 'removed') };
}
