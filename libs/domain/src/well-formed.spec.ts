import { findUnfit, sayUnfit, unfitIn, unfitInLine } from './well-formed';

describe('the characters of a text', () => {
  it.each(['', '党支部', '𠮷', '\u{1F600}', '两行\r\n\t字', '\uFFFF', '㛤\u{E0100}', '❤\uFE0F', '\u3000全角　空格'])(
    '%j has none that is unfit',
    (text) => {
      expect(unfitIn(text)).toBeNull();
    },
  );

  it.each([
    ['\uD83D', 'not-unicode', 'U+D83D'],
    ['\uDE00\uD83D', 'not-unicode', 'U+DE00'],
    ['𠮷\uD842', 'not-unicode', 'U+D842'],
    ['签到\u0000表', 'control-character', 'U+0000'],
    ['\u001b[31m', 'control-character', 'U+001B'],
    ['\u007f', 'control-character', 'U+007F'],
    ['\u0085', 'control-character', 'U+0085'],
    ['\u200b', 'invisible-character', 'U+200B'],
    ['理\u2060由', 'invisible-character', 'U+2060'],
    ['\u202e123', 'invisible-character', 'U+202E'],
    ['1\u2066 2', 'invisible-character', 'U+2066'],
    ['\u2028', 'invisible-character', 'U+2028'],
    ['\ufeff', 'invisible-character', 'U+FEFF'],
    ['\u00ad', 'invisible-character', 'U+00AD'],
    ['\u034f', 'invisible-character', 'U+034F'],
    ['\u3164', 'invisible-character', 'U+3164'],
    ['\u2800', 'invisible-character', 'U+2800'],
    [' \ufe0f', 'invisible-character', 'U+FE0F'],
    ['\u{E0041}', 'invisible-character', 'U+E0041'],
  ] as const)('%j has one', (text, code, point) => {
    expect(unfitIn(text)).toEqual({ code, point });
    expect(unfitInLine(text)).toEqual({ code, point });
    expect(sayUnfit({ code, point })).toMatchObject({ zh: expect.stringMatching(/^文字/u) as string });
  });

  it('are those of one line where it is a name', () => {
    expect(unfitInLine('第一\n党建片')).toEqual({ code: 'control-character', point: 'U+000A' });
    expect(unfitInLine('第一党建片')).toBeNull();
  });

  it('are looked at everywhere, however deep, and the first is named', () => {
    const invisible = { code: 'invisible-character', point: 'U+200B' };
    expect(findUnfit({ a: '好', b: [1, null, { c: 'x', 'd/e~': ['𠮷', '\u200b'] }], f: '\uDE00' })).toEqual({
      pointer: '/b/2/d~1e~0/1',
      unfit: invisible,
    });
    expect(findUnfit({ a: { '\u200b': 1 } })).toEqual({ pointer: '/a', unfit: invisible });
    expect(findUnfit({ a: ['𠮷'], b: 1 })).toBeNull();
    let deep: unknown = '\uD83D';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(findUnfit(deep)?.pointer).toHaveLength(200_000);
  });
});
