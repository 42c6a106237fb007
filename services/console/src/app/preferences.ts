import { useSyncExternalStore } from 'react';

const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What somebody set for this browser, and the office he acts in for this tab. */
interface Preference<T extends string> {
  readonly name: string;
  readonly store: () => Storage;
  readonly values?: readonly T[];
}

const LANGUAGE: Preference<Language> = { name: 'duibiao.language', store: () => localStorage, values: LANGUAGES };
const THEME: Preference<'light' | 'dark'> = {
  name: 'duibiao.theme',
  store: () => localStorage,
  values: ['light', 'dark'],
};
const OFFICE: Preference<string> = { name: 'duibiao.office', store: () => sessionStorage };

const listeners = new Set<() => void>();

/** Chinese unless somebody chose otherwise. */
export const chosenLanguage = (): Language => read(LANGUAGE) ?? 'zh';
export const chosenOffice = (): string | null => read(OFFICE);
export const forgetOffice = () => write(OFFICE, null);

export const useLanguage = () => [usePreference(LANGUAGE) ?? 'zh', (to: Language) => write(LANGUAGE, to)] as const;
/** Null: as the system has it. */
export const useChosenTheme = () => [usePreference(THEME), (to: 'light' | 'dark') => write(THEME, to)] as const;
/** Null: all offices of the person at once. */
export const useOffice = () => [usePreference(OFFICE), (to: string | null) => write(OFFICE, to)] as const;

function usePreference<T extends string>(preference: Preference<T>): T | null {
  return useSyncExternalStore(subscribe, () => read(preference));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function read<T extends string>({ name, store, values }: Preference<T>): T | null {
  const value = store().getItem(name) as T | null;
  return value !== null && values && !values.includes(value) ? null : value;
}

function write<T extends string>({ name, store }: Preference<T>, value: T | null): void {
  if (value === null) store().removeItem(name);
  else store().setItem(name, value);
  for (const listener of listeners) listener();
}
