import type { OfficeRef } from '../process/decision';
import { COMMITTEE_OFFICE, type Office, RECORDER_OFFICE, SUPERIOR_OFFICE } from '../process/offices';
import type { Step } from '../process/process';

/** Who acts in an organisation's year. */
export const ORGANISATION_OFFICES = {
  superior: SUPERIOR_OFFICE,
  recorder: RECORDER_OFFICE,
  committee: COMMITTEE_OFFICE,
} as const satisfies Readonly<
  Record<string, Office<{ readonly organisationId: string; readonly campaignId: string; readonly superior: OfficeRef }>>
>;

export type OrganisationOffice = keyof typeof ORGANISATION_OFFICES;

const PLAN = { phase: 'plan', clause: '三.2' } as const;
const ASSESSMENT = { phase: 'assessment', clause: '三.4' } as const;

/** The steps of an organisation's year (苏委工〔2020〕6号 三.2, 三.4). */
export const ORGANISATION_STEP_TABLE = {
  opening: { phase: 'plan', clause: null, by: null, otherwise: 'waits', zh: '启动', en: 'opening' },
  planning: {
    ...PLAN,
    by: 'superior',
    otherwise: 'escalated',
    dates: { own: ['correction', 'organisation-plan'] },
    zh: '制定年度计划',
    en: 'planning the year',
  },
  assessing: {
    ...ASSESSMENT,
    by: 'superior',
    otherwise: 'escalated',
    dates: { own: ['assessment'] },
    zh: '对标评估',
    en: 'under assessment',
  },
  deciding: {
    ...ASSESSMENT,
    by: 'recorder',
    otherwise: 'escalated',
    dates: { own: ['decision'] },
    zh: '党组（党委）研究',
    en: 'before the party group',
  },
  filing: {
    ...ASSESSMENT,
    by: 'superior',
    otherwise: 'escalated',
    dates: { own: ['correction', 'filing'] },
    zh: '待报备案',
    en: 'to be filed',
  },
  registering: {
    ...ASSESSMENT,
    by: 'committee',
    otherwise: 'expires',
    dates: { own: ['registration'] },
    zh: '待登记备案',
    en: 'to be registered',
  },
  registered: { phase: 'spot-check', clause: '三.4', by: null, otherwise: 'waits', zh: '已登记备案', en: 'registered' },
  closed: { phase: 'closed', clause: null, by: null, otherwise: 'over', zh: '已结束', en: 'closed' },
} as const satisfies Readonly<Record<string, Step<OrganisationOffice>>>;

export type OrganisationStep = keyof typeof ORGANISATION_STEP_TABLE;
