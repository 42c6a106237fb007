import type { EntityManager } from 'typeorm';
import type { CivilDate, OfficeRef } from '@app/domain';
import { marks, select } from './select';

/** An office that a person holds, himself or as deputy. */
export interface OfficeHeld extends OfficeRef {
  readonly officeId: string;
  readonly campaignId: string;
  readonly asDeputy: boolean;
}

/** A person as lists name him. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
}

interface HolderRow extends Pick<OfficeRef, 'bodyId' | 'role'>, NamedPerson {
  readonly deputyId: string | null;
  readonly deputyName: string | null;
}

const VALID = (table: string) => `${table}.valid_from <= ? AND (${table}.valid_to IS NULL OR ${table}.valid_to >= ?)`;

/** The offices a person holds on a day, deputies' included. */
export async function officesOf(m: EntityManager, personId: string, on: CivilDate): Promise<OfficeHeld[]> {
  const columns = `o.id AS officeId, o.campaign_id AS campaignId, o.role, o.body_kind AS bodyKind, o.body_id AS bodyId,
                   (o.person_id <> ?) AS asDeputy`;
  const rows = await select<Omit<OfficeHeld, 'asDeputy'> & { asDeputy: number | string }>(
    m,
    `SELECT ${columns} FROM offices o WHERE (o.person_id = ? OR o.deputy_id = ?) AND ${VALID('o')} ORDER BY o.id`,
    [personId, personId, personId, on, on],
  );
  return rows.map((row) => ({ ...row, asDeputy: Number(row.asDeputy) === 1 }));
}

/** Who holds each of these offices on a day, by the key that `heldKey` makes. */
export async function holdersByOffice(
  m: EntityManager,
  offices: readonly Pick<OfficeRef, 'bodyId' | 'role'>[],
  on: CivilDate,
): Promise<Map<string, NamedPerson[]>> {
  const bodies = [...new Set(offices.map(({ bodyId }) => bodyId))];
  const roles = [...new Set(offices.map(({ role }) => role))];
  const holders = new Map<string, NamedPerson[]>();
  if (bodies.length === 0) return holders;
  const rows = await select<HolderRow>(
    m,
    `SELECT o.body_id AS bodyId, o.role, p.id AS personId, p.name, d.id AS deputyId, d.name AS deputyName
       FROM offices o JOIN people p ON p.id = o.person_id LEFT JOIN people d ON d.id = o.deputy_id
      WHERE o.body_id IN (${marks(bodies)}) AND o.role IN (${marks(roles)}) AND ${VALID('o')} ORDER BY o.id`,
    [...bodies, ...roles, on, on],
  );
  for (const { personId, name, deputyId, deputyName, ...office } of rows) {
    const persons = holders.get(heldKey(office)) ?? [];
    const named = [{ personId, name }, ...(deputyId === null ? [] : [{ personId: deputyId, name: deputyName ?? '' }])];
    persons.push(...named.filter((person) => !persons.some((known) => known.personId === person.personId)));
    holders.set(heldKey(office), persons);
  }
  return holders;
}

/** The key of an office in the answer of `holdersByOffice`. */
export function heldKey({ bodyId, role }: Pick<OfficeRef, 'bodyId' | 'role'>): string {
  return `${bodyId}/${role}`;
}
