import type { BranchStep, DeadlineKind, Disposition, Light, Phase } from '@app/domain';

/** The language in which the rehearsal speaks. */
export type Language = 'zh' | 'en';

/** A word in both languages. */
export type Word = readonly [zh: string, en: string];

/** The word in this language. */
export function inWords([zh, en]: Word, language: Language): string {
  return language === 'en' ? en : zh;
}

export const PHASE_WORDS: Readonly<Record<Phase, Word>> = {
  survey: ['摸底', 'survey'],
  plan: ['计划', 'plan'],
  building: ['建设', 'building'],
  assessment: ['评估', 'assess'],
  'spot-check': ['抽查', 'check'],
  closed: ['办结', 'closed'],
};

/** Shape and word, never colour alone (design section 5). */
export const LIGHT_WORDS: Readonly<Record<Light, Word>> = {
  'very-late': ['▲严重逾期', '▲very late'],
  late: ['△逾期', '△late'],
  near: ['◇临期', '◇near'],
  'on-track': ['○正常', '○on track'],
  paused: ['‖中止', '‖paused'],
  'met-late': ['◎逾期办结', '◎met late'],
  'met-entered-late': ['◐按期完成（补录）', '◐met, entered late'],
  met: ['●按期办结', '●met'],
  void: ['－终止', '-void'],
};

export const STEP_WORDS: Readonly<Record<BranchStep, Word>> = {
  opening: ['启动', 'opening'],
  'survey-opening': ['待部署摸底', 'survey to be opened'],
  'survey-writing': ['支部填报摸底', 'writing the survey'],
  'survey-confirming': ['待确认摸底', 'survey to be confirmed'],
  'target-waiting': ['待下达目标', 'waiting for its target'],
  'plan-writing': ['支部制定计划', 'writing the plan'],
  'plan-approving': ['待批准计划', 'plan to be approved'],
  building: ['按清单建设', 'building'],
  maintaining: ['常态保持', 'maintaining'],
  'ballot-opening': ['待开展测评', 'ballot to be opened'],
  balloting: ['党员群众测评', 'ballot under way'],
  assessing: ['上级评估', 'under assessment'],
  countersigning: ['待第二人署名', 'waiting for the second assessor'],
  rectifying: ['整改提高', 'rectifying'],
  'review-writing': ['支部填报复查', 'writing the review'],
  'review-confirming': ['待确认复查', 'review to be confirmed'],
  reviewed: ['复查完成', 'reviewed'],
  listing: ['待列入结论名单', 'to be listed'],
  deciding: ['党组（党委）研究', 'before the party group'],
  filing: ['待报备案', 'to be filed'],
  registering: ['待登记备案', 'to be registered'],
  'draw-waiting': ['待抽样', 'waiting for the draw'],
  rechecking: ['抽查复核', 'being rechecked'],
  'publication-waiting': ['待公示', 'to be published'],
  published: ['公示', 'published'],
  recognised: ['已认定', 'recognised'],
  closed: ['办结', 'closed'],
};

export const DISPOSITION_WORDS: Readonly<Record<Disposition, Word>> = {
  recognised: ['已认定', 'recognised'],
  'passed-awaiting': ['验收达标待认定', 'passed, awaiting recognition'],
  'carried-failed': ['未达标结转', 'failed, carried over'],
  'carried-unplanned': ['未列入计划结转', 'not planned, carried over'],
  excluded: ['不计入', 'excluded'],
};

export const DEADLINE_WORDS: Readonly<Record<DeadlineKind, Word>> = {
  survey: ['摸底调研', 'survey'],
  'organisation-plan': ['年度计划', 'organisation plan'],
  'branch-plan': ['支部计划', 'branch plan'],
  assessment: ['评估认定', 'assessment'],
  decision: ['党组研究', 'decision'],
  filing: ['备案', 'filing'],
  apply: ['自评申报', 'application'],
  ballot: ['测评', 'ballot'],
  assess: ['对标评估', 'superior assessment'],
  correction: ['补正', 'correction'],
  registration: ['登记', 'registration'],
};

/** Columns of a terminal that a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
}

/** The text with blanks up to a width, or cut to it; `right` puts it at the end, as numbers stand. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  let cut = text;
  while (widthOf(cut) > width) cut = [...cut].slice(0, -1).join('');
  const blanks = ' '.repeat(width - widthOf(cut));
  return side === 'left' ? `${cut}${blanks}` : `${blanks}${cut}`;
}

/** Ten-thousandths as a percentage of two digits, rounded down: a floor is never reached by rounding. */
export function percentOf(count: number, of: number): string {
  if (of === 0) return '—';
  const share = Math.floor((count * 10_000) / of);
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%`;
}

const WIDE = /[\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;
