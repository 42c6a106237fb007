/** Over how long the keepers that wake at one instant are spread; all have acted well within the promised fifteen seconds. */
export const TURNS_MS = 10_000;

/**
 * Real milliseconds after the instant at which a keeper has its turn. Hundreds wake at one and the same instant, and who
 * works in that moment must not wait behind all of them; lights and dates know nothing of it. The same keeper always has
 * the same turn. `keeperId`: an id made of a digest, in the letters 0–9 and a–v; `rate`: programme milliseconds for each real one.
 */
export function keeperTurn(keeperId: string, rate: number): number {
  const share = Number.parseInt(keeperId.slice(0, 6), 32) / 2 ** 30;
  return Math.floor((share * TURNS_MS) / rate);
}
