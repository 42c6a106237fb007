import { foldCode } from '../code-fold';
import { exclusiveWith, ROLE_DEFINITIONS } from '../office/roles';
import type { BodyKind, Role } from '../office/roles';
import { quote } from './roster-cell';
import type { RosterFault, RowReader } from './roster-cell';
import type { RosterArea, RosterBranch, RosterOffice, RosterOrganisation, RosterPerson } from './roster-entities';
import { COMMITTEE_CODE } from './roster-layout';

/** Something read from a row, with the reader that can say what is wrong at that row. */
export interface Placed<T> {
  readonly value: T;
  readonly at: RowReader;
}

/** A column of a row, where something may be wrong. */
interface Cell {
  readonly at: RowReader;
  readonly column: string;
}

/** A body by its code. */
type Body = Pick<RosterOffice, 'bodyKind' | 'bodyCode'>;

/** A roster whose faults still have a place. */
export interface PlacedRoster {
  readonly areas: readonly Placed<RosterArea>[];
  readonly organisations: readonly Placed<RosterOrganisation>[];
  readonly branches: readonly Placed<RosterBranch>[];
  readonly people: readonly Placed<RosterPerson>[];
  readonly offices: readonly Placed<RosterOffice>[];
}

/** Assessors that every branch needs who are not its members; the sheet has two signatures. 苏委工〔2020〕6号 三.4 */
const ASSESSORS_NEEDED = 2;

/** Codes are unique and resolve, parents fit, every organisation has its branches, people belong where they say. */
export function checkBodies(roster: PlacedRoster): void {
  const areas = unique(roster.areas);
  const organisations = unique(roster.organisations);
  const branches = unique(roster.branches);
  unique(roster.people);
  for (const { value, at } of roster.organisations) {
    resolve({ at, column: 'areaCode' }, value.areaCode, areas);
    checkParent(value, at, organisations);
  }
  for (const { value, at } of roster.branches) {
    resolve({ at, column: 'organisationCode' }, value.organisationCode, organisations);
  }
  checkBranchCounts(roster);
  for (const person of roster.people) checkMembership(person, organisations, branches);
}

/** Every office stands in a body that can have it, has a person, and nobody holds roles that exclude each other. */
export function checkOffices(roster: PlacedRoster): void {
  const people = byCode(roster.people);
  const bodies: Record<BodyKind, ReadonlyMap<string, unknown>> = {
    committee: new Map([[COMMITTEE_CODE, true]]),
    area: byCode(roster.areas),
    organisation: byCode(roster.organisations),
    branch: byCode(roster.branches),
  };
  const seen = new Set<string>();
  const held = new Map<string, Role[]>();
  for (const { value, at } of roster.offices) {
    checkBody(value, at);
    resolve({ at, column: 'bodyCode' }, value.bodyCode, bodies[value.bodyKind]);
    checkRepeated(value, at, seen);
    for (const column of ['personCode', 'deputyCode'] as const) {
      const person = resolve({ at, column }, value[column] ?? '', people);
      if (!person) continue;
      checkBranchMember(value, person, { at, column });
      checkExclusion({ role: value.role, person }, held, { at, column });
    }
    if (value.deputyCode && value.deputyCode === value.personCode) {
      at.say('deputyCode', 'deputy-is-holder', '代理人不能是本人');
    }
  }
}

/** Every body has the offices the process waits for, and each branch two assessors who are not its members. */
export function checkPosts(roster: PlacedRoster, faults: RosterFault[]): void {
  const filled = new Set(roster.offices.map(({ value }) => postOf(value.role, value.bodyKind, value.bodyCode)));
  const need = (role: Role, { bodyKind, bodyCode }: Body, say: RowReader['say']): void => {
    if (bodyCode === '' || filled.has(postOf(role, bodyKind, bodyCode))) return;
    say('code', 'office-vacant', `${quote(bodyCode)}没有${ROLE_DEFINITIONS[role].zh}`);
  };
  const sayOfCommittee: RowReader['say'] = (_column, code, message) =>
    faults.push({ file: 'offices', line: 1, column: 'role', code, message });
  for (const role of ['committee-officer', 'committee-leader'] as const)
    need(role, { bodyKind: 'committee', bodyCode: COMMITTEE_CODE }, sayOfCommittee);
  checkOfficers(roster);
  for (const { value, at } of roster.areas) {
    const area: Body = { bodyKind: 'area', bodyCode: value.code };
    for (const role of ['committee-leader', 'area-liaison'] as const) need(role, area, at.say.bind(at));
  }
  for (const { value, at } of roster.organisations) {
    const organisation: Body = { bodyKind: 'organisation', bodyCode: value.code };
    for (const role of postsOf(value)) need(role, organisation, at.say.bind(at));
  }
  for (const { value, at } of roster.branches) {
    need('branch-secretary', { bodyKind: 'branch', bodyCode: value.code }, at.say.bind(at));
  }
  checkAssessors(roster);
}

/** A draw is frozen by one committee officer and revealed by another (苏委工〔2020〕6号 五.2); deputies count. */
function checkOfficers({ offices }: PlacedRoster): void {
  const officers = offices.filter(({ value: { role } }) => role === 'committee-officer');
  const persons = new Set(officers.flatMap(({ value: { personCode, deputyCode } }) => [personCode, deputyCode ?? '']));
  persons.delete('');
  const [only] = officers;
  if (!only || persons.size >= 2 || officers.some(({ value }) => value.personCode === '')) return;
  const message = '工委工作人员只有一人：抽查名单由一人封存、另一人揭晓，至少要有两人（代理人可计入）';
  only.at.say('personCode', 'two-officers-needed', message);
}

function postsOf(organisation: RosterOrganisation): Role[] {
  if (organisation.kind === 'direct-branch') return ['party-group-recorder'];
  return ['organisation-secretary', 'organisation-officer', 'party-group-recorder'];
}

function checkParent(
  organisation: RosterOrganisation,
  at: RowReader,
  organisations: ReadonlyMap<string, RosterOrganisation>,
): void {
  if (organisation.parentCode === undefined) return;
  const parent = resolve({ at, column: 'parentCode' }, organisation.parentCode, organisations);
  if (!parent) return;
  if (organisation.kind !== 'general-branch' || parent.kind !== 'party-committee') {
    at.say('parentCode', 'parent-not-allowed', '只有党总支可以有上级，且上级应为机关党委');
  }
}

function checkBranchCounts({ organisations, branches }: PlacedRoster): void {
  const count = tally(branches.map(({ value }) => value.organisationCode));
  const children = tally(organisations.map(({ value }) => value.parentCode ?? ''));
  for (const { value, at } of organisations) {
    if (value.code === '') continue;
    const own = count.get(value.code) ?? 0;
    if (value.kind === 'direct-branch' && own !== 1) {
      at.say('code', 'direct-branch-count', `直属党支部应正好有 1 个党支部，现有 ${own} 个`);
    } else if (own === 0 && !children.has(value.code)) {
      at.warn('code', 'organisation-without-branch', `${quote(value.name || value.code)}没有列党支部，请核对是否漏列`);
    }
  }
}

function checkMembership(
  { value: person, at }: Placed<RosterPerson>,
  organisations: ReadonlyMap<string, RosterOrganisation>,
  branches: ReadonlyMap<string, RosterBranch>,
): void {
  const organisation = resolve({ at, column: 'organisationCode' }, person.organisationCode ?? '', organisations);
  const branch = resolve({ at, column: 'branchCode' }, person.branchCode ?? '', branches);
  if (!organisation || !branch) return;
  const parent = organisations.get(branch.organisationCode)?.parentCode;
  if (branch.organisationCode !== organisation.code && parent !== organisation.code) {
    at.say('branchCode', 'branch-elsewhere', `${quote(branch.name)}不属于${quote(organisation.name)}`);
  }
}

function checkBody({ role, bodyKind }: RosterOffice, at: RowReader): void {
  if (ROLE_DEFINITIONS[role].bodies.includes(bodyKind)) return;
  at.say('bodyKind', 'office-body-mismatch', `${ROLE_DEFINITIONS[role].zh}不能设在这类机构`);
}

function checkRepeated(office: RosterOffice, at: RowReader, seen: Set<string>): void {
  const single = office.role === 'branch-secretary';
  const key = JSON.stringify([office.role, office.bodyKind, office.bodyCode, single ? '' : office.personCode]);
  if (seen.has(key)) at.say('personCode', 'duplicate', single ? '一个党支部只能有一名书记' : '岗位与人员重复');
  seen.add(key);
}

function checkBranchMember(office: RosterOffice, person: RosterPerson, { at, column }: Cell): void {
  if (office.bodyKind !== 'branch' || office.bodyCode === '' || person.branchCode === office.bodyCode) return;
  at.say(column, 'not-a-member', `${quote(person.name)}不是该党支部党员`);
}

function checkExclusion(
  { role, person }: { readonly role: Role; readonly person: RosterPerson },
  held: Map<string, Role[]>,
  { at, column }: Cell,
): void {
  const roles = held.get(person.code) ?? [];
  const other = roles.find((one) => exclusiveWith(role).includes(one));
  if (other) {
    const names = `${ROLE_DEFINITIONS[other].zh}与${ROLE_DEFINITIONS[role].zh}`;
    at.say(column, 'roles-excluded', `${quote(person.name)}不能兼任${names}`);
  }
  held.set(person.code, [...roles, role]);
}

function checkAssessors(roster: PlacedRoster): void {
  const people = byCode(roster.people);
  const pools = new Map<string, Set<string>>();
  for (const { value } of roster.offices) {
    if (value.role !== 'assessor' || value.bodyKind !== 'organisation' || !people.has(value.personCode)) continue;
    pools.set(value.bodyCode, (pools.get(value.bodyCode) ?? new Set()).add(value.personCode));
  }
  const branches = new Map<string, RosterBranch[]>();
  for (const { value } of roster.branches) {
    const siblings = branches.get(value.organisationCode);
    if (siblings) siblings.push(value);
    else branches.set(value.organisationCode, [value]);
  }
  for (const { value, at } of roster.organisations) {
    const pool = [...(pools.get(value.code) ?? []), ...(pools.get(value.parentCode ?? '') ?? [])];
    const short = (branches.get(value.code) ?? []).filter(
      ({ code }) => new Set(pool.filter((person) => people.get(person)?.branchCode !== code)).size < ASSESSORS_NEEDED,
    );
    if (short.length === 0) continue;
    const names = short.slice(0, 3).map(({ name, code }) => quote(name || code));
    const message = `${short.length} 个党支部没有 ${ASSESSORS_NEEDED} 名非本支部党员的评估人员：${names.join('、')}`;
    at.say('code', 'too-few-assessors', message);
  }
}

function resolve<T>({ at, column }: Cell, code: string, known: ReadonlyMap<string, T>): T | undefined {
  if (code === '') return undefined;
  const found = known.get(code);
  if (found === undefined) at.say(column, 'unknown-reference', `编号${quote(code)}不存在`);
  return found;
}

/** The entities by code; a code that repeats, also in other letter case or width, is a fault of the later row. */
function unique<T extends { readonly code: string }>(rows: readonly Placed<T>[]): ReadonlyMap<string, T> {
  const lines = new Map<string, number>();
  for (const { value, at } of rows) {
    if (value.code === '') continue;
    const folded = foldCode(value.code);
    const first = lines.get(folded);
    if (first === undefined) lines.set(folded, at.row.line);
    else at.say('code', 'duplicate', `编号${quote(value.code)}与第 ${first} 行重复`);
  }
  return byCode(rows);
}

function byCode<T extends { readonly code: string }>(rows: readonly Placed<T>[]): ReadonlyMap<string, T> {
  return new Map(rows.filter(({ value }) => value.code !== '').map(({ value }) => [value.code, value]));
}

function tally(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function postOf(role: Role, bodyKind: BodyKind, bodyCode: string): string {
  return `${role} ${bodyKind} ${bodyCode}`;
}
