import { createHash, createHmac } from 'node:crypto';
import type { DrawDigests } from '@app/domain';
import { sha256Hex } from './digest';

/** The digests of a draw by Node's own crypto; `openssl dgst` gives the same (see the spec). */
export const drawDigests: DrawDigests = {
  hmacSha256Hex: (keyHex, message) =>
    createHmac('sha256', Buffer.from(keyHex, 'hex')).update(message, 'utf8').digest('hex'),
  sha256Hex,
  sha256HexOfBytes: (hex, text = '') =>
    createHash('sha256').update(Buffer.from(hex, 'hex')).update(text, 'utf8').digest('hex'),
};
