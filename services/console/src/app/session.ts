import { useSyncExternalStore } from 'react';

/** Whether the session ended while a page was open: the page stays as it is, and what was typed with it. */
let hasEnded = false;
const listeners = new Set<() => void>();

export const noteSessionEnd = () => set(true);
export const noteSessionBegun = () => set(false);

export function useSessionEnd(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hasEnded,
  );
}

function set(ended: boolean): void {
  hasEnded = ended;
  for (const listener of listeners) listener();
}
