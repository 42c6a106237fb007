import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRoster, readTable, ROSTER_FILE_LIMIT } from './roster-file';
import type { TableColumn } from './roster-file';

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
      [['file-not-utf8', 3, '']],
    ],
    ['UTF-16', Buffer.from('\uFEFF编号,单位', 'utf16le'), [['file-not-utf8', 1, '']]],
    ['too much', Buffer.alloc(ROSTER_FILE_LIMIT + 1, 'a'), [['file-too-large', 1, '']]],
  ])('refuses %s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('loadRoster', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), '名册 '));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads what is there and names what is not, file by file', async () => {
    await writeFile(join(folder, 'areas.csv'), '编号,单位\n1,甲\n');
    const { tables, faults } = await loadRoster(folder, { areas: COLUMNS, people: COLUMNS });
    expect(tables.areas).toEqual([{ line: 2, cells: { code: '1', unitName: '甲' } }]);
    expect(faults).toEqual([{ file: 'people', line: 1, column: '', code: 'file-missing', message: '缺少该文件' }]);
  });

  it('takes a folder that is not there as five missing files, not as a crash', async () => {
    const { faults } = await loadRoster(join(folder, 'nowhere'), { areas: COLUMNS });
    expect(faults.map(({ code }) => code)).toEqual(['file-missing']);
  });
});
