import type { BodyKind, Role } from '../office/roles';
import type { OrganisationKind } from './roster-layout';
import type { CivilDate } from '../time/time';

/** 党建片: a group of organisations. */
export interface RosterArea {
  readonly code: string;
  readonly name: string;
}

/** 机关党组织; a 直属党支部 is an organisation with exactly one branch, itself. */
export interface RosterOrganisation {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string;
  /** The 机关党委 above a 党总支. */
  readonly parentCode?: string;
  /** 部门单位 whose party group decides. */
  readonly unitName: string;
}

/** 党支部, with the sizes that the ballot counts against. */
export interface RosterBranch {
  readonly code: string;
  readonly name: string;
  readonly organisationCode: string;
  readonly foundedOn: CivilDate;
  readonly members: number;
  readonly masses: number;
}

/** A person; `branchCode` is the branch he is a member of, which he never assesses. */
export interface RosterPerson {
  readonly code: string;
  readonly name: string;
  readonly organisationCode?: string;
  readonly branchCode?: string;
}

/** A post in a body, held by a person, perhaps with a deputy. */
export interface RosterOffice {
  readonly role: Role;
  readonly bodyKind: BodyKind;
  /** COMMITTEE_CODE for the committee itself. */
  readonly bodyCode: string;
  readonly personCode: string;
  readonly deputyCode?: string;
}

/** Everything a campaign starts with: bodies, people, offices; every code in it resolves. */
export interface Roster {
  readonly areas: readonly RosterArea[];
  readonly organisations: readonly RosterOrganisation[];
  readonly branches: readonly RosterBranch[];
  readonly people: readonly RosterPerson[];
  readonly offices: readonly RosterOffice[];
}
