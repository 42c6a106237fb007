import { type Role, ROLE_DEFINITIONS, ROLES } from './roles';

/** Every office that does the work itself, and none of the administrators. */
export const BUSINESS = ROLES.filter((role) => !ROLE_DEFINITIONS[role].administrator);
export const COMMITTEE: readonly Role[] = ['committee-officer'];
export const ORGANISATION: readonly Role[] = ['organisation-officer', 'organisation-secretary'];
/** The office one level above a branch; for a 直属党支部 that is the committee's officer. */
export const SUPERIOR: readonly Role[] = [...ORGANISATION, ...COMMITTEE];
/** Those that are the office above a branch or organisation in this place, by whether it is a 直属党支部. */
export function superiorsOf(direct: boolean): readonly Role[] {
  return direct ? COMMITTEE : ORGANISATION;
}
export const SECRETARY: readonly Role[] = ['branch-secretary'];
/** The offices of a branch. */
export const BRANCH: readonly Role[] = ['branch-secretary', 'branch-committee-member'];
/** Who may look again at a drawn branch. */
export const RECHECKERS: readonly Role[] = ['assessor', 'area-liaison', 'committee-officer'];
/** Who may have the record verified and reads what was found; it changes nothing of the business. */
export const VERIFIERS: readonly Role[] = [
  'inspector',
  'committee-officer',
  'audit-administrator',
  'system-administrator',
];
/** Who sees more than one branch. */
export const WHOLE_VIEW = BUSINESS.filter((role) => !BRANCH.includes(role));
/** Whose tasks a role sees beside its own: the secretary of an organisation those of its officers, for they are his to see done. */
export const SEES_TASKS_OF: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'organisation-secretary': ['organisation-officer'],
};
