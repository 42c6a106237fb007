import { PlainError } from './say.mjs';

/** How a step ended: exit status, signal, or why it could not be started. */
export type Ended = number | string;

export declare const TAIL_BYTES: number;
export declare function lastLines(output: string): string[];
export declare function reasonOf(error: unknown): string;
export declare function lengthOf(logFile: string): number;
export declare function linesSince(logFile: string, begin: number): string[];

export declare class StepFailure extends PlainError {
  constructor(failure: { zh: string; en: string; ended: Ended; lines: readonly string[]; logFile: string });
  readonly ended: Ended;
}
