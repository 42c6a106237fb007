import { privateUseIn, sayPrivateUse } from './private-use';

describe('private-use characters', () => {
  it.each([
    ['样例\u{E863}', 'U+E863', '䶮'],
    ['\u{E816}', 'U+E816', '\u{20087}'],
    ['\u{E815}', 'U+E815', '⺁'],
    ['\u{E864}', 'U+E864', '\u{9FBB}'],
    ['\u{E814}', 'U+E814', null],
    ['\u{E865}', 'U+E865', null],
    ['\u{F0000}', 'U+F0000', null],
  ])('%p holds %s, meant %p', (text, point, meant) => {
    expect(privateUseIn(text)).toEqual({ point, meant });
  });

  it('finds none in what only looks rare', () => {
    expect(privateUseIn('样例𠮷㛤\u{E0100}䶮')).toBeNull();
  });

  it('says what is meant, or that it is self-made', () => {
    expect(sayPrivateUse({ point: 'U+E863', meant: '䶮' })).toContain('应为“䶮”（U+4DAE）');
    expect(sayPrivateUse({ point: 'U+E123', meant: null })).toContain('自造字');
  });
});
