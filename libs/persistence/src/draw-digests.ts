import { createHash, createHmac } from 'node:crypto';
import type { DrawDigests } from '@app/domain';

/** The digests of a draw by Node's own crypto; `openssl dgst` gives the same (see the spec). */
export const drawDigests: DrawDigests = {
  hmacSha256Hex: (keyHex, message) =>
    createHmac('sha256', Buffer.from(keyHex, 'hex')).update(message, 'utf8').digest('hex'),
  sha256Hex: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};
