import {
  type BranchStep,
  type OfficeRef,
  type OrganisationStep,
  type Phase,
  ROLE_DEFINITIONS,
  type SpotCheckStep,
} from '@app/domain';

/** Words shown by the stock Temporal tools, Chinese first. */
export const PHASE_TEXT: Readonly<Record<Phase, string>> = {
  survey: '摸底调研 survey',
  plan: '制定计划 plan',
  building: '对标建设 building',
  assessment: '评估认定 assessment',
  'spot-check': '抽查复核 spot check',
  closed: '已办结 closed',
};

export const STEP_TEXT: Readonly<Record<BranchStep | OrganisationStep | SpotCheckStep, string>> = {
  opening: '启动',
  'survey-opening': '待组织部署摸底',
  'survey-writing': '支部填报',
  'survey-confirming': '待组织确认',
  'target-waiting': '待组织下达目标',
  'plan-writing': '支部制定计划',
  'plan-approving': '待组织批准',
  building: '按清单整改',
  maintaining: '常态保持',
  'ballot-opening': '待组织部署测评',
  balloting: '党员群众测评',
  assessing: '上级评估',
  countersigning: '待第二评估人会签',
  rectifying: '整改提高',
  'review-writing': '支部填报复评变化',
  'review-confirming': '待组织确认复评',
  reviewed: '复评完成',
  listing: '待组织汇总',
  deciding: '党组（党委）研究',
  filing: '待报备案',
  registering: '待工委登记',
  'draw-waiting': '待抽样',
  rechecking: '工委复核',
  'publication-waiting': '待公示',
  published: '公示',
  recognised: '已认定',
  closed: '已办结',
  planning: '制定年度计划',
  registered: '已备案',
  ordered: '已部署',
  frozen: '总体已冻结',
  inspecting: '复核中',
  concluded: '已结束',
};

/** The office, without a person: persons change and histories stay. */
export function officeText(office: OfficeRef | null): string {
  return office ? ROLE_DEFINITIONS[office.role].zh : '—';
}
