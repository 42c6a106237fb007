import { useState } from 'react';

/** Which lines are chosen, by their ids; those that are no longer listed count for nothing. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  return [chosen, choose] as const;
}
