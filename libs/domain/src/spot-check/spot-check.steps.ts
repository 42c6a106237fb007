import { RECHECKERS } from '../office/role-groups';
import { COMMITTEE_OFFICE, type Office } from '../process/offices';
import type { Step } from '../process/process';

/** The result of a recheck is entered by its assessor, the area's liaison or an officer, and taken back by them. */
const RECHECKER_OFFICE: Office<{ readonly campaignId: string }> = {
  zh: '复核人',
  en: 'rechecker',
  postIn: COMMITTEE_OFFICE.postIn,
  roles: RECHECKERS,
};

/** Who acts in a spot check. */
export const SPOT_CHECK_OFFICES = { committee: COMMITTEE_OFFICE, rechecker: RECHECKER_OFFICE } as const;

export type SpotCheckOffice = keyof typeof SPOT_CHECK_OFFICES;

const SPOT_CHECK = { phase: 'spot-check', clause: '三.4', by: 'committee', otherwise: 'waits' } as const;

/** The steps of a spot check (苏委工〔2020〕6号 三.4, 五.2). */
export const SPOT_CHECK_STEP_TABLE = {
  opening: { ...SPOT_CHECK, clause: null, by: null, zh: '启动', en: 'opening' },
  ordered: { ...SPOT_CHECK, zh: '已部署', en: 'ordered' },
  frozen: { ...SPOT_CHECK, zh: '抽样名单已封存', en: 'population frozen' },
  inspecting: { ...SPOT_CHECK, zh: '复核中', en: 'inspecting' },
  concluded: { ...SPOT_CHECK, by: null, otherwise: 'over', zh: '已结束', en: 'concluded' },
} as const satisfies Readonly<Record<string, Step<SpotCheckOffice>>>;

export type SpotCheckStep = keyof typeof SPOT_CHECK_STEP_TABLE;
