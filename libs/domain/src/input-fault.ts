/** One thing wrong with what was typed: where (RFC 6901 JSON pointer), a stable code, and a sentence for people. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}
