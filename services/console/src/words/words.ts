import type { Words } from '@app/domain';
import { type Language, useLanguage } from '../app/preferences';

/** What the domain calls something, in the chosen language; a code without words is said as unknown, never shown. */
function wordOf(words: Words | undefined, language: Language): string {
  return words?.[language] ?? (language === 'zh' ? '（未知）' : '(unknown)');
}

/** `say(LIGHT_WORDS[light])`: words of the domain in the chosen language. */
export function useWords(): (words: Words | undefined) => string {
  const [language] = useLanguage();
  return (words) => wordOf(words, language);
}
