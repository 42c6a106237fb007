import { createHash } from 'node:crypto';
import { keeperTurn, TURNS_MS } from './keeper-turn';

describe('the turn of a keeper', () => {
  it.each([
    ['0000000000000000', 1, 0],
    ['g000000000000000', 1, TURNS_MS / 2],
    ['vvvvvvvvvvvvvvvv', 1, TURNS_MS - 1],
    ['g000000000000000', 10, TURNS_MS / 20],
    ['vvvvvvvvvvvvvvvv', 86_400_000, 0],
  ])('%s at rate %d comes after %d ms', (id, rate, turn) => {
    expect(keeperTurn(id, rate)).toBe(turn);
  });

  it('spreads two hundred evenly: no second has more than thirty-five', () => {
    const perSecond = new Map<number, number>();
    for (let n = 0; n < 200; n += 1) {
      const second = Math.floor(keeperTurn(idOfDigest(createHash('sha1').update(String(n)).digest()), 1) / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(perSecond.size).toBe(TURNS_MS / 1000);
    expect(Math.max(...perSecond.values())).toBeLessThan(35);
  });
});

/** Five bits a letter, as ids are made. */
function idOfDigest(digest: Buffer): string {
  return Array.from(digest.subarray(0, 16), (byte) => (byte % 32).toString(32)).join('');
}
