import type { EntityManager } from 'typeorm';
import type { HeldOffice, OfficeRef, Role } from '@app/domain';

/** One person to be told, in the office he holds. */
export interface Addressee {
  readonly personId: string;
  readonly office: Role;
}

/** The persons who hold an office now, deputies included. */
export async function holdersOf(m: EntityManager, office: OfficeKey): Promise<readonly Addressee[]> {
  return (await holdersOfAll(m, [office])).get(officeKey(office)) ?? [];
}

/** The holders, deputies included, of many offices in one query; each person once in an office. */
export async function holdersOfAll(
  m: EntityManager,
  offices: readonly OfficeKey[],
): Promise<Map<string, readonly Addressee[]>> {
  const bodies = [...new Set(offices.map(({ bodyId }) => bodyId))];
  const roles = [...new Set(offices.map(({ role }) => role))];
  if (bodies.length === 0) return new Map();
  const rows = await m.query<(OfficeKey & { personId: string; deputyId: string | null })[]>(
    `SELECT role, body_id AS bodyId, person_id AS personId, deputy_id AS deputyId FROM offices
      WHERE body_id IN (?) AND role IN (?) AND valid_to IS NULL ORDER BY id`,
    [bodies, roles],
  );
  const persons = new Map<string, Set<string>>();
  for (const { personId, deputyId, ...office } of rows) {
    const known = persons.get(officeKey(office)) ?? new Set();
    persons.set(officeKey(office), known.add(personId));
    if (deputyId) known.add(deputyId);
  }
  return new Map(
    offices.map((office) => [
      officeKey(office),
      [...(persons.get(officeKey(office)) ?? [])].map((personId) => ({ personId, office: office.role })),
    ]),
  );
}

/** The offices that a person holds now, as a deputy too, and the branches whose member he is. */
export async function officesHeldBy(
  m: EntityManager,
  { personId, campaignId }: { readonly personId: string; readonly campaignId: string | null },
): Promise<{ readonly offices: (HeldOffice & { readonly id: string })[]; readonly branchIds: string[] }> {
  type Held = Omit<HeldOffice, 'role'> & { readonly id: string; readonly role: Role | null };
  const held = await m.query<Held[]>(
    `SELECT id, campaign_id AS campaignId, role, body_kind AS bodyKind, body_id AS bodyId
       FROM offices WHERE person_id = ? AND valid_to IS NULL
      UNION
     SELECT id, campaign_id, role, body_kind, body_id
       FROM offices WHERE campaign_id = ? AND deputy_id = ? AND valid_to IS NULL
      UNION
     SELECT id, campaign_id, NULL, 'branch', branch_id
       FROM memberships WHERE person_id = ? AND valid_to IS NULL ORDER BY id`,
    [personId, campaignId, personId, personId],
  );
  return {
    offices: held.flatMap(({ role, ...office }) => (role === null ? [] : [{ ...office, role }])),
    branchIds: held.flatMap(({ role, bodyId }) => (role === null ? [bodyId] : [])),
  };
}

/** The names of who holds an office now, deputies included, in the order of their codes; without those who are barred. */
export async function holderNames(
  m: EntityManager,
  office: OfficeKey,
  barred: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const holders = (await holdersOf(m, office)).filter(({ personId }) => !barred.has(personId));
  if (holders.length === 0) return [];
  const rows = await m.query<{ name: string }[]>('SELECT name FROM people WHERE id IN (?) ORDER BY code', [
    holders.map(({ personId }) => personId),
  ]);
  return rows.map(({ name }) => name);
}

/** Key of an office in `holdersOfAll`. */
export function officeKey({ role, bodyId }: OfficeKey): string {
  return `${role}/${bodyId}`;
}

type OfficeKey = Pick<OfficeRef, 'role' | 'bodyId'>;
