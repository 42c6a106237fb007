import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The SHA-256 of a text in UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The one text of a JSON value (RFC 8785): equal values give equal text; throws on undefined, NaN and infinities. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** The SHA-256 of a value's canonical JSON. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** The SHA-256 of a text in base64url, 43 letters: for keys that nobody reads and every history repeats. */
export function shortSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}
