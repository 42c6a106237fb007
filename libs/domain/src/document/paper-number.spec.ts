import { checkNumberForm, checkPaperNumber, checkRecordedNumber } from './paper-number';

describe('the number of a paper (文号)', () => {
  const used = [{ number: '党组〔2020〕1号', on: '2020-11-18', year: 2020 }];
  const check = (number: string, on: string) => () => checkPaperNumber({ number, on }, '/number', used);

  it.each(['党组〔2020〕1号', '党组[2020]1号', '党组（２０２０） 1号'])(
    '%s of another date was used before',
    (number) => {
      expect(check(number, '2020-11-19')).toThrow(
        expect.objectContaining({
          code: 'already-exists',
          message: '文号 党组〔2020〕1号 已用于 2020 年度 2020年11月18日的决定，请核对文号和日期',
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

  it.each([
    '党组〔2020〕1号',
    '苏委工[2020]结字1号',
    '机关党委（２０２０）第１号',
    '党组会议纪要2020年第12次',
    '党委会会议记录第三期',
    '党组〔2020〕10号',
    '党组（机关党委）〔2020〕第003号',
    '党组会议纪要第一百零二次',
  ])('%s is one', (number) => {
    expect(() => checkNumberForm(number, '/number')).not.toThrow();
  });

  it.each([
    'x',
    '1号',
    '2020年11月18日',
    '党组〔2020〕号',
    '党组〔20〕1号',
    '会议纪要',
    '已研究同意',
    '党组〔2020〕0号',
    '党组〔0000〕1号',
    '会议第零次',
    '<script>〔2021〕1号',
  ])('%s is none', (number) => {
    const refusal = { code: 'invalid-input', details: { pointer: '/number' } };
    for (const on of ['2020-11-18', '2021-01-04']) {
      expect(check(number, on)).toThrow(expect.objectContaining(refusal));
      expect(() => checkRecordedNumber({ number, on }, '/number', [])).toThrow(expect.objectContaining(refusal));
    }
  });

  it.each([
    ['丙党组〔2019〕1号', null],
    ['党组会议纪要2019年第12次', null],
    ['丙党组〔2021〕1号', '文号 丙党组〔2021〕1号 的年份还没有到（今日为2020年11月18日），请核对文号'],
    ['党组会议纪要2035年第12次', '文号 党组会议纪要2035年第12次 的年份还没有到（今日为2020年11月18日），请核对文号'],
  ])('%s is not of a decision of 2020, and may be recorded then if its year has come', (number, toCome) => {
    const message = `文号 ${number} 的年份与决定日期（2020年11月18日）不在同一年，请核对文号和日期`;
    const refusal = { code: 'invalid-input', message, details: { pointer: '/number' } };
    expect(check(number, '2020-11-18')).toThrow(expect.objectContaining(refusal));
    const recorded = () => checkRecordedNumber({ number, on: '2020-11-18' }, '/number', used);
    if (toCome === null) expect(recorded).not.toThrow();
    else expect(recorded).toThrow(expect.objectContaining({ ...refusal, message: toCome }));
  });
});
