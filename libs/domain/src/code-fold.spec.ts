import * as fc from 'fast-check';
import { foldCode } from './code-fold';

describe('foldCode', () => {
  it.each(['JG04', 'jg04', 'ＪＧ04', 'ｊｇ０４', ' JG04\t', '　Jg０4　'])('%p is jg04', (written) => {
    expect(foldCode(written)).toBe('jg04');
  });

  it('keeps apart what is not the same, also outside the basic plane', () => {
    expect(foldCode('JG-04')).not.toBe(foldCode('JG04'));
    expect(foldCode('𠮷')).not.toBe(foldCode('𠮶'));
    expect(foldCode('张　三')).toBe('张三');
  });

  it('folds what is folded to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldCode(foldCode(text)) === foldCode(text)));
  });
});
