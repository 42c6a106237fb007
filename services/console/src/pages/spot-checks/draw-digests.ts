import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';
import type { DrawDigests } from '@app/domain';

/**
 * The digests of a draw in the browser. Not those of `crypto.subtle`, which is missing where the page comes over plain HTTP
 * under a host's name.
 */
export const drawDigests: DrawDigests = {
  hmacSha256Hex: (keyHex, message) => bytesToHex(hmac(sha256, hexToBytes(keyHex), utf8ToBytes(message))),
  sha256Hex: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  sha256HexOfBytes: (hex, text = '') => bytesToHex(sha256(concatBytes(hexToBytes(hex), utf8ToBytes(text)))),
};
