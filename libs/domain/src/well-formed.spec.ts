import { illFormedIn, isWellFormed } from './well-formed';

describe('well-formed text', () => {
  it.each(['', '党支部', '𠮷', '\u{1F600}', '两行\r\n\t字', '\uFFFF'])('%j is', (text) => {
    expect(isWellFormed(text)).toBe(true);
  });

  it.each(['\uD83D', '\uDE00', '会议记录\uD83D', '\uDE00\uD83D', '𠮷\uD842', '签到\u0000表', '\u001b[31m', '\u007f'])(
    '%j is not',
    (text) => {
      expect(isWellFormed(text)).toBe(false);
    },
  );

  it('is looked for everywhere, however deep, and the first is named', () => {
    expect(illFormedIn({ a: '好', b: [1, null, { c: 'x', 'd/e~': ['𠮷', '\uD83D'] }], f: '\uDE00' })).toBe(
      '/b/2/d~1e~0/1',
    );
    expect(illFormedIn({ a: { '\uD83D': 1 } })).toBe('/a');
    expect(illFormedIn({ a: ['𠮷'], b: 1 })).toBeNull();
    let deep: unknown = '\uD83D';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(illFormedIn(deep)).toHaveLength(200_000);
  });
});
