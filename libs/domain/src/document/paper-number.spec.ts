import { checkPaperNumber } from './paper-number';

describe('the number of a paper (文号)', () => {
  const used = [{ number: '党组〔2020〕1号', on: '2020-11-18', year: 2020 }];
  const check = (number: string, on: string) => () => checkPaperNumber({ number, on }, '/number', used);

  it.each(['党组〔2020〕1号', '党组[2020]1号', '党组（２０２０） 1号'])(
    '%s of another date was used before',
    (number) => {
      expect(check(number, '2020-11-19')).toThrow(
        expect.objectContaining({
          code: 'already-exists',
          message: '文号 党组〔2020〕1号 已用于 2020 年度 2020-11-18 的决定，请核对文号和日期',
          details: { pointer: '/number', year: 2020, on: '2020-11-18' },
        }),
      );
    },
  );

  it.each([
    ['党组〔2020〕1号', '2020-11-18', 'the same paper'],
    ['党组〔2020〕11号', '2020-11-19', 'another number'],
    ['党组〔2020〕1-1号', '2020-11-19', 'a number under it'],
    ['党组〔2021〕1号', '2021-11-19', 'the number of another year'],
  ])('%s of %s is %s', (number, on) => {
    expect(check(number, on)).not.toThrow();
  });
});
