import { createHash, createHmac } from 'node:crypto';
import { drawDigests } from './draw-digests';

const TEXTS = ['', 'abc', '党支部', 'x'.repeat(200)];
const KEYS = ['00'.repeat(32), '4a656665', 'ff'.repeat(100)];

describe('the digests of a draw in the browser', () => {
  it.each(TEXTS)('are those of every other SHA-256: %s', (text) => {
    expect(drawDigests.sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    for (const key of KEYS) {
      const bytes = Buffer.from(key, 'hex');
      expect(drawDigests.hmacSha256Hex(key, text)).toBe(createHmac('sha256', bytes).update(text, 'utf8').digest('hex'));
      expect(drawDigests.sha256HexOfBytes(key, text)).toBe(
        createHash('sha256').update(bytes).update(text, 'utf8').digest('hex'),
      );
    }
  });
});
