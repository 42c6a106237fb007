/** The bodies an office can belong to. */
export const BODY_KINDS = ['committee', 'area', 'organisation', 'branch'] as const;

export type BodyKind = (typeof BODY_KINDS)[number];

/** What an office lets its holder do; the scope comes from the body the office belongs to. */
export type Role =
  | 'committee-officer'
  | 'committee-leader'
  | 'area-liaison'
  | 'organisation-secretary'
  | 'organisation-officer'
  | 'party-group-recorder'
  | 'assessor'
  | 'branch-secretary'
  | 'branch-committee-member'
  | 'inspector'
  | 'system-administrator'
  | 'security-administrator'
  | 'audit-administrator';

/** How a role is called, where it can stand, and whether it administers instead of doing the business. */
export interface RoleDefinition {
  readonly zh: string;
  readonly en: string;
  readonly bodies: readonly BodyKind[];
  readonly administrator: boolean;
}

/** Every role once; a committee leader whose body is an area is that area's leader (片区领导). */
export const ROLE_DEFINITIONS: Readonly<Record<Role, RoleDefinition>> = {
  'committee-officer': business('工委工作人员', 'committee officer', 'committee'),
  'committee-leader': business('工委领导', 'committee leader', 'committee', 'area'),
  'area-liaison': business('党建片联络员', 'area liaison', 'area'),
  'organisation-secretary': business('机关党组织书记', 'organisation secretary', 'organisation'),
  'organisation-officer': business('机关党组织工作人员', 'organisation officer', 'organisation'),
  'party-group-recorder': business('党组（党委）记录人员', 'party group recorder', 'organisation'),
  assessor: business('评估人员', 'assessor', 'organisation', 'committee'),
  'branch-secretary': business('党支部书记', 'branch secretary', 'branch'),
  'branch-committee-member': business('党支部委员', 'branch committee member', 'branch'),
  inspector: business('巡察审计查阅人员', 'inspector', 'committee', 'area', 'organisation'),
  'system-administrator': administrator('系统管理员', 'system administrator'),
  'security-administrator': administrator('安全管理员', 'security administrator'),
  'audit-administrator': administrator('审计管理员', 'audit administrator'),
};

/** Every role, in the order in which they are shown. */
export const ROLES: readonly Role[] = Object.keys(ROLE_DEFINITIONS) as Role[];

/** The roles that nobody who holds `role` may hold too: the three administrators exclude each other and all business. */
export function exclusiveWith(role: Role): readonly Role[] {
  const excludesAll = ROLE_DEFINITIONS[role].administrator;
  return ROLES.filter((other) => other !== role && (excludesAll || ROLE_DEFINITIONS[other].administrator));
}

function business(zh: string, en: string, ...bodies: BodyKind[]): RoleDefinition {
  return { zh, en, bodies, administrator: false };
}

function administrator(zh: string, en: string): RoleDefinition {
  return { zh, en, bodies: ['committee'], administrator: true };
}
