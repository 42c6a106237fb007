import { type ComponentType, useCallback, useState } from 'react';

/**
 * A part that is read when it is wanted. Where nobody answers it is not there yet, the page stands, and the next time that
 * it is wanted it is read again.
 */
export function useReadLater<P>(read: () => Promise<ComponentType<P>>): [ComponentType<P> | undefined, () => void] {
  const [Part, setPart] = useState<ComponentType<P>>();
  const want = useCallback(() => {
    if (navigator.onLine)
      void read().then(
        (part) => setPart(() => part),
        () => undefined,
      );
  }, [read]);
  return [Part, want];
}
