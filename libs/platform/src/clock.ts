/** Where real time comes from: injected, so that nothing else reads the machine's clock. */
export abstract class Clock {
  /** The present instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  abstract now(): string;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
