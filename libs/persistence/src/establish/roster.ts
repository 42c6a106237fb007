import type { EntityManager } from 'typeorm';
import { type CivilDate, DomainError, type Roster, type RosterOffice } from '@app/domain';
import { digestOf } from '../record/digest';
import { appendEvent, readStream } from '../record/event-log';
import { idOf } from '../record/ids';
import { importedEvent, insertRows, type OwningCampaign, type Written } from '../record/imported-event';
import { searchTextOf } from '../read/search-text';

/** What came in. */
export interface ImportedRoster {
  readonly digest: string;
  readonly counts: Readonly<Record<keyof Roster, number>>;
  readonly isNew: boolean;
}

/** The ids of a roster's entries: from the campaign and the code alone, so that a second import finds its own rows. */
export const rosterIds = (campaignId: string) => ({
  area: (code: string) => idOf(campaignId, 'area', code),
  organisation: (code: string) => idOf(campaignId, 'organisation', code),
  branch: (code: string) => idOf(campaignId, 'branch', code),
  person: (code: string) => idOf(campaignId, 'person', code),
  membership: (person: string, branch: string) => idOf(campaignId, 'membership', person, branch),
  office: ({ role, bodyKind, bodyCode, personCode }: RosterOffice) =>
    idOf(campaignId, 'office', role, bodyKind, bodyCode, personCode),
  body: ({ bodyKind, bodyCode }: RosterOffice) =>
    bodyKind === 'committee' ? campaignId : idOf(campaignId, bodyKind, bodyCode),
});

/**
 * Writes a checked roster as the bodies, people and offices of a campaign, with one event that names its digest and
 * counts. The same roster again changes nothing; another one is refused (`already-exists`).
 */
export async function importRoster(
  m: EntityManager,
  {
    campaign,
    roster,
    validFrom,
  }: {
    readonly campaign: OwningCampaign;
    readonly roster: Roster;
    readonly validFrom: CivilDate;
  },
  written: Written,
): Promise<ImportedRoster> {
  const { campaignId, campaignKey } = campaign;
  const digest = digestOf(roster);
  const counts = rosterCounts(roster);
  await m.query('SELECT id FROM campaigns WHERE id = ? FOR UPDATE', [campaignId]);
  const stream = `roster:${campaignKey}`;
  const [first] = await readStream(m, stream);
  if (first) {
    const imported = (first.payload as { digest: string }).digest;
    if (imported === digest) return { digest, counts, isNew: false };
    throw new DomainError('already-exists', `${campaignKey} 已经导入过另一份名册`, { digest, imported });
  }
  await insertBodies(m, { campaign, roster, validFrom });
  await insertPeople(m, { campaign, roster, validFrom });
  const payload = { digest, counts, validFrom };
  const event = { stream, type: 'roster-imported' as const, operationKey: `roster/${digest}`, payload };
  await appendEvent(m, importedEvent(event, written, campaign));
  return { digest, counts, isNew: true };
}

/** How many entries each table of a roster has. */
export function rosterCounts(roster: Roster): ImportedRoster['counts'] {
  return {
    areas: roster.areas.length,
    organisations: roster.organisations.length,
    branches: roster.branches.length,
    people: roster.people.length,
    offices: roster.offices.length,
  };
}

interface Import {
  readonly campaign: OwningCampaign;
  readonly roster: Roster;
  readonly validFrom: CivilDate;
}

const COMMON = ['id', 'campaign_id', 'programme_version', 'valid_from'];

async function insertBodies(m: EntityManager, { campaign, roster, validFrom }: Import): Promise<void> {
  const { campaignId, programmeVersion } = campaign;
  const ids = rosterIds(campaignId);
  const common = (id: string, from = validFrom) => [id, campaignId, programmeVersion, from];
  await insertRows(m, {
    table: 'areas',
    columns: [...COMMON, 'code', 'name'],
    rows: roster.areas.map(({ code, name }) => [...common(ids.area(code)), code, name]),
  });
  await insertRows(m, {
    table: 'organisations',
    columns: [...COMMON, 'code', 'name', 'search_text', 'kind', 'area_id', 'parent_id', 'unit_name'],
    rows: roster.organisations.map(({ code, name, kind, areaCode, parentCode, unitName }) => [
      ...common(ids.organisation(code)),
      code,
      name,
      searchTextOf(code, name),
      kind,
      ids.area(areaCode),
      parentCode === undefined ? null : ids.organisation(parentCode),
      unitName,
    ]),
  });
  await insertRows(m, {
    table: 'branches',
    columns: [...COMMON, 'code', 'name', 'search_text', 'organisation_id', 'founded_on', 'members', 'masses'],
    rows: roster.branches.map(({ code, name, organisationCode, foundedOn, members, masses }) => [
      ...common(ids.branch(code), foundedOn > validFrom ? foundedOn : validFrom),
      code,
      name,
      searchTextOf(code, name),
      ids.organisation(organisationCode),
      foundedOn,
      members,
      masses,
    ]),
  });
}

async function insertPeople(m: EntityManager, { campaign, roster, validFrom }: Import): Promise<void> {
  const { campaignId, programmeVersion } = campaign;
  const ids = rosterIds(campaignId);
  const common = (id: string) => [id, campaignId, programmeVersion, validFrom];
  await insertRows(m, {
    table: 'people',
    columns: [...COMMON, 'code', 'name', 'search_text'],
    rows: roster.people.map(({ code, name }) => [...common(ids.person(code)), code, name, searchTextOf(code, name)]),
  });
  await insertRows(m, {
    table: 'memberships',
    columns: [...COMMON, 'person_id', 'branch_id'],
    rows: roster.people.flatMap(({ code, branchCode }) =>
      branchCode === undefined
        ? []
        : [[...common(ids.membership(code, branchCode)), ids.person(code), ids.branch(branchCode)]],
    ),
  });
  await insertRows(m, {
    table: 'offices',
    columns: [...COMMON, 'role', 'body_kind', 'body_id', 'person_id', 'deputy_id'],
    rows: roster.offices.map((office) => [
      ...common(ids.office(office)),
      office.role,
      office.bodyKind,
      ids.body(office),
      ids.person(office.personCode),
      office.deputyCode === undefined ? null : ids.person(office.deputyCode),
    ]),
  });
}
