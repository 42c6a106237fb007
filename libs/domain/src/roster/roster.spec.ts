import * as fc from 'fast-check';
import { tidyBlanks } from './roster-cell';
import type { RosterFaultCode } from './roster-cell';
import { checkRoster } from './roster';
import type { Roster } from './roster-entities';
import { ROSTER_LAYOUT, ROSTER_ROW_LIMIT } from './roster-layout';
import type { RosterFile, RosterTables } from './roster-layout';

type Lines = Record<RosterFile, string[]>;

/** One area, one 机关党委 with two branches, one 直属党支部: the smallest roster with every kind of office. */
const SOUND: Readonly<Lines> = {
  areas: ['P1,第一党建片'],
  organisations: ['O1,甲机关党委,机关党委,P1,,甲局', 'O2,乙直属党支部,直属党支部,P1,,乙办'],
  branches: ['B1,甲一支部,O1,2015/3/1,10,4', 'B2,甲二支部,O1,2015年3月1日,８,0', 'B3,乙直属党支部,O2,2016-02-29,5,1'],
  people: [
    'M01,张　三,O1,B1',
    'M02,李四,O1,B2',
    'M03,王五,O2,B3',
    ...['M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11'].map((code) => `${code},样例${code},,`),
  ],
  offices: [
    '工委工作人员,工委,,M04,M08',
    '工委领导,工委,工委,M05,',
    '片区领导,党建片,P1,M05,',
    'area-liaison,area,P1,M04,',
    '机关党组织书记,机关党组织,O1,M06,',
    '机关党组织工作人员,机关党组织,O1,M07,M06',
    '党组(党委)记录人员,机关党组织,O1,M08,',
    '党组（党委）记录人员,机关党组织,O2,M08,',
    '评估人员,机关党组织,O1,M07,',
    '评估人员,机关党组织,O1,M08,',
    '评估人员,机关党组织,O2,M01,',
    '评估人员,机关党组织,O2,M02,',
    '党支部书记,党支部,B1,M01,',
    '支部书记,支部,B2,M02,',
    '书记,branch,B3,M03,',
    '系统管理员,工委,,M09,',
    '安全管理员,工委,,M10,',
    '审计管理员,工委,,M11,',
  ],
};

function tablesOf(lines: Readonly<Lines>): RosterTables {
  const rows = (file: RosterFile) =>
    lines[file].map((text, index) => {
      const cells = text.split(',');
      return {
        line: index + 2,
        cells: Object.fromEntries(ROSTER_LAYOUT[file].map(({ name }, at) => [name, cells[at] ?? ''])),
      };
    });
  return {
    areas: rows('areas'),
    organisations: rows('organisations'),
    branches: rows('branches'),
    people: rows('people'),
    offices: rows('offices'),
  };
}

/** The sound roster with lines of one file replaced, added or (with '') taken away; found by their beginning. */
function changed(file: RosterFile, changes: Record<string, string>): RosterTables {
  const lines = [...SOUND[file]];
  for (const [beginning, text] of Object.entries(changes)) {
    const at = lines.findIndex((line) => line.startsWith(beginning));
    if (at < 0) lines.push(text);
    else lines.splice(at, 1, ...(text === '' ? [] : [text]));
  }
  return tablesOf({ ...SOUND, [file]: lines });
}

const CASES: [string, RosterFile, Record<string, string>, [RosterFaultCode, number, string][]][] = [
  [
    'an area code twice',
    'areas',
    { new: 'p1,又一片' },
    [
      ['duplicate', 3, 'code'],
      ['office-vacant', 3, 'code'],
      ['office-vacant', 3, 'code'],
    ],
  ],
  ['a missing name', 'areas', { P1: 'P1,　' }, [['missing', 2, 'name']]],
  ['a name too long', 'areas', { P1: `P1,${'片'.repeat(121)}` }, [['too-long', 2, 'name']]],
  ['a line break in a name', 'areas', { P1: 'P1,第一\n党建片' }, [['control-character', 2, 'name']]],
  ['writing turned round', 'areas', { P1: 'P1,第一\u202e片' }, [['control-character', 2, 'name']]],
  ['a formula', 'areas', { P1: 'P1,=1+1' }, [['formula', 2, 'name']]],
  ['a formula behind a blank', 'areas', { P1: 'P1,　@SUM(A1)' }, [['formula', 2, 'name']]],
  ['a full-width formula', 'areas', { P1: 'P1,＋1' }, [['formula', 2, 'name']]],
  ['a code with a colon', 'people', { new: 'M:9,某人,,' }, [['bad-code', 13, 'code']]],
  [
    'an organisation without area',
    'organisations',
    { O1: 'O1,甲机关党委,机关党委,,,甲局' },
    [['missing', 2, 'areaCode']],
  ],
  [
    'an unknown area',
    'organisations',
    { O1: 'O1,甲机关党委,机关党委,P9,,甲局' },
    [['unknown-reference', 2, 'areaCode']],
  ],
  ['an unknown kind', 'organisations', { O1: 'O1,甲机关党委,党小组,P1,,甲局' }, [['unknown-word', 2, 'kind']]],
  [
    'a parent over a party committee',
    'organisations',
    { O1: 'O1,甲,机关党委,P1,O2,甲局' },
    [['parent-not-allowed', 2, 'parentCode']],
  ],
  [
    'a direct branch with two branches',
    'branches',
    { B2: 'B2,甲二支部,O2,2015-3-1,8,0' },
    [
      ['direct-branch-count', 3, 'code'],
      ['too-few-assessors', 3, 'code'],
      ['branch-elsewhere', 3, 'branchCode'],
    ],
  ],
  ['a date that does not exist', 'branches', { B1: 'B1,甲一支部,O1,2015-02-29,10,4' }, [['bad-date', 2, 'foundedOn']]],
  ['a month that does not exist', 'branches', { B1: 'B1,甲一支部,O1,2015-13-01,10,4' }, [['bad-date', 2, 'foundedOn']]],
  ['a date without a day', 'branches', { B1: 'B1,甲一支部,O1,2019.11,10,4' }, [['bad-date', 2, 'foundedOn']]],
  [
    'a branch older than the party',
    'branches',
    { B1: 'B1,甲一支部,O1,1921-06-30,10,4' },
    [['bad-date', 2, 'foundedOn']],
  ],
  ['an old code of GBK in a name', 'people', { M10: 'M10,样例\u{E863},,' }, [['private-use', 11, 'name']]],
  ['a self-made character', 'people', { M10: 'M10,样例\u{E123},,' }, [['private-use', 11, 'name']]],
  ['a code twice in other width', 'people', { new: 'ｍ01,某人,,' }, [['duplicate', 13, 'code']]],
  [
    'one committee officer, who could never reveal a draw',
    'offices',
    { 工委工作人员: '工委工作人员,工委,,M04,' },
    [['two-officers-needed', 2, 'personCode']],
  ],
  ['a negative number', 'branches', { B1: 'B1,甲一支部,O1,2015-3-1,-1,4' }, [['bad-number', 2, 'members']]],
  ['half a person', 'branches', { B1: 'B1,甲一支部,O1,2015-3-1,10,0.5' }, [['bad-number', 2, 'masses']]],
  ['a person in an unknown branch', 'people', { M09: 'M09,某人,,B9' }, [['unknown-reference', 10, 'branchCode']]],
  ['a person in a branch of others', 'people', { M09: 'M09,某人,O1,B3' }, [['branch-elsewhere', 10, 'branchCode']]],
  ['an office without person', 'offices', { 工委工作人员: '工委工作人员,工委,,,' }, [['missing', 2, 'personCode']]],
  [
    'an office of a stranger',
    'offices',
    { 工委工作人员: '工委工作人员,工委,,M99,M08' },
    [['unknown-reference', 2, 'personCode']],
  ],
  ['an unknown role', 'offices', { new: '主席,工委,,M04,' }, [['unknown-word', 20, 'role']]],
  [
    'an office in the wrong body',
    'offices',
    { new: '评估人员,党建片,P1,M04,' },
    [['office-body-mismatch', 20, 'bodyKind']],
  ],
  ['an office twice', 'offices', { new: '评估人员,机关党组织,O1,M07,' }, [['duplicate', 20, 'personCode']]],
  ['two secretaries', 'offices', { new: '党支部书记,党支部,B3,M03,' }, [['duplicate', 20, 'personCode']]],
  ['a secretary from outside', 'offices', { '书记,': '书记,党支部,B3,M02,' }, [['not-a-member', 16, 'personCode']]],
  [
    'his own deputy',
    'offices',
    { 工委工作人员: '工委工作人员,工委,,M04,M04' },
    [
      ['deputy-is-holder', 2, 'deputyCode'],
      ['two-officers-needed', 2, 'personCode'],
    ],
  ],
  [
    'an administrator in business',
    'offices',
    { new: '评估人员,机关党组织,O1,M09,' },
    [['roles-excluded', 20, 'personCode']],
  ],
  [
    'two administrators in one',
    'offices',
    { 安全管理员: '安全管理员,工委,,M09,' },
    [['roles-excluded', 18, 'personCode']],
  ],
  [
    'an administrator as deputy',
    'offices',
    { 工委领导: '工委领导,工委,,M05,M10' },
    [['roles-excluded', 18, 'personCode']],
  ],
  ['a branch without secretary', 'offices', { '支部书记,': '' }, [['office-vacant', 3, 'code']]],
  ['a committee without officer', 'offices', { 工委工作人员: '' }, [['office-vacant', 1, 'role']]],
  ['one assessor', 'offices', { '评估人员,机关党组织,O1,M08': '' }, [['too-few-assessors', 2, 'code']]],
  [
    'an assessor only of his own branch',
    'offices',
    { '评估人员,机关党组织,O1,M08': '评估人员,机关党组织,O1,M01,' },
    [['too-few-assessors', 2, 'code']],
  ],
];

describe('checkRoster', () => {
  it('reads what people write: Chinese words, full-width blanks and digits, dates of spreadsheets', () => {
    const roster = checkRoster(tablesOf(SOUND)).roster as Roster;
    expect(roster.people[0]).toEqual({ code: 'M01', name: '张三', organisationCode: 'O1', branchCode: 'B1' });
    expect(roster.branches[1]).toMatchObject({ foundedOn: '2015-03-01', members: 8, masses: 0 });
    expect(roster.offices[2]).toEqual({
      role: 'committee-leader',
      bodyKind: 'area',
      bodyCode: 'P1',
      personCode: 'M05',
    });
    expect(roster.offices[0]?.bodyCode).toBe('工委');
    expect(roster.organisations[1]?.kind).toBe('direct-branch');
  });

  it.each(CASES)('finds %s', (_name, file, changes, expected) => {
    const { roster, faults } = checkRoster(changed(file, changes));
    expect(roster).toBeNull();
    expect(faults.map(({ code, line, column }) => [code, line, column])).toEqual(expected);
    for (const { message } of faults) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('reads dates as they come, and says which were day numbers of a spreadsheet', () => {
    const tables = changed('branches', {
      B1: 'B1,甲一支部,O1,35831,10,4',
      B2: 'B2,甲二支部,O1,20171128,8.0,0',
      B3: 'B3,乙直属党支部,O2,2014/8/14 0:00,5,1',
    });
    const { roster, warnings } = checkRoster(tables);
    expect(roster?.branches.map(({ foundedOn }) => foundedOn)).toEqual(['1998-02-05', '2017-11-28', '2014-08-14']);
    expect(warnings).toEqual([
      {
        file: 'branches',
        line: 2,
        column: 'foundedOn',
        code: 'serial-read',
        message: expect.stringContaining('有 1 个表格软件的日期序号') as string,
        lines: [2],
      },
    ]);
  });

  it('reads rare characters as they are, and says of a variant selector that it is there', () => {
    const { roster, warnings } = checkRoster(changed('people', { M09: 'M09,样例𠮷,,', M10: 'M10,样例㛤\u{E0100},,' }));
    expect(roster?.people.slice(8, 10).map(({ name }) => name)).toEqual(['样例𠮷', '样例㛤\u{E0100}']);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([[11, 'variation-selector']]);
  });

  it('takes an organisation that lists no branch with a warning, a direct branch without itself not', () => {
    const lines = { new: 'O9,丙党总支,党总支,P1,O1,甲局' };
    const offices = [
      '机关党组织书记,机关党组织,O9,M06,',
      '机关党组织工作人员,机关党组织,O9,M07,',
      '党组（党委）记录人员,机关党组织,O9,M08,',
    ];
    const tables = {
      ...changed('organisations', lines),
      offices: tablesOf({ ...SOUND, offices: [...SOUND.offices, ...offices] }).offices,
    };
    const { roster, faults, warnings } = checkRoster(tables);
    expect(faults).toEqual([]);
    expect(roster?.organisations).toHaveLength(3);
    expect(warnings.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['organisations', 4, 'organisation-without-branch'],
    ]);
    const direct = changed('organisations', { new: 'O9,丙直属党支部,直属党支部,P1,,甲局' });
    expect(checkRoster(direct).faults.map(({ code }) => code)).toContain('direct-branch-count');
  });

  it('resolves a code in any width and letter case, and keeps the spelling of the file that defines it', () => {
    const tables = changed('branches', { B1: 'Ｂ1,甲一支部,ｏ1,2015-3-1,10,4' });
    const { roster } = checkRoster(tables);
    expect(roster?.branches[0]).toMatchObject({ code: 'B1', organisationCode: 'O1' });
    const wrapped = changed('branches', { B1: '="B1",甲一支部,\'O1,2015-3-1,10,4' });
    expect(checkRoster(wrapped).roster?.branches[0]).toMatchObject({ code: 'B1', organisationCode: 'O1' });
  });

  it('names all faults at once, in the order of files and lines', () => {
    const tables = {
      ...changed('offices', { '支部书记,': '', '书记,': '' }),
      areas: tablesOf({ ...SOUND, areas: ['P1,'] }).areas,
    };
    const { faults } = checkRoster(tables);
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['areas:2', 'branches:3', 'branches:4']);
  });

  it('refuses an empty table and too many rows before reading any', () => {
    const row = { line: 2, cells: { code: '', name: '' } };
    const tables = {
      ...tablesOf({ ...SOUND, offices: [] }),
      people: Array.from({ length: ROSTER_ROW_LIMIT + 1 }, () => row),
    };
    expect(checkRoster(tables).faults.map(({ file, code }) => [file, code])).toEqual([
      ['people', 'too-many-rows'],
      ['offices', 'table-empty'],
    ]);
  });

  it('accepts only clean names, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 130 }), (name) => {
        const tables = tablesOf(SOUND);
        const { roster } = checkRoster({ ...tables, areas: [{ line: 2, cells: { code: 'P1', name } }] });
        if (!roster) return;
        const stored = roster.areas[0]?.name ?? '';
        expect(stored).toBe(tidyBlanks(stored));
        expect(stored).toMatch(/^[^=+@\-\p{Cc}][^\p{Cc}]*$/u);
        expect([...stored].length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
