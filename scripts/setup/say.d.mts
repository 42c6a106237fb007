/** A message in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export declare function say(zh: string, en: string): void;
export declare function sayValue(zh: string, en: string, value: string): void;
export declare function text(zh: string, en: string): string;
export declare function step<T>(
  title: Text,
  work: (tell: (zh: string, en: string) => void) => T | Promise<T>,
): Promise<T>;

export declare class PlainError extends Error {
  constructor(zh: string, en: string, exitCode?: number);
  readonly exitCode: number;
}
