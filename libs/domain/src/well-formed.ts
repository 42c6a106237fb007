import { type Words, words } from './words';

/** A character that no text holds: of which kind it is, and how it is called, for example `U+200B`. */
export interface UnfitCharacter {
  readonly code: 'not-unicode' | 'control-character' | 'invisible-character';
  readonly point: string;
}

/**
 * Half of a surrogate pair, control characters but tabs and line ends, and what nobody sees or what turns the writing round:
 * formatting and ignorable characters, the blank Braille pattern, a variation selector with nothing before it to vary.
 */
const UNFIT =
  /\p{Cs}|[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?<![\p{L}\p{M}\p{N}\p{P}\p{S}])\p{Variation_Selector}/u;
const UNFIT_IN_LINE = new RegExp(`[\\t\\n\\r]|${UNFIT.source}`, 'u');

/** The first character that no text may hold, for no table keeps it or nobody reads it; null where there is none. */
export function unfitIn(text: string): UnfitCharacter | null {
  return firstOf(UNFIT, text);
}

/** Likewise of a text that stands in one line, such as a name: it has no tabs and line ends either. */
export function unfitInLine(text: string): UnfitCharacter | null {
  return firstOf(UNFIT_IN_LINE, text);
}

/** What is said of an unfit character to who wrote it. */
export function sayUnfit({ code, point }: UnfitCharacter): Words {
  switch (code) {
    case 'not-unicode':
      return words('文字不是有效的 Unicode（含半个字符或乱码）', 'not well-formed Unicode');
    case 'control-character':
      return words(`文字含有控制字符（${point}），请删去`, `holds a control character (${point})`);
    case 'invisible-character':
      return words(`文字含有看不见的字符（${point}），请删去`, `holds an invisible character (${point})`);
  }
}

/** Where the first unfit character of a value stands, names of fields among them, as a JSON pointer; null where there is none. */
export function findUnfit(value: unknown): { readonly pointer: string; readonly unfit: UnfitCharacter } | null {
  const waiting: [pointer: string, value: unknown][] = [['', value]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [pointer, part] = next;
    const own = typeof part === 'string' ? unfitIn(part) : null;
    if (own) return { pointer, unfit: own };
    if (typeof part !== 'object' || part === null) continue;
    for (const [name, inner] of Object.entries(part).reverse()) {
      const unfit = unfitIn(name);
      if (unfit) return { pointer, unfit };
      waiting.push([`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, inner]);
    }
  }
  return null;
}

function firstOf(pattern: RegExp, text: string): UnfitCharacter | null {
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return null;
  const code = /\p{Cs}/u.test(found)
    ? 'not-unicode'
    : /\p{Cc}/u.test(found)
      ? 'control-character'
      : 'invisible-character';
  const point = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code, point: `U+${point}` };
}
