import { type Light, LIGHT_WORDS, shareOf, widthOf } from '@app/domain';

/** The language in which the rehearsal speaks. */
export type Language = 'zh' | 'en';

/** A word in both languages. */
export type Word = readonly [zh: string, en: string];

/** The word in this language. */
export function inWords([zh, en]: Word, language: Language): string {
  return language === 'en' ? en : zh;
}

/** A light by shape and word, so that nobody needs its colour. */
export function lightText(light: Light, language: Language): string {
  return `${LIGHT_SHAPES[light]}${LIGHT_WORDS[light][language]}`;
}

const LIGHT_SHAPES: Readonly<Record<Light, string>> = {
  'very-late': '▲',
  late: '△',
  near: '◇',
  'on-track': '○',
  paused: '‖',
  'met-late': '◎',
  'met-entered-late': '◐',
  met: '●',
  void: '－',
};

/** The text with blanks up to a width, or cut to it; `right` puts it at the end, as numbers stand. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  let cut = text;
  while (widthOf(cut) > width) cut = [...cut].slice(0, -1).join('');
  const blanks = ' '.repeat(width - widthOf(cut));
  return side === 'left' ? `${cut}${blanks}` : `${blanks}${cut}`;
}

/** A part of a whole as a percentage of two digits. */
export function percentOf(count: number, of: number): string {
  const share = shareOf(count, of);
  if (share === null) return '—';
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%`;
}
