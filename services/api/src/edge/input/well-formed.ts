import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { DomainError, findUnfit, sayUnfit, type UnfitCharacter } from '@app/domain';

/** Headers whose text is kept or compared; they are read as UTF-8 where they hold more than ASCII. */
const READ = ['idempotency-key', 'duibiao-office', 'if-match'] as const;

/** Refuses an address or a header that is not well-formed UTF-8; what is, is read as its sender wrote it. */
export function readAddress(request: Request, _response: Response, next: NextFunction): void {
  const url = request.url.replace(/[\x80-\xff]+/g, (bytes) => escaped(Buffer.from(bytes, 'latin1')));
  if (!isDecodable(url)) throw notUnicode('/query');
  request.url = url;
  for (const name of READ) {
    const value = request.headers[name];
    if (typeof value !== 'string') continue;
    const bytes = Buffer.from(value, 'latin1');
    if (!isUtf8(bytes)) throw notUnicode(`/header/${name}`);
    request.headers[name] = bytes.toString('utf8');
  }
  next();
}

/** Requests whose body was no UTF-8: its parser put other characters in their place. */
const replaced = new WeakSet<object>();

/** Notes for `checkBody` whether the bytes of a body are UTF-8. */
export function noteBytes(request: object, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) replaced.add(request);
}

/** Refuses a body that was no UTF-8, or has a character in it that JSON can write and no database keeps or nobody sees. */
export function checkBody(request: Request, _response: Response, next: NextFunction): void {
  if (replaced.has(request)) throw notUnicode('');
  const found = findUnfit(request.body);
  if (found) throw unfitAt(found.pointer, found.unfit);
  next();
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}

function escaped(bytes: Buffer): string {
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function notUnicode(pointer: string): DomainError {
  return unfitAt(pointer, { code: 'not-unicode', point: '' });
}

function unfitAt(pointer: string, unfit: UnfitCharacter): DomainError {
  const { zh: message } = sayUnfit(unfit);
  return new DomainError('invalid-input', message, { errors: [{ pointer, code: unfit.code, message }] });
}
