import { useState } from 'react';
import { useMe } from './me';

const placeOf = (login: string, name: string) => `duibiao.kept.${login}.${name}`;

/** Whether anything is kept under a name, asked when it matters. */
export function useIsKept(): (name: string) => boolean {
  const { me } = useMe();
  return (name) => localStorage.getItem(placeOf(me.login, name)) !== null;
}

/**
 * What is typed into a form that has no draft on the server: it lies in this browser until it is sent, whatever happens to
 * the page; `forget` begins anew.
 */
export function useKept<T>(name: string, initial: T) {
  const { me } = useMe();
  const place = placeOf(me.login, name);
  const [value, setValue] = useState<T>(() => {
    const kept = localStorage.getItem(place);
    return kept === null ? initial : (JSON.parse(kept) as T);
  });
  const keep = (next: T) => {
    localStorage.setItem(place, JSON.stringify(next));
    setValue(next);
  };
  const forget = () => {
    localStorage.removeItem(place);
    setValue(initial);
  };
  return [value, keep, forget] as const;
}
