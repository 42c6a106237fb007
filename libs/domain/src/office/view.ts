import type { HeldOffice } from './permissions';
import { type BodyKind, type Role, ROLE_DEFINITIONS } from './roles';

/** So many views one person keeps in a campaign. */
export const MOST_VIEWS = 100;

/** With whom a view is shared: every holder of a role, or only those in one body. */
export interface ViewShare {
  readonly role: Role;
  readonly bodyKind: BodyKind | null;
  readonly bodyId: string | null;
}

/** Whether one of these offices is meant. */
export function isSharedWith(shared: ViewShare | null, offices: readonly HeldOffice[]): boolean {
  return (
    shared !== null &&
    offices.some(({ role, bodyId }) => role === shared.role && (shared.bodyId === null || shared.bodyId === bodyId))
  );
}

/** Whether who holds these offices may share with them: anybody with his own, the committee's business offices with all. */
export function mayShareWith(shared: ViewShare, offices: readonly HeldOffice[]): boolean {
  const isCommittee = ({ bodyKind, role }: HeldOffice) =>
    bodyKind === 'committee' && !ROLE_DEFINITIONS[role].administrator;
  return offices.some(isCommittee) || isSharedWith(shared, offices);
}
