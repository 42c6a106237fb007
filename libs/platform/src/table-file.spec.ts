import { readTable, TABLE_FILE_LIMIT, type TableColumn } from './table-file';

const COLUMNS: readonly TableColumn[] = [
  { name: 'code', zh: '编号', aliases: [], required: true },
  { name: 'unitName', zh: '部门单位（全称）', aliases: ['单位'], required: true },
  { name: 'note', zh: '备注', aliases: [], required: false },
];
const read = (text: string | Buffer) => readTable(Buffer.from(text as string), COLUMNS);
const codes = (text: string | Buffer) => read(text).faults.map(({ code, line, column }) => [code, line, column]);

describe('readTable', () => {
  it('reads a file as a spreadsheet writes it: mark, Windows line ends, blank rows, quoted cells', () => {
    const { rows, faults } = read(
      '\uFEFF编号,部门单位(全称),备注\r\n1,"甲,局",\r\n,,\r\n\r\n2,"乙\r\n办"\r\n3,丙,"说 ""好"""\r\n',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 2, cells: { code: '1', unitName: '甲,局', note: '' } },
      { line: 5, cells: { code: '2', unitName: '乙\n办' } },
      { line: 7, cells: { code: '3', unitName: '丙', note: '说 "好"' } },
    ]);
  });

  it('knows a heading by its name in code, an alias, in any width or case, in any order', () => {
    expect(read('单位,ＣＯＤＥ\n甲,1\n').rows).toEqual([{ line: 2, cells: { unitName: '甲', code: '1' } }]);
  });

  it('reads markup-like headings as text', () => {
    expect(codes('编号,单位,__proto__\n1,甲,x\n')).toEqual([['column-unknown', 1, '__proto__']]);
  });

  it.each<[string, string | Buffer, unknown[]]>([
    ['nothing', '', [['file-empty', 1, '']]],
    ['only a heading', '编号,单位\n,\n', [['file-empty', 1, '']]],
    [
      'an unknown and a missing column',
      '编号,电话\n1,2\n',
      [
        ['column-unknown', 1, '电话'],
        ['column-missing', 1, 'unitName'],
      ],
    ],
    ['a column twice', '编号,单位,code\n1,2,3\n', [['column-twice', 1, 'code']]],
    ['a cell without column', '编号,单位\n1,2,3\n', [['cell-without-column', 2, '']]],
    ['an open quotation mark', '编号,单位\n1,甲\n2,"乙\n', [['csv-malformed', 3, '']]],
    [
      'another encoding',
      Buffer.concat([Buffer.from('编号,单位\n1,甲\n2,'), Buffer.from([0xd2, 0xd2, 0x0a])]),
      [['encoding-mixed', 3, '']],
    ],
    ['no known encoding', Buffer.from([0x31, 0x0a, 0xff, 0x80, 0x0a]), [['encoding-unknown', 2, '']]],
    [
      'a broken UTF-8 file with a mark',
      Buffer.from([0xef, 0xbb, 0xbf, 0x31, 0x0a, 0xd2]),
      [['encoding-unknown', 2, '']],
    ],
    ['too much', Buffer.alloc(TABLE_FILE_LIMIT + 1, 'a'), [['file-too-large', 1, '']]],
  ])('refuses %s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

/** GB18030 as Chinese office software writes it: the characters these tests use, by their bytes. */
const GB: Readonly<Record<string, readonly number[]>> = {
  编: [0xb1, 0xe0],
  号: [0xba, 0xc5],
  单: [0xb5, 0xa5],
  位: [0xce, 0xbb],
  名: [0xc3, 0xfb],
  册: [0xb2, 0xe1],
  甲: [0xbc, 0xd7],
  局: [0xbe, 0xd6],
  李: [0xc0, 0xee],
  茅: [0xc3, 0xa9],
  '𠮷': [0x95, 0x34, 0xb2, 0x35],
};
const inGb = (text: string) =>
  Buffer.from([...text].flatMap((character) => GB[character] ?? [character.charCodeAt(0)]));

describe('the encodings that clerks send', () => {
  it('reads GB18030, also outside the basic plane, and says so', () => {
    const { rows, faults, notes } = read(inGb('编号,单位\r\n001,甲局𠮷\r\n002,李局\r\n'));
    expect(faults).toEqual([]);
    expect(rows.map(({ cells }) => cells.unitName)).toEqual(['甲局𠮷', '李局']);
    expect(notes).toEqual([{ line: 1, code: 'encoding-read', message: '文件按 GB18030（含 GBK、GB2312） 编码读取' }]);
  });

  it('reads GB18030 whose bytes are sound UTF-8 by chance: the heading tells', () => {
    const bytes = Buffer.concat([inGb('名册\ncode,单位\n'), inGb('1,茅\n')]);
    expect(read(bytes).rows).toEqual([{ line: 3, cells: { code: '1', unitName: '茅' } }]);
    const chance = inGb('code,unitName\n1,茅\n');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(chance)).toContain('é');
    expect(codes(chance)).toEqual([['encoding-unsure', 1, '']]);
  });

  it('reads UTF-8 with few or many Chinese characters as UTF-8, without a word', () => {
    for (const text of ['编号,单位\n1,甲\n', 'code,unitName\n1,甲\n', 'code,unitName\n1,你好𠮷\n']) {
      expect(read(text)).toMatchObject({ faults: [], notes: [] });
    }
    expect(read('code,unitName\n1,你好𠮷\n').rows[0]?.cells.unitName).toBe('你好𠮷');
  });

  it.each(['utf16le', 'utf16be'] as const)('reads %s as a spreadsheet saves its Unicode text', (encoding) => {
    const bytes = Buffer.from('\uFEFF编号\t部门单位(全称)\r\n1\t甲,局𠮷\r\n', 'utf16le');
    const { rows, notes } = read(encoding === 'utf16le' ? bytes : bytes.swap16());
    expect(rows).toEqual([{ line: 2, cells: { code: '1', unitName: '甲,局𠮷' } }]);
    expect(notes.map(({ code }) => code)).toEqual(['encoding-read']);
  });

  it('names the line where a file of one encoding has a line of the other', () => {
    const gb = (text: string) => inGb(text);
    const mostlyGb = Buffer.concat([gb('编号,单位\n1,甲局\n2,李局\n'), Buffer.from('3,甲局甲局\n'), gb('4,甲\n')]);
    expect(codes(mostlyGb)).toEqual([['encoding-mixed', 4, '']]);
    const mostlyUtf8 = Buffer.concat([
      Buffer.from('编号,单位\n1,甲局\n2,李局\n'),
      gb('3,甲局\n'),
      Buffer.from('4,甲\n'),
    ]);
    expect(codes(mostlyUtf8)).toEqual([['encoding-mixed', 4, '']]);
  });

  it('reads cells between semicolons', () => {
    expect(read('编号;单位\n1;甲,乙\n').rows).toEqual([{ line: 2, cells: { code: '1', unitName: '甲,乙' } }]);
  });
});

describe('a sheet with more than its data', () => {
  const sheet =
    '某某名册,,,\n单位（盖章）：某某,,填报日期：2020年4月20日,\n\n序号,编号,单位,备考\n1,001,甲,是\n2,002,乙,\n合计,,2,\n填表人：张三,,,\n';

  it('skips the title and the unit above, the sum and the signature below, and says so', () => {
    const { rows, faults, notes, headingLine, sheet: lines } = read(sheet);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 5, cells: { code: '001', unitName: '甲' } },
      { line: 6, cells: { code: '002', unitName: '乙' } },
    ]);
    expect(notes.map(({ line, code, message }) => [line, code, message])).toEqual([
      [1, 'lines-skipped', '不是数据，已略过：“某某名册”'],
      [2, 'lines-skipped', '不是数据，已略过：“单位（盖章）：某某 填报日期：2020年4月20日”'],
      [7, 'lines-skipped', '不是数据，已略过：“合计 2”'],
      [8, 'lines-skipped', '不是数据，已略过：“填表人：张三”'],
      [4, 'columns-skipped', '不读取的列：“序号”、“备考”'],
    ]);
    expect(headingLine).toBe(4);
    expect(lines).toHaveLength(7);
  });

  it('takes a sum between rows for a row: only what closes a sheet is skipped', () => {
    expect(read('编号,单位\n1,甲\n合计,1\n2,乙\n').rows).toHaveLength(3);
  });

  it('names the faults of the heading that is nearest, on its own line', () => {
    expect(codes('名册\n编号,单位,电话\n1,甲,2\n')).toEqual([['column-unknown', 2, '电话']]);
  });
});
