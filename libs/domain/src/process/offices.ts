import { COMMITTEE, SECRETARY, SUPERIOR, superiorsOf } from '../office/role-groups';
import type { Role } from '../office/roles';
import type { Words } from '../words';
import { branchSecretary, committeeOfficer, type OfficeRef } from './decision';

/** An office as a process knows it: the post it waits for, and the roles from which it takes a command. */
export interface Office<T> extends Words {
  postIn(this: void, setting: T): OfficeRef;
  /** Every role that holds it in some run. */
  readonly roles: readonly Role[];
  /** Those that hold it in this one, where not all. */
  rolesIn?(this: void, setting: T): readonly Role[];
}

export const SECRETARY_OFFICE: Office<{ readonly branchId: string }> = {
  zh: '党支部书记',
  en: 'branch secretary',
  postIn: ({ branchId }) => branchSecretary(branchId),
  roles: SECRETARY,
};

/** The office one level up: of a 直属党支部 the committee's officer. */
export const SUPERIOR_OFFICE: Office<{ readonly superior: OfficeRef }> = {
  zh: '上级（机关党组织；直属党支部为工委）',
  en: 'superior',
  postIn: ({ superior }) => superior,
  roles: SUPERIOR,
  rolesIn: ({ superior }) => superiorsOf(superior.role === 'committee-officer'),
};

export const ASSESSOR_OFFICE: Office<{ readonly organisationId: string }> = {
  zh: '评估人',
  en: 'assessor',
  postIn: ({ organisationId }) => ({ role: 'assessor', bodyKind: 'organisation', bodyId: organisationId }),
  roles: ['assessor'],
};

export const RECORDER_OFFICE: Office<{ readonly organisationId: string }> = {
  zh: '党组（党委）',
  en: 'party group',
  postIn: ({ organisationId }) => ({ role: 'party-group-recorder', bodyKind: 'organisation', bodyId: organisationId }),
  roles: ['party-group-recorder'],
};

export const COMMITTEE_OFFICE: Office<{ readonly campaignId: string }> = {
  zh: '工委',
  en: 'committee',
  postIn: ({ campaignId }) => committeeOfficer(campaignId),
  roles: COMMITTEE,
};
