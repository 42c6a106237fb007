import type { EntityManager } from 'typeorm';
import type { CivilDate } from '@app/domain';
import { addCounted, type Counted, countedRoundOf, fewCounted } from '../counted.queries';
import { addScope, type Scope } from '../scope.queries';
import { addSearch, Conditions, type Listed, type PageRequest, readPage } from '../select';

interface Asked {
  readonly campaignId: string;
  readonly scope: Scope;
  readonly page: PageRequest;
  /** What a code begins with, or a name holds. */
  readonly q?: string | undefined;
  /** Only what was valid on this day. */
  readonly asOf?: CivilDate | undefined;
}

/** Narrows a list to the rows of the roster that were valid on a day; of one that ended, its last day is still one. */
export function addAsOf(where: Conditions, alias: string, day: CivilDate | undefined): void {
  if (day === undefined) return;
  where.add(`${alias}.valid_from <= ? AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ?)`, day, day);
}

export interface AreaLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** One page of the areas that hold something of the asker's scope, in the order of their codes. */
export async function listAreas(m: EntityManager, { campaignId, scope, page }: Asked): Promise<Listed<AreaLine>> {
  const where = new Conditions().equal('a.campaign_id', campaignId);
  if (scope.kind !== 'all') {
    const held = new Conditions().add('o.area_id = a.id');
    addScope(held, scope, { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' });
    where.add(
      `EXISTS (SELECT 1 FROM organisations o LEFT JOIN branches b ON b.organisation_id = o.id WHERE ${held.sql})`,
      ...held.parameters,
    );
  }
  return readPage<AreaLine>(m, {
    columns: 'a.id, a.code, a.name, a.valid_from AS validFrom, a.valid_to AS validTo',
    from: 'areas a',
    where,
    sort: { keys: [{ sql: 'a.code' }, { sql: 'a.id' }] },
    page,
  });
}

export interface OrganisationLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly areaId: string;
  readonly parentId: string | null;
  readonly unitName: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** One page of organisations in the order of their codes. */
export async function listOrganisations(m: EntityManager, asked: Asked): Promise<Listed<OrganisationLine>> {
  const { campaignId, scope, page } = asked;
  const where = new Conditions().equal('o.campaign_id', campaignId);
  addSearch(where, asked.q, 'o.search_text');
  addAsOf(where, 'o', asked.asOf);
  addScope(where, scope, { area: 'o.area_id', organisation: 'o.id', branch: null });
  return readPage<OrganisationLine>(m, {
    columns: `o.id, o.code, o.name, o.kind, o.area_id AS areaId, o.parent_id AS parentId, o.unit_name AS unitName,
      o.valid_from AS validFrom, o.valid_to AS validTo`,
    from: 'organisations o',
    where,
    sort: { keys: [{ sql: 'o.code' }, { sql: 'o.id' }] },
    page,
  });
}

export interface BranchLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
  readonly foundedOn: CivilDate;
  readonly members: number;
  readonly masses: number;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** One page of branches in the order of their codes; `counted`: those behind a count of a round's overview. */
export async function listBranches(
  m: EntityManager,
  asked: Asked & {
    readonly organisationId?: string | undefined;
    readonly areaId?: string | undefined;
    readonly counted?: { readonly by: Counted; readonly year: number } | undefined;
  },
): Promise<Listed<BranchLine>> {
  const { campaignId, scope, page, counted } = asked;
  const where = new Conditions()
    .equal('b.campaign_id', campaignId)
    .equal('b.organisation_id', asked.organisationId)
    .equal('o.area_id', asked.areaId);
  if (counted) {
    const round = await countedRoundOf(m, campaignId, counted.year);
    addCounted(where, counted.by, round);
    const few = await fewCounted(m, counted.by, round);
    if (few) where.among('b.id', few);
  }
  addSearch(where, asked.q, 'b.search_text');
  addAsOf(where, 'b', asked.asOf);
  addScope(where, scope, { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' });
  // read in the order of their codes, where not only those of some organisations are sought
  const isOfAll = scope.kind === 'all' && !asked.organisationId && !asked.areaId;
  return readPage<BranchLine>(m, {
    columns: `b.id, b.code, b.name, b.organisation_id AS organisationId, b.founded_on AS foundedOn, b.members, b.masses,
      b.valid_from AS validFrom, b.valid_to AS validTo`,
    from: `branches b ${isOfAll ? 'STRAIGHT_JOIN' : 'JOIN'} organisations o ON o.id = b.organisation_id`,
    where,
    sort: { keys: [{ sql: 'b.code' }, { sql: 'b.id' }] },
    page,
  });
}

export interface PersonLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** One page of the people who hold an office, or are members, within the asker's scope; `branchId`: the members of that branch. */
export async function listPeople(
  m: EntityManager,
  asked: Asked & { readonly branchId?: string | undefined },
): Promise<Listed<PersonLine>> {
  const { campaignId, scope, page, branchId, asOf } = asked;
  const where = new Conditions().equal('p.campaign_id', campaignId);
  addSearch(where, asked.q, 'p.search_text');
  addAsOf(where, 'p', asOf);
  if (branchId !== undefined) {
    const member = new Conditions().add('s.person_id = p.id').equal('s.branch_id', branchId);
    if (asOf === undefined) member.add('s.valid_to IS NULL');
    addAsOf(member, 's', asOf);
    addScope(member, scope, { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' });
    where.add(
      `EXISTS (SELECT 1 FROM memberships s JOIN branches b ON b.id = s.branch_id
          JOIN organisations o ON o.id = b.organisation_id WHERE ${member.sql})`,
      ...member.parameters,
    );
  } else if (scope.kind !== 'all') {
    const office = new Conditions().add('f.person_id = p.id').add('f.valid_to IS NULL');
    addScope(office, scope, {
      area: "(CASE f.body_kind WHEN 'area' THEN f.body_id ELSE o.area_id END)",
      organisation: "(CASE f.body_kind WHEN 'branch' THEN b.organisation_id ELSE f.body_id END)",
      branch: 'f.body_id',
    });
    const member = new Conditions().add('s.person_id = p.id').add('s.valid_to IS NULL');
    addScope(member, scope, { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' });
    where.add(
      `(EXISTS (SELECT 1 FROM offices f LEFT JOIN branches b ON b.id = f.body_id
          LEFT JOIN organisations o ON o.id = COALESCE(b.organisation_id, f.body_id) WHERE ${office.sql})
        OR EXISTS (SELECT 1 FROM memberships s JOIN branches b ON b.id = s.branch_id
          JOIN organisations o ON o.id = b.organisation_id WHERE ${member.sql}))`,
      ...office.parameters,
      ...member.parameters,
    );
  }
  return readPage<PersonLine>(m, {
    columns: 'p.id, p.code, p.name',
    from: 'people p',
    where,
    sort: { keys: [{ sql: 'p.code' }, { sql: 'p.id' }] },
    page,
  });
}
