import { checkRoster } from './roster';
import { findCutCodes } from './roster-codes';
import { ROSTER_FILES, ROSTER_LAYOUT } from './roster-layout';
import type { RosterFile, RosterTables } from './roster-layout';

/** Tables of a tree with long codes: three organisations, 999 branches; only what codes need. */
function treeWith(spoil: (code: string) => string, only?: `${RosterFile}.${string}`): RosterTables {
  const lines: Record<RosterFile, string[]> = {
    areas: ['PQ01,片'],
    organisations: [1, 2, 3].map((at) => `001001${padded(at)}000000000,组织${at},机关党委,PQ01,,单位`),
    branches: Array.from({ length: 999 }, (_, at) => {
      const organisation = `001001${padded((at % 3) + 1)}`;
      return `${organisation}${padded(at + 1)}001001,支部${at},${organisation}000000000,2015-03-01,5,1`;
    }),
    people: ['R0001,某人,001001001000000000,'],
    offices: ['工委领导,工委,,R0001,', '党组（党委）记录人员,机关党组织,001001001000000000,R0001,'],
  };
  return Object.fromEntries(
    ROSTER_FILES.map((file) => [
      file,
      lines[file].map((text, index) => {
        const cells = text.split(',').map((cell, at): [string, string] => {
          const name = ROSTER_LAYOUT[file][at]?.name ?? '';
          const isCode = /^\d{18}$/.test(cell) && (only === undefined || only === `${file}.${name}`);
          return [name, isCode ? spoil(cell) : cell];
        });
        return { line: index + 2, cells: Object.fromEntries(cells) };
      }),
    ]),
  ) as unknown as RosterTables;
}

const padded = (number: number) => String(number).padStart(3, '0');
const scientific = (code: string) =>
  Number(code)
    .toExponential(5)
    .replace(/e\+(\d)$/, 'E+0$1')
    .replace('e', 'E');
const rounded = (code: string) => `9${code.slice(1, 15)}000`;
const found = (tables: RosterTables) =>
  findCutCodes(tables).map(({ file, column, lines }) => `${file}.${column} ${lines?.length}`);

describe('codes that a spreadsheet cut', () => {
  it('finds nothing in codes as they should be, long ones that end in zeros too', () => {
    expect(found(treeWith((code) => code))).toEqual([]);
    expect(found(treeWith((code) => `1${code.slice(1)}`))).toEqual([]);
  });

  it('finds nothing where all zeros are gone alike: the codes still say what belongs to what', () => {
    expect(found(treeWith((code) => String(Number(code))))).toEqual([]);
  });

  it('names scientific notation once for each column, whatever the number of rows', () => {
    const tables = treeWith(scientific);
    expect(found(tables)).toEqual([
      'organisations.code 3',
      'branches.code 999',
      'branches.organisationCode 999',
      'people.organisationCode 1',
      'offices.bodyCode 1',
    ]);
    const { faults } = checkRoster(tables);
    expect(faults.map(({ code }) => code)).toEqual(Array(5).fill('code-cut'));
    expect(faults[1]?.message).toContain('999 个编号被表格软件改成了科学计数（如“1.00100E+15”');
  });

  it('names digits that were rounded to zero, where codes are no longer different or no longer there', () => {
    expect(found(treeWith(rounded, 'branches.organisationCode'))).toEqual(['branches.organisationCode 999']);
    const same = (code: string) => `9${code.slice(1, 6)}000000000000`;
    expect(found(treeWith(same, 'branches.code'))).toEqual(['branches.code 999']);
  });

  it('names lost zeros at the column that lost them', () => {
    const lost = (code: string) => code.replace(/^0+/, '');
    expect(found(treeWith(lost, 'branches.organisationCode'))).toEqual(['branches.organisationCode 999']);
    expect(found(treeWith(lost, 'organisations.code'))).toEqual(['organisations.code 3']);
    const [fault] = findCutCodes(treeWith(lost, 'branches.organisationCode'));
    expect(fault?.message).toContain('丢了前面的 0（如“1001001000000000”');
  });
});
