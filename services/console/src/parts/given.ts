import { useState } from 'react';

/**
 * The command of the address, once it was allowed: its dialog stays though somebody else is quicker, so that what was typed
 * stays and the refusal says why.
 */
export function useGiven(given: string | undefined, allowed: readonly string[]): string | undefined {
  const [kept, keep] = useState<string>();
  if (given !== kept && (given === undefined || allowed.includes(given))) keep(given);
  return given === kept ? kept : undefined;
}
