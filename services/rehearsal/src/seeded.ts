/** A stream of numbers in [0, 1) that is the same for the same seed on every machine (mulberry32). */
export type Seeded = () => number;

/** Starts the stream of a seed. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `from` to `to`, both included. */
export function between(next: Seeded, from: number, to: number): number {
  return from + Math.floor(next() * (to - from + 1));
}
