/** Injection token of real time, which only `writtenAt`, sessions and sleeping keepers need. */
export const CLOCK = Symbol('Clock');
