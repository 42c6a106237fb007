import type { EntityManager } from 'typeorm';
import type { CivilDate } from '@app/domain';
import { marks, select } from './select';
import type { MembershipEntity, OfficeEntity } from '../tables/organisation.entity';

/** By what a person belongs to a branch: as its member, or as holder of an office in it or as his deputy. */
const TIES = [
  { table: 'memberships', branch: 'branch_id', person: 'person_id', also: '' },
  { table: 'offices', branch: 'body_id', person: 'person_id', also: ` AND body_kind = 'branch'` },
  { table: 'offices', branch: 'body_id', person: 'deputy_id', also: ` AND body_kind = 'branch'` },
] as const;

/** Whether a person belongs to a branch now: nobody assesses his own. */
export async function isOfBranch(m: EntityManager, personId: string, branchId: string): Promise<boolean> {
  return (await belonging(m, { person: personId, branch: branchId })).length > 0;
}

/** The branches to which a person belongs now. */
export async function branchesOf(m: EntityManager, personId: string): Promise<ReadonlySet<string>> {
  return new Set((await belonging(m, { person: personId })).map(({ branchId }) => branchId));
}

/** Who belongs to a branch now. */
export async function personsOf(m: EntityManager, branchId: string): Promise<string[]> {
  return (await belonging(m, { branch: branchId })).map(({ personId }) => personId);
}

/** Which of these persons are or were of an organisation, of the one above it, or of one of their branches: by office, as deputy, as member. */
export async function personsOfOrganisation(
  m: EntityManager,
  organisationId: string,
  persons: readonly string[],
): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return new Set();
  const bodies = `SELECT id FROM organisations WHERE id IN (${ABOVE}) UNION SELECT id FROM branches WHERE organisation_id IN (${ABOVE})`;
  const rows = await select<{ personId: string }>(
    m,
    `SELECT person_id AS personId FROM memberships WHERE person_id IN (${marks(persons)}) AND branch_id IN (${bodies})
     UNION SELECT person_id FROM offices WHERE person_id IN (${marks(persons)}) AND body_id IN (${bodies})
     UNION SELECT deputy_id FROM offices WHERE deputy_id IN (${marks(persons)}) AND body_id IN (${bodies})`,
    [0, 1, 2].flatMap(() => [...persons, ...Array<string>(4).fill(organisationId)]),
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** An organisation and the one above it. */
const ABOVE = 'SELECT ? UNION SELECT parent_id FROM organisations WHERE id = ? AND parent_id IS NOT NULL';

/** Who belonged to a branch on a day, of these rows; on the last day of a membership or office its holder may have gone already. */
export function personsThen(
  {
    memberships,
    offices,
  }: { readonly memberships: readonly MembershipEntity[]; readonly offices: readonly OfficeEntity[] },
  branchId: string,
  date: CivilDate,
): string[] {
  const held = <R extends { readonly validFrom: string; readonly validTo: string | null }>(rows: readonly R[]) =>
    rows.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || validTo > date));
  return [
    ...held(memberships.filter((row) => row.branchId === branchId)).map(({ personId }) => personId),
    ...held(offices.filter(({ bodyKind, bodyId }) => bodyKind === 'branch' && bodyId === branchId)).flatMap(
      ({ personId, deputyId }) => (deputyId ? [personId, deputyId] : [personId]),
    ),
  ];
}

async function belonging(
  m: EntityManager,
  asked: { readonly person?: string; readonly branch?: string },
): Promise<{ branchId: string; personId: string }[]> {
  const sides = (['person', 'branch'] as const).filter((side) => asked[side] !== undefined);
  const ties = TIES.map(
    (tie) => `SELECT ${tie.branch} AS branchId, ${tie.person} AS personId FROM ${tie.table}
      WHERE valid_to IS NULL AND ${tie.person} IS NOT NULL${tie.also} AND ${sides.map((side) => `${tie[side]} = ?`).join(' AND ')}`,
  );
  const parameters = sides.map((side) => asked[side]);
  return m.query(
    ties.join(' UNION '),
    TIES.flatMap(() => parameters),
  );
}
