import { readPasted } from './pasted';

const branches = [
  { id: 'a', code: 'JG01-01', name: '第一党支部' },
  { id: 'b', code: 'JG01-02', name: '第二党支部' },
  { id: 'c', code: 'JG01-03', name: '第三党支部' },
];
const read = (text: string, from = 0) => {
  const { targets, unread } = readPasted(text, { branches, from, year: 2020 });
  return { targets: Object.fromEntries(targets), unread };
};

describe('a block of cells of a spreadsheet', () => {
  it('is each branch’s own where it names them, in any order, by name or code, under a head', () => {
    const block = '党支部\t达标年度\r\n第三党支部\t下一年度\r\njg01-01 \t2020年度\r\n';
    expect(read(block)).toEqual({ targets: { c: 'next-year', a: 'this-year' }, unread: [] });
  });

  it('is filled in from the focused row where it names none', () => {
    expect(read('本年度达标\n下一年度达标\n', 1)).toEqual({ targets: { b: 'this-year', c: 'next-year' }, unread: [] });
    expect(read('2021', 2)).toEqual({ targets: { c: 'next-year' }, unread: [] });
  });

  it('is taken with quotes, line breaks and tabs inside a cell, and with marks that close no quote', () => {
    const block = '"第一党支部"\t"备注：\n含\t制表符，""引号"""\tthis year\n第二党支部\t5" 屏\tnext year';
    expect(read(block)).toEqual({ targets: { a: 'this-year', b: 'next-year' }, unread: [] });
  });

  it('says of each row that tells nothing what stood there', () => {
    const block = '第一党支部\t本年度\n第九党支部\t本年度\n第二党支部\t待定\n第三党支部\t2023';
    expect(read(block)).toEqual({
      targets: { a: 'this-year' },
      unread: ['第九党支部 本年度', '第二党支部 待定', '第三党支部 2023'],
    });
    expect(read('本年度\n本年度', 2)).toEqual({ targets: { c: 'this-year' }, unread: ['本年度'] });
  });

  it('is nothing where nothing was copied', () => {
    expect(read('')).toEqual({ targets: {}, unread: [] });
    expect(read('\n\t\n')).toEqual({ targets: {}, unread: [] });
  });
});
