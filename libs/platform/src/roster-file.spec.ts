import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRoster } from './roster-file';
import type { TableColumn } from './table-file';

const COLUMNS: readonly TableColumn[] = [
  { name: 'code', zh: '编号', aliases: [], required: true },
  { name: 'unitName', zh: '部门单位（全称）', aliases: ['单位'], required: true },
];

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
