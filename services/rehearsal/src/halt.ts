import type { Word } from './words';

/** Exit status of each end: `over` is a verdict, after `in-vain` the starter may begin again where it stood. */
export const HALT_STATUS = { over: 1, 'in-vain': 3 } as const;

/** Why a rehearsal does not go on, in words for who started it. */
export class Halt extends Error {
  override readonly name = 'Halt';
  constructor(
    readonly kind: keyof typeof HALT_STATUS,
    readonly words: Word,
  ) {
    super(words[1]);
  }
}
