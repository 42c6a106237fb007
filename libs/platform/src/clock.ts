/** Where real time comes from: injected, so that nothing else reads the machine's clock. */
export interface Clock {
  /** The present instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  now(): string;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
