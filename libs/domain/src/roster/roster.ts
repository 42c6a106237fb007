import { foldCode } from '../code-fold';
import type { BodyKind } from '../office/roles';
import { heading, RowReader } from './roster-cell';
import type { RosterFault, RosterReport } from './roster-cell';
import { findCutCodes } from './roster-codes';
import type {
  Roster,
  RosterArea,
  RosterBranch,
  RosterOffice,
  RosterOrganisation,
  RosterPerson,
} from './roster-entities';
import {
  BODY_KIND_WORDS,
  COMMITTEE_CODE,
  ORGANISATION_KIND_WORDS,
  ROLE_WORDS,
  ROSTER_FILES,
  ROSTER_ROW_LIMIT,
} from './roster-layout';
import type { RosterFile, RosterRow, RosterTables } from './roster-layout';
import { checkBodies, checkOffices, checkPosts } from './roster-rules';
import type { Placed, PlacedRoster } from './roster-rules';

/** What a check gives: a roster whose every code resolves, or everything that is wrong with it; warnings refuse nothing. */
export type RosterCheck = { readonly warnings: readonly RosterFault[] } & (
  | { readonly roster: Roster; readonly faults: readonly [] }
  | { readonly roster: null; readonly faults: readonly RosterFault[] }
);

/** Reads raw rows into a roster and names all faults at once, in the order of files and lines. */
export function checkRoster(tables: RosterTables): RosterCheck {
  const sizes = sizeFaults(tables);
  if (sizes.length > 0) return { roster: null, faults: sizes, warnings: [] };
  const report: RosterReport = { faults: [], warnings: [] };
  const placed = withKnownCodes(readTables(tables, report));
  const cut = findCutCodes(tables);
  if (cut.length > 0) {
    const faults = [...cut, ...report.faults.filter(({ code }) => code !== 'bad-code')];
    return { roster: null, faults: inReadingOrder(faults), warnings: warningsOf(report) };
  }
  checkBodies(placed);
  checkOffices(placed);
  checkPosts(placed, report.faults);
  const warnings = warningsOf(report);
  if (report.faults.length > 0) return { roster: null, faults: inReadingOrder(report.faults), warnings };
  return { roster: rosterOf(placed), faults: [], warnings };
}

function sizeFaults(tables: RosterTables): RosterFault[] {
  return ROSTER_FILES.flatMap((file): RosterFault[] => {
    const rows = tables[file].length;
    const at = { file, line: 1, column: '' };
    if (rows === 0) return [{ ...at, code: 'table-empty', message: `${file} 没有数据` }];
    if (rows <= ROSTER_ROW_LIMIT) return [];
    return [{ ...at, code: 'too-many-rows', message: `${file} 有 ${rows} 行，最多 ${ROSTER_ROW_LIMIT} 行` }];
  });
}

function readTables(tables: RosterTables, report: RosterReport): PlacedRoster {
  const read = <T>(file: RosterFile, entity: (reader: RowReader) => T | undefined): Placed<T>[] =>
    tables[file].flatMap((row: RosterRow) => {
      const at = new RowReader(file, row, report);
      const value = entity(at);
      return value === undefined ? [] : [{ value, at }];
    });
  return {
    areas: read('areas', readArea),
    organisations: read('organisations', readOrganisation),
    branches: read('branches', readBranch),
    people: read('people', readPerson),
    offices: read('offices', readOffice),
  };
}

/** References as the file that defines them spells the code: jg04 and ＪＧ04 are JG04. */
function withKnownCodes(placed: PlacedRoster): PlacedRoster {
  const speller = (rows: readonly Placed<{ readonly code: string }>[]) => {
    const known = new Map([...rows].reverse().map(({ value }) => [foldCode(value.code), value.code]));
    const exact = new Set(rows.map(({ value }) => value.code));
    return <T extends string | undefined>(code: T) =>
      code && !exact.has(code) ? (known.get(foldCode(code)) ?? code) : code;
  };
  const area = speller(placed.areas);
  const organisation = speller(placed.organisations);
  const branch = speller(placed.branches);
  const person = speller(placed.people);
  const body = { committee: speller([]), area, organisation, branch };
  const each = <T>(rows: readonly Placed<T>[], spell: (value: T) => Partial<T>): Placed<T>[] =>
    rows.map(({ value, at }) => ({ at, value: { ...value, ...present(spell(value)) } }));
  return {
    areas: placed.areas,
    organisations: each(placed.organisations, ({ areaCode, parentCode }) => ({
      areaCode: area(areaCode),
      parentCode: organisation(parentCode),
    })),
    branches: each(placed.branches, ({ organisationCode }) => ({ organisationCode: organisation(organisationCode) })),
    people: each(placed.people, ({ organisationCode, branchCode }) => ({
      organisationCode: organisation(organisationCode),
      branchCode: branch(branchCode),
    })),
    offices: each(placed.offices, ({ bodyKind, bodyCode, personCode, deputyCode }) => ({
      bodyCode: body[bodyKind](bodyCode),
      personCode: person(personCode),
      deputyCode: person(deputyCode),
    })),
  };
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Warnings in reading order; day numbers of spreadsheets are said once for their column. */
function warningsOf({ warnings }: RosterReport): RosterFault[] {
  const serials = warnings.filter(({ code }) => code === 'serial-read');
  const columns = [...new Set(serials.map(({ file, column }) => `${file} ${column}`))];
  const once = columns.map((name): RosterFault => {
    const inColumn = serials.filter(({ file, column }) => `${file} ${column}` === name);
    const [first] = inColumn as [RosterFault];
    const about = `${heading(first.file, first.column)}列有 ${inColumn.length} 个表格软件的日期序号，已读作日期，请核对（如 ${first.message}）`;
    return { ...first, message: about, lines: inColumn.map(({ line }) => line) };
  });
  return inReadingOrder([...warnings.filter(({ code }) => code !== 'serial-read'), ...once]);
}

function readArea(row: RowReader): RosterArea {
  return { code: row.code('code'), name: row.name('name') };
}

function readOrganisation(row: RowReader): RosterOrganisation {
  const code = row.code('code');
  const name = row.name('name');
  const kind = row.word('kind', ORGANISATION_KIND_WORDS) ?? 'party-committee';
  const areaCode = row.code('areaCode');
  const parentCode = row.code('parentCode', false);
  return { code, name, kind, areaCode, ...(parentCode && { parentCode }), unitName: row.name('unitName') };
}

function readBranch(row: RowReader): RosterBranch {
  return {
    code: row.code('code'),
    name: row.name('name'),
    organisationCode: row.code('organisationCode'),
    foundedOn: row.date('foundedOn'),
    members: row.count('members'),
    masses: row.count('masses'),
  };
}

function readPerson(row: RowReader): RosterPerson {
  const code = row.code('code');
  const name = row.name('name');
  const organisationCode = row.code('organisationCode', false);
  const branchCode = row.code('branchCode', false);
  return { code, name, ...(organisationCode && { organisationCode }), ...(branchCode && { branchCode }) };
}

function readOffice(row: RowReader): RosterOffice | undefined {
  const role = row.word('role', ROLE_WORDS);
  const bodyKind = row.word('bodyKind', BODY_KIND_WORDS);
  const bodyCode = readBodyCode(row, bodyKind);
  const personCode = row.code('personCode');
  const deputyCode = row.code('deputyCode', false);
  if (!role || !bodyKind) return undefined;
  return { role, bodyKind, bodyCode, personCode, ...(deputyCode && { deputyCode }) };
}

function readBodyCode(row: RowReader, bodyKind: BodyKind | undefined): string {
  if (bodyKind !== 'committee') return row.code('bodyCode', bodyKind !== undefined);
  const written = row.code('bodyCode', false);
  if (written !== '' && !BODY_KIND_WORDS.committee.includes(written)) {
    row.say('bodyCode', 'unknown-reference', `工委的机构编号留空或写“${COMMITTEE_CODE}”`);
  }
  return COMMITTEE_CODE;
}

function rosterOf(placed: PlacedRoster): Roster {
  const values = <T>(rows: readonly Placed<T>[]): T[] => rows.map(({ value }) => value);
  return {
    areas: values(placed.areas),
    organisations: values(placed.organisations),
    branches: values(placed.branches),
    people: values(placed.people),
    offices: values(placed.offices),
  };
}

function inReadingOrder(faults: readonly RosterFault[]): RosterFault[] {
  return [...faults].sort((a, b) => ROSTER_FILES.indexOf(a.file) - ROSTER_FILES.indexOf(b.file) || a.line - b.line);
}
