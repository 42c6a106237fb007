/** The encodings that office software writes tables in. */
export type TableEncoding = 'UTF-8' | 'GB18030' | 'UTF-16';

/** The text of a table's bytes with what it was written in, or the line on which no encoding fits. */
export type DecodedTable =
  | { readonly text: string; readonly encoding: TableEncoding }
  | { readonly fault: 'encoding-unknown' | 'encoding-mixed' | 'encoding-unsure'; readonly line: number };

/** This many characters of three bytes and more on one line are no chance: the line is UTF-8. */
const SURE_CHARACTERS = 3;

/**
 * Tells the encoding of a table surely, or says that it cannot: the mark at the beginning decides; else strict UTF-8, unless
 * only the GB18030 reading has a known heading (`isTable`); else strict GB18030, unless a line of it is sound UTF-8.
 */
export function decodeTable(bytes: Uint8Array, isTable: (text: string) => boolean): DecodedTable {
  const marked = markOf(bytes);
  if (marked) return decodeMarked(bytes, marked);
  const asUtf8 = decode(bytes, 'utf-8');
  const asGb = decode(bytes, 'gb18030');
  if (asUtf8 !== undefined) return amongSoundUtf8(asUtf8, asGb, isTable);
  const { utf8, other, firstOther, firstUtf8 } = countLines(bytes);
  if (firstUtf8 > 0) return { fault: 'encoding-mixed', line: utf8 > other ? firstOther : firstUtf8 };
  if (asGb === undefined) return { fault: 'encoding-unknown', line: firstOther };
  return isTable(asGb) ? { text: asGb, encoding: 'GB18030' } : { fault: 'encoding-unknown', line: firstOther };
}

/** Bytes that are sound UTF-8 can still be GB18030 by chance, where there are few of them; the heading tells. */
function amongSoundUtf8(asUtf8: string, asGb: string | undefined, isTable: (text: string) => boolean): DecodedTable {
  const utf8: DecodedTable = { text: asUtf8, encoding: 'UTF-8' };
  const foreign = [...asUtf8].filter((character) => character > '\u007f');
  if (foreign.length === 0 || asGb === undefined || !isTable(asGb)) return utf8;
  if (!isTable(asUtf8)) return { text: asGb, encoding: 'GB18030' };
  return foreign.every((character) => character < '\u0800') ? { fault: 'encoding-unsure', line: 1 } : utf8;
}

type Mark = { readonly label: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly encoding: TableEncoding };

function markOf([first, second, third]: Uint8Array): Mark | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return { label: 'utf-8', encoding: 'UTF-8' };
  if (first === 0xff && second === 0xfe) return { label: 'utf-16le', encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { label: 'utf-16be', encoding: 'UTF-16' };
  return undefined;
}

function decodeMarked(bytes: Uint8Array, { label, encoding }: Mark): DecodedTable {
  const text = decode(bytes, label);
  if (text !== undefined) return { text, encoding };
  return { fault: 'encoding-unknown', line: label === 'utf-8' ? countLines(bytes).firstOther : 1 };
}

/** Counts the lines with anything but ASCII: sound UTF-8 or not; lines count from 1, 0 means none. */
function countLines(bytes: Uint8Array): { utf8: number; other: number; firstOther: number; firstUtf8: number } {
  const count = { utf8: 0, other: 0, firstOther: 0, firstUtf8: 0 };
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end + 1;
    const part = bytes.subarray(start, stop);
    start = stop;
    if (part.every((byte) => byte < 0x80)) continue;
    const text = decode(part, 'utf-8');
    if (text === undefined) {
      count.other += 1;
      count.firstOther ||= line;
    } else {
      count.utf8 += 1;
      if ([...text].filter((character) => character >= '\u0800').length >= SURE_CHARACTERS) count.firstUtf8 ||= line;
    }
  }
  return count;
}

/** Plain line ends, so that lines count as people see them; undefined where a byte does not fit. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
