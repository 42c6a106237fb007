import type { BranchStep, Disposition, Phase } from './branch-run/branch-run.terms';
import type { CampaignState } from './campaign/campaign';
import type { Light } from './deadline/light';
import type { OrganisationStep } from './organisation-run/organisation-run';
import type { DeadlineKind } from './programme/programme';
import type { SpotCheckStep } from './spot-check/spot-check';

/** What something is called where people read it; the terms are those of docs/glossary.md. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Pairs the Chinese words with the English ones. */
export function words(zh: string, en: string): Words {
  return { zh, en };
}

export const PHASE_WORDS: Readonly<Record<Phase, Words>> = {
  survey: words('摸底调研', 'survey'),
  plan: words('制定计划', 'plan'),
  building: words('对标建设', 'building'),
  assessment: words('评估认定', 'assessment'),
  'spot-check': words('抽查复核', 'spot check'),
  closed: words('已结束', 'closed'),
};

/** The steps of every kind of run. */
export const STEP_WORDS: Readonly<
  Record<BranchStep | OrganisationStep | SpotCheckStep | CampaignState['step'], Words>
> = {
  opening: words('启动', 'opening'),
  'survey-opening': words('待部署摸底', 'survey to be opened'),
  'survey-writing': words('支部填报摸底', 'writing the survey'),
  'survey-confirming': words('待确认摸底', 'survey to be confirmed'),
  'target-waiting': words('待下达目标', 'waiting for its target'),
  'plan-writing': words('支部制定计划', 'writing the plan'),
  'plan-approving': words('待批准计划', 'plan to be approved'),
  building: words('按清单整改', 'working on its problems'),
  maintaining: words('常态保持', 'maintaining'),
  'ballot-opening': words('待开展测评', 'ballot to be opened'),
  balloting: words('党员群众测评', 'ballot under way'),
  assessing: words('对标评估', 'under assessment'),
  countersigning: words('待第二评估人署名', 'waiting for the second assessor'),
  rectifying: words('整改提高', 'rectifying'),
  'review-writing': words('支部填报复查', 'writing the review'),
  'review-confirming': words('待确认复查', 'review to be confirmed'),
  reviewed: words('复查完成', 'reviewed'),
  listing: words('待列入结论名单', 'to be listed'),
  deciding: words('党组（党委）研究', 'before the party group'),
  filing: words('待报备案', 'to be filed'),
  registering: words('待登记备案', 'to be registered'),
  'draw-waiting': words('待抽样', 'waiting for the draw'),
  rechecking: words('抽查复核', 'being rechecked'),
  'publication-waiting': words('待公示', 'to be published'),
  published: words('公示', 'published'),
  recognised: words('已认定', 'recognised'),
  closed: words('已结束', 'closed'),
  planning: words('制定年度计划', 'planning the year'),
  registered: words('已登记备案', 'registered'),
  ordered: words('已部署', 'ordered'),
  frozen: words('抽样名单已封存', 'population frozen'),
  inspecting: words('复核中', 'inspecting'),
  concluded: words('已结束', 'concluded'),
  running: words('进行中', 'running'),
};

export const LIGHT_WORDS: Readonly<Record<Light, Words>> = {
  'very-late': words('严重逾期', 'very late'),
  late: words('逾期', 'late'),
  near: words('临期', 'near'),
  'on-track': words('正常', 'on track'),
  paused: words('中止', 'paused'),
  'met-late': words('逾期办结', 'met late'),
  'met-entered-late': words('按期完成（补录）', 'met, entered late'),
  met: words('按期办结', 'met'),
  void: words('终止', 'void'),
};

export const DEADLINE_WORDS: Readonly<Record<DeadlineKind, Words>> = {
  survey: words('摸底调研', 'survey'),
  'organisation-plan': words('年度计划', 'organisation plan'),
  'branch-plan': words('支部计划', 'branch plan'),
  assessment: words('评估认定', 'assessment'),
  decision: words('党组（党委）研究', 'decision'),
  filing: words('备案', 'filing'),
  apply: words('自评申报', 'application'),
  ballot: words('测评', 'ballot'),
  assess: words('对标评估', 'superior assessment'),
  correction: words('补正', 'correction'),
  registration: words('登记备案', 'registration'),
  problem: words('问题整改', 'problem'),
};

export const DISPOSITION_WORDS: Readonly<Record<Disposition, Words>> = {
  recognised: words('已认定', 'recognised'),
  'passed-awaiting': words('验收达标待认定', 'passed, awaiting recognition'),
  'carried-failed': words('未达标结转', 'failed, carried over'),
  'carried-unplanned': words('未列入计划结转', 'not planned, carried over'),
  excluded: words('不计入', 'excluded'),
};

/** Columns of a terminal that a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
