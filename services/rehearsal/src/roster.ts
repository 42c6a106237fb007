import {
  BODY_KIND_WORDS,
  COMMITTEE_CODE,
  ORGANISATION_KIND_WORDS,
  ROLE_WORDS,
  ROSTER_FILES,
  ROSTER_LAYOUT,
} from '@app/domain';
import type { Roster, RosterFile, RosterTables } from '@app/domain';
import { RosterBuilder } from './roster-builder';
import { between, seeded } from './seeded';
import type { Seeded } from './seeded';

/** The seed of the committed sample under `services/rehearsal/roster`. */
export const SAMPLE_SEED = 20200417;

interface SampleOrganisation {
  readonly kind: 'direct-branch' | 'general-branch' | 'party-committee';
  readonly area: string;
  readonly name: string;
  readonly branches: number;
  readonly assessors: number;
  /** The branch with three members and one non-member, whose ballot stays below the smallest group. */
  readonly smallBranch?: number;
}

const SAMPLE: readonly SampleOrganisation[] = [
  { kind: 'direct-branch', area: 'PQ01', name: '样例直属党支部', branches: 1, assessors: 3 },
  { kind: 'general-branch', area: 'PQ01', name: '样例机关党总支（三支部）', branches: 3, assessors: 4, smallBranch: 3 },
  { kind: 'party-committee', area: 'PQ02', name: '样例机关党委（八支部）', branches: 8, assessors: 4 },
  { kind: 'party-committee', area: 'PQ01', name: '样例机关党委（二十支部）', branches: 20, assessors: 6 },
  { kind: 'party-committee', area: 'PQ02', name: '样例机关党委（二十八支部）', branches: 28, assessors: 8 },
];
const COMMITTEE = { bodyKind: 'committee', bodyCode: COMMITTEE_CODE } as const;
const STEMS = ['甲', '乙', '丙', '丁', '戊'];

/** The sample roster: 2 areas, 5 organisations, 60 branches, a person for every office, all plainly marked 样例. */
export function sampleRoster(seed: number = SAMPLE_SEED): Roster {
  const next = seeded(seed);
  const builder = new RosterBuilder();
  addCommittee(builder, [
    { code: 'PQ01', name: '第一党建片', stem: '一片' },
    { code: 'PQ02', name: '第二党建片', stem: '二片' },
  ]);
  SAMPLE.forEach((organisation, index) => addSampleOrganisation(builder, organisation, { index, next }));
  addDirectOffices(builder);
  return builder.roster();
}

/** A large roster in memory for the bench: one secretary per branch, six people per organisation. */
export function syntheticRoster(size: { organisations: number; branchesEach: number; seed: number }): Roster {
  const next = seeded(size.seed);
  const builder = new RosterBuilder();
  addCommittee(builder, [
    { code: 'PQ01', name: '合成第一党建片', stem: '合成一片' },
    { code: 'PQ02', name: '合成第二党建片', stem: '合成二片' },
  ]);
  for (let number = 1; number <= size.organisations; number += 1) {
    const code = `HC${padded(number, 4)}`;
    const name = `合成机关党委${padded(number, 4)}`;
    builder.organisation({
      code,
      name,
      kind: 'party-committee',
      areaCode: number % 2 === 1 ? 'PQ01' : 'PQ02',
      unitName: `合成单位${padded(number, 4)}`,
    });
    for (let line = 1; line <= size.branchesEach; line += 1) {
      const branch = `${code}-${padded(line, 3)}`;
      addBranch(builder, {
        code: branch,
        name: `${name}第${padded(line, 3)}支部`,
        organisation: code,
        next,
        atLeast: 5,
      });
      builder.hold('branch-secretary', builder.member(branch, `${branch}-01`, `合成书记${branch}`), {
        bodyKind: 'branch',
        bodyCode: branch,
      });
    }
    addStaff(builder, { code, stem: `合成${padded(number, 4)}`, branches: [] });
    addAssessors(builder, { code, stem: `合成${padded(number, 4)}`, count: 3, branches: [] });
  }
  return builder.roster();
}

/** A roster as the rows that a spreadsheet would hold, in Chinese words. */
export function rosterTables(roster: Roster): RosterTables {
  const rows = <T extends object>(entities: readonly T[], cells: (entity: T) => Record<string, string | undefined>) =>
    entities.map((entity, index) => ({ line: index + 2, cells: written({ ...entity, ...cells(entity) }) }));
  return {
    areas: rows(roster.areas, () => ({})),
    organisations: rows(roster.organisations, ({ kind }) => ({ kind: ORGANISATION_KIND_WORDS[kind][0] })),
    branches: rows(roster.branches, () => ({})),
    people: rows(roster.people, () => ({})),
    offices: rows(roster.offices, ({ role, bodyKind }) => ({
      role: ROLE_WORDS[role][0],
      bodyKind: BODY_KIND_WORDS[bodyKind][0],
    })),
  };
}

/** The text of each CSV file of a roster: UTF-8 with the mark that makes spreadsheets read it so, Chinese headings. */
export function rosterFiles(roster: Roster): Record<RosterFile, string> {
  const tables = rosterTables(roster);
  const text = (file: RosterFile): string => {
    const columns = ROSTER_LAYOUT[file];
    const lines = [
      columns.map(({ zh }) => zh),
      ...tables[file].map(({ cells }) => columns.map(({ name }) => cells[name] ?? '')),
    ];
    return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`;
  };
  return Object.fromEntries(ROSTER_FILES.map((file) => [file, text(file)])) as Record<RosterFile, string>;
}

function addCommittee(builder: RosterBuilder, areas: readonly { code: string; name: string; stem: string }[]): void {
  const leader = builder.person('GW01', '样例工委领导');
  builder.hold('committee-leader', leader, COMMITTEE);
  for (const number of [1, 2]) {
    const officer = builder.person(`GW1${number}`, `样例工委工作人员${padded(number, 2)}`);
    builder.hold('committee-officer', officer, COMMITTEE);
  }
  for (const { code, name, stem } of areas) {
    builder.area({ code, name });
    builder.hold('committee-leader', builder.person(`${code}-01`, `样例${stem}领导`), {
      bodyKind: 'area',
      bodyCode: code,
    });
    builder.hold('area-liaison', builder.person(`${code}-02`, `样例${stem}联络员`), {
      bodyKind: 'area',
      bodyCode: code,
    });
  }
  builder.hold('inspector', builder.person('XC01', '样例查阅人员'), COMMITTEE);
  builder.hold('system-administrator', builder.person('GL01', '样例系统管理员'), COMMITTEE);
  builder.hold('security-administrator', builder.person('GL02', '样例安全管理员'), COMMITTEE);
  builder.hold('audit-administrator', builder.person('GL03', '样例审计管理员'), COMMITTEE);
}

function addSampleOrganisation(
  builder: RosterBuilder,
  sample: SampleOrganisation,
  { index, next }: { readonly index: number; readonly next: Seeded },
): void {
  const code = `JG${padded(index + 1, 2)}`;
  const stem = `样例${STEMS[index] ?? ''}`;
  const direct = sample.kind === 'direct-branch';
  builder.organisation({ code, name: sample.name, kind: sample.kind, areaCode: sample.area, unitName: `${stem}单位` });
  const usual: string[] = [];
  for (let line = 1; line <= sample.branches; line += 1) {
    const branch = `${code}-${padded(line, 2)}`;
    const name = direct ? sample.name : `${sample.name}第${padded(line, 2)}支部`;
    const small = line === sample.smallBranch;
    if (small)
      builder.branch({ code: branch, name, organisationCode: code, foundedOn: '2016-09-01', members: 3, masses: 1 });
    else addBranch(builder, { code: branch, name, organisation: code, next, atLeast: line === 1 ? 12 : 8 });
    if (!small) usual.push(branch);
    addBranchPeople(builder, { branch, stem, line: padded(line, 2), further: small ? 0 : 3 });
  }
  if (direct) return;
  addStaff(builder, { code, stem, branches: usual });
  addAssessors(builder, { code, stem, count: sample.assessors, branches: usual });
}

/** The 直属党支部: its organisation's steps are the committee officer's, its assessors come from other organisations. */
function addDirectOffices(builder: RosterBuilder): void {
  builder.hold('organisation-secretary', 'GW11', { bodyKind: 'organisation', bodyCode: 'JG01' });
  builder.hold('organisation-officer', 'GW12', { bodyKind: 'organisation', bodyCode: 'JG01' });
  const recorder = builder.person('JG01-Z03', '样例甲记录人员', { organisationCode: 'JG01' });
  builder.hold('party-group-recorder', recorder, { bodyKind: 'organisation', bodyCode: 'JG01' });
  for (const code of ['JG02-P01', 'JG03-P01', 'JG04-P01'])
    builder.hold('assessor', code, { bodyKind: 'organisation', bodyCode: 'JG01' });
}

function addBranch(
  builder: RosterBuilder,
  branch: { code: string; name: string; organisation: string; next: Seeded; atLeast: number },
): void {
  const { code, name, organisation, next, atLeast } = branch;
  const foundedOn = `${between(next, 2005, 2018)}-${padded(between(next, 1, 12), 2)}-${padded(between(next, 1, 28), 2)}`;
  const members = between(next, atLeast, 25);
  builder.branch({ code, name, organisationCode: organisation, foundedOn, members, masses: between(next, 0, 20) });
}

function addBranchPeople(
  builder: RosterBuilder,
  { branch, stem, line, further }: { branch: string; stem: string; line: string; further: number },
): void {
  const secretary = builder.member(branch, `${branch}-S1`, `${stem}书记${line}`);
  builder.hold('branch-secretary', secretary, { bodyKind: 'branch', bodyCode: branch });
  for (const number of [1, 2]) {
    const member = builder.member(branch, `${branch}-W${number}`, `${stem}委员${line}-${number}`);
    builder.hold('branch-committee-member', member, { bodyKind: 'branch', bodyCode: branch });
  }
  for (let number = 1; number <= further; number += 1) {
    builder.member(branch, `${branch}-D${number}`, `${stem}党员${line}-${number}`);
  }
}

/** The secretary and the officer belong to two branches, so that one of them may judge the other's. */
function addStaff(
  builder: RosterBuilder,
  { code, stem, branches }: { code: string; stem: string; branches: readonly string[] },
): void {
  const offices = [
    ['organisation-secretary', '专职副书记'],
    ['organisation-officer', '工作人员'],
    ['party-group-recorder', '记录人员'],
  ] as const;
  offices.forEach(([role, word], index) => {
    const branch = (role === 'organisation-secretary' && branches[1]) || branches[0];
    const person = builder.person(`${code}-Z${padded(index + 1, 2)}`, `${stem}${word}`, {
      organisationCode: code,
      branchCode: branch,
    });
    builder.hold(role, person, { bodyKind: 'organisation', bodyCode: code });
  });
}

/** Assessors spread over the first branches, so that each is barred from the one he belongs to. */
function addAssessors(
  builder: RosterBuilder,
  { code, stem, count, branches }: { code: string; stem: string; count: number; branches: readonly string[] },
): void {
  for (let number = 1; number <= count; number += 1) {
    const branch = branches.length > 0 ? branches[(number - 1) % branches.length] : undefined;
    const person = builder.person(`${code}-P${padded(number, 2)}`, `${stem}评估人员${padded(number, 2)}`, {
      organisationCode: code,
      branchCode: branch,
    });
    builder.hold('assessor', person, { bodyKind: 'organisation', bodyCode: code });
  }
}

function written(cells: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, String(cell)]])),
  );
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
