import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response } from 'express';
import { DomainError, illFormedIn } from '@app/domain';

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

/** Refuses a body that was no UTF-8, or has half a character in it, which JSON can write and no database keep. */
export function checkBody(request: Request, _response: Response, next: NextFunction): void {
  const pointer = replaced.has(request) ? '' : illFormedIn(request.body);
  if (pointer !== null) throw notUnicode(pointer);
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
  const message = '文字不是有效的 Unicode（含半个字符或乱码）';
  return new DomainError('invalid-input', message, { errors: [{ pointer, code: 'not-unicode', message }] });
}
