import type { BodyKind } from './roles';
import { RowReader } from './roster-cell';
import type { RosterFault } from './roster-cell';
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

/** What a check gives: a roster whose every code resolves, or everything that is wrong with it. */
export type RosterCheck =
  | { readonly roster: Roster; readonly faults: readonly [] }
  | { readonly roster: null; readonly faults: readonly RosterFault[] };

/** Reads raw rows into a roster and names all faults at once, in the order of files and lines. */
export function checkRoster(tables: RosterTables): RosterCheck {
  const faults: RosterFault[] = sizeFaults(tables);
  if (faults.length > 0) return { roster: null, faults };
  const placed = readTables(tables, faults);
  checkBodies(placed);
  checkOffices(placed);
  checkPosts(placed, faults);
  if (faults.length > 0) return { roster: null, faults: inReadingOrder(faults) };
  return { roster: rosterOf(placed), faults: [] };
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

function readTables(tables: RosterTables, faults: RosterFault[]): PlacedRoster {
  const read = <T>(file: RosterFile, entity: (reader: RowReader) => T | undefined): Placed<T>[] =>
    tables[file].flatMap((row: RosterRow) => {
      const at = new RowReader(file, row, faults);
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
