import fc from 'fast-check';
import { canonicalJson, digestOf, sha256Hex } from './digest';

describe('digest', () => {
  test('SHA-256 of text in UTF-8, lower-case hex', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('对标')).toBe('fc7f41bef4b9d886df0838bd4ddb31997c23ca3a33ba6c857fa2f7a383bac48c');
  });

  test.each([
    [{ b: 1, a: [true, null, '对标'] }, '{"a":[true,null,"对标"],"b":1}'],
    [{ a: undefined, b: 1e21, c: -0 }, '{"b":1e+21,"c":0}'],
    ['\u20ac"\n', '"€\\"\\n"'],
  ])('canonical JSON of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [{ a: [Number.NaN] }]])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );

  test('the order of keys does not change the digest, a changed value does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(digestOf(reversed)).toBe(digestOf(value));
        expect(digestOf({ ...value, 'added-key': 1 })).not.toBe(digestOf({ ...value, 'added-key': 2 }));
      }),
    );
  });
});
