import { formatPoints } from './assessment/scoring';
import type {
  BranchRunMode,
  CarriedPass,
  Disposition,
  Outcome,
  ReviewResult,
  SurveyClass,
  Target,
  Verdict,
} from './branch-run/branch-run.terms';
import type { ForecastLimit, GoalFigure } from './campaign/goal';
import type { MetHow } from './deadline/deadline';
import type { Light } from './deadline/light';
import type { DocumentKind, NoticeSubject } from './process/decision';
import type { PermissionName } from './office/permissions';
import { COMMAND_OF_RUN_WORDS, RUN_KINDS } from './process/processes';
import type { ProblemSource, ProblemState } from './problem/problem';
import type { DeadlineBody, DeadlineKind, LadderColour } from './programme/programme';
import type { BodyKind } from './office/roles';
import type { Slip, SlipEnd, SlipState } from './slip/slip';
import type { OrganisationKind } from './roster/roster-layout';
import type { RecheckBar } from './spot-check/recheck-standing';
import { type Words, words } from './words';

/** What the codes of lists are called where people read them; steps, phases and events have their words in their tables. */
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

export const FORECAST_LIMIT_WORDS: Readonly<Record<ForecastLimit, Words>> = {
  'too-few-filed': words('备案的党支部还太少，尚不能预计', 'too few are filed yet to foretell anything'),
  'date-passed': words('期限已过，不再预计', 'the date has passed; nothing is foretold any more'),
  'beyond-programme': words('按目前进度，方案期内达不到', 'not within the programme at this pace'),
};

/** The figures of the goal, what it asks for, and what it does not count. */
export const GOAL_WORDS: Readonly<Record<GoalFigure | 'required' | 'outOfScope', Words>> = {
  inScope: words('计入范围', 'in scope'),
  required: words('应达标', 'required'),
  planned: words('列入计划', 'planned'),
  assessed: words('已评估', 'assessed'),
  filed: words('已备案', 'filed'),
  recognised: words('已认定', 'recognised'),
  outOfScope: words('不计入范围', 'out of scope'),
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

export const MODE_WORDS: Readonly<Record<BranchRunMode, Words>> = {
  attain: words('创建达标', 'attain'),
  maintain: words('常态保持', 'maintain'),
  review: words('复查', 'review'),
};

export const TARGET_WORDS: Readonly<Record<Target, Words>> = {
  'this-year': words('本年度达标', 'this year'),
  'next-year': words('下一年度达标', 'next year'),
};

export const SURVEY_CLASS_WORDS: Readonly<Record<SurveyClass, Words>> = {
  advanced: words('先进', 'advanced'),
  middle: words('中间', 'middle'),
  behind: words('后进', 'behind'),
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  passed: words('达标', 'passed'),
  failed: words('未达标', 'failed'),
  overturned: words('原达标，复核不予维持', 'passed, not upheld by the recheck'),
};

/** A pass without a score of its year: which one it is, and its score. */
export function carriedPassWords({ year, score }: CarriedPass): Words {
  const points = formatPoints(score);
  return words(`沿用${year}年度结论 ${points}`, `${points} of ${year}, carried on`);
}

export const REVIEW_WORDS: Readonly<Record<ReviewResult, Words>> = {
  upheld: words('仍然达标', 'upheld'),
  questioned: words('存疑', 'questioned'),
};

export const VERDICT_WORDS: Readonly<Record<'not-drawn' | Verdict, Words>> = {
  'not-drawn': words('未抽中', 'not drawn'),
  upheld: words('维持', 'upheld'),
  overturned: words('不予维持', 'overturned'),
};

/** What streams are the record of, besides those of no campaign. */
export const STREAM_KINDS = [...RUN_KINDS, 'problem', 'slip', 'ballot', 'roster', 'clock'] as const;

export type StreamKind = (typeof STREAM_KINDS)[number];

export const STREAM_WORDS: Readonly<Record<StreamKind, Words>> = {
  'branch-run': words('党支部年度任务', 'branch, one year'),
  'organisation-run': words('机关党组织年度任务', 'organisation, one year'),
  campaign: words('专项工作', 'campaign'),
  'spot-check': words('抽查复核', 'spot check'),
  problem: words('问题', 'problem'),
  slip: words('督办单', 'slip'),
  ballot: words('测评', 'ballot'),
  roster: words('名册', 'roster'),
  clock: words('方案时钟', 'programme clock'),
};

/** Why somebody may not recheck a branch. */
export const RECHECK_BAR_WORDS: Readonly<Record<RecheckBar, Words>> = {
  'own-branch': words('您是本支部人员，须回避（三.4）', 'you belong to this branch and stay out of it (三.4)'),
  'same-person': words(
    '您是作出评估的机关党组织的评估人员，须回避（五.2）',
    'you assess for the organisation that assessed it and stay out of it (五.2)',
  ),
};

export const PROBLEM_STATE_WORDS: Readonly<Record<ProblemState, Words>> = {
  entered: words('已登记', 'entered'),
  owned: words('整改中', 'owned'),
  raised: words('已提请上级协调', 'raised'),
  closed: words('已销号', 'closed'),
};

export const PROBLEM_SOURCE_WORDS: Readonly<Record<ProblemSource, Words>> = {
  'check-up': words('上年度检查', 'check-up'),
  survey: words('摸底调研', 'survey'),
  self: words('自查', 'self'),
  ballot: words('党员群众测评', 'ballot'),
  superior: words('对标评估', 'superior assessment'),
  recheck: words('抽查复核', 'recheck'),
};

export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, Words>> = {
  survey: words('摸底情况', 'survey'),
  'branch-plan': words('支部计划', 'branch plan'),
  'organisation-plan': words('年度计划', 'organisation plan'),
  'self-assessment': words('自评表', 'self-assessment'),
  'superior-assessment': words('对标评估表', 'superior assessment'),
  review: words('复查表', 'review'),
  'recheck-assessment': words('复核表', 'recheck sheet'),
  'conclusion-list': words('结论名单', 'list of conclusions'),
  'filing-list': words('备案名单', 'list of a filing'),
  'publication-list': words('公示名单', 'list of a publication'),
  'disposition-list': words('年度结论名单', 'list of dispositions'),
  remarks: words('退回意见', 'remarks'),
};

export const BODY_WORDS: Readonly<Record<BodyKind, Words>> = {
  committee: words('工委', 'committee'),
  area: words('党建片', 'area'),
  organisation: words('机关党组织', 'organisation'),
  branch: words('党支部', 'branch'),
};

/** Who a date binds. */
export const DEADLINE_BODY_WORDS: Readonly<Record<DeadlineBody, Words>> = {
  committee: BODY_WORDS.committee,
  organisation: BODY_WORDS.organisation,
  branch: BODY_WORDS.branch,
  owner: words('责任人', 'owner'),
};

export const ORGANISATION_WORDS: Readonly<Record<OrganisationKind, Words>> = {
  'party-committee': words('机关党委', 'party committee'),
  'general-branch': words('党总支', 'general branch'),
  'direct-branch': words('直属党支部', 'direct branch'),
};

export const COLOUR_WORDS: Readonly<Record<LadderColour, Words>> = {
  none: words('无', 'none'),
  blue: words('蓝', 'blue'),
  yellow: words('黄', 'yellow'),
  red: words('红', 'red'),
};

export const SLIP_STATE_WORDS: Readonly<Record<SlipState, Words>> = {
  draft: words('待签发', 'to be issued'),
  issued: words('待签收', 'to be signed for'),
  received: words('已签收', 'signed for'),
  answered: words('已反馈', 'answered'),
  closed: words('已办结', 'closed'),
  void: words('已作废', 'void'),
};

/** What a slip is numbered, by campaign and year; null before it is first issued. */
export function slipNumberWords({ serialYear, serial }: Pick<Slip, 'serialYear' | 'serial'>): Words | null {
  return serial === null ? null : words(`${serialYear}年第${serial}号`, `no. ${serial} of ${serialYear}`);
}

export const SLIP_END_WORDS: Readonly<Record<SlipEnd, Words>> = {
  met: words('工作已完成', 'the work is done'),
  'not-owed': words('时限已终止', 'the date is owed no more'),
  decided: words('经办人决定', 'decided by the officer'),
  superseded: words('没有签发，由下一级督办单取代', 'never issued; the next colour took its place'),
  answered: words('上一张督办单已反馈', 'the slip before was answered'),
};

export const SLIP_COMMANDER_WORDS: Readonly<Record<Slip['commander'], Words>> = {
  organisation: words('机关党组织', 'organisation'),
  committee: words('工委', 'committee'),
};

export const MET_WORDS: Readonly<Record<MetHow, Words>> = {
  'in-time': words('按期', 'in time'),
  'late-entry-timely': words('按期（补录）', 'in time, entered late'),
  late: words('逾期', 'late'),
};

export const NOTICE_WORDS: Readonly<Record<NoticeSubject, Words>> = {
  'handed-over': words('转来办理', 'handed over to you'),
  returned: words('材料被退回', 'returned'),
  concluded: words('对标评估、复查有结论', 'assessment or review concluded'),
  'conclusions-submitted': words('结论名单待研究', 'conclusions to be decided on'),
  struck: words('党组（党委）研究时划去', 'struck'),
  'filing-returned': words('备案被退回', 'filing returned'),
  registered: words('备案已登记', 'registered'),
  drawn: words('抽中复核', 'drawn'),
  'recheck-concluded': words('复核有结论', 'recheck concluded'),
  recognised: words('已认定', 'recognised'),
  'round-closed': words('年度工作结束', 'round closed'),
  'deadline-reminder': words('时限提醒', 'reminder'),
  'deadline-escalated': words('催办', 'escalated'),
  'slip-drafted': words('督办单待签发', 'slip to be issued'),
  'slip-issued': words('督办单', 'slip'),
  'slip-copied': words('督办单抄告', 'copy of a slip'),
  'slip-withdrawn': words('督办单撤回', 'slip taken back'),
  'slip-received': words('督办单已签收', 'slip signed for'),
  'slip-answered': words('督办单有反馈', 'slip answered'),
  'slip-closed': words('督办单办结', 'slip closed'),
};

/** What a run tells another, where it stands among the refusals because nobody took it in. */
export const TELLING = 'tellNews';

/** All that can be refused: what somebody asks for by his permission, and what a run tells another. */
export type RefusedCommand = PermissionName | typeof TELLING;

/** What each command of the permission table asks for, and a telling; a test holds them together. */
export const COMMAND_WORDS: Readonly<Record<string, Words>> = {
  ...COMMAND_OF_RUN_WORDS,
  reissueBallotCodes: words('补发测评码', 'reissue ballot codes'),
  saveSurvey: words('填写摸底情况', 'save a survey'),
  saveOrganisationPlan: words('填写年度计划', 'save a plan of the year'),
  saveAssessment: words('填写评估表', 'save a score sheet'),
  openAssessment: words('过目评估表', 'open a score sheet'),
  saveReview: words('填写复查表', 'save a review'),
  openReview: words('过目复查表', 'open a review'),
  enterBallotCount: words('录入计票结果', 'enter a count'),
  enterProblem: words('登记问题', 'enter a problem'),
  importProblems: words('导入问题', 'import problems'),
  planProblem: words('明确措施、责任人和时限', 'plan a problem'),
  closeProblem: words('问题销号', 'close a problem'),
  sendBackProblem: words('问题退回整改', 'send a problem back'),
  raiseProblem: words('提请上级协调', 'raise a problem'),
  issueSlip: words('签发督办单', 'issue a slip'),
  withdrawSlip: words('撤回督办单', 'take a slip back'),
  discardSlip: words('作废督办单', 'drop a draft slip'),
  receiveSlip: words('签收督办单', 'sign for a slip'),
  answerSlip: words('反馈督办单', 'answer a slip'),
  closeSlip: words('督办单办结', 'close a slip'),
  answerProblem: words('答复所提问题', 'answer a raised problem'),
  holdCampaign: words('停住方案时钟', 'hold the clock'),
  releaseCampaign: words('放开方案时钟', 'release the clock'),
  beginVerification: words('核验台账', 'verify the record'),
  cancelVerification: words('取消核验', 'cancel a verification'),
  markNoticeRead: words('通知标为已读', 'mark a notice as read'),
  saveView: words('保存视图', 'save a view'),
  changeView: words('修改视图', 'change a view'),
  deleteView: words('删除视图', 'delete a view'),
  issueCalendarFeed: words('取得日历订阅地址', 'get a calendar feed'),
  revokeCalendarFeed: words('停用日历订阅地址', 'revoke a calendar feed'),
  setMailAddress: words('设置邮件提醒', 'set a mail address'),
  forgetMailAddress: words('停用邮件提醒', 'forget a mail address'),
  endSession: words('退出登录', 'end a session'),
  [TELLING]: words('流程之间的告知', 'a message between processes'),
};

/** A rung of the ladder by its name (`-7`, `0`, `+3`): how many workdays from the date. */
export function rungWords(rung: string): Words {
  const workdays = Math.abs(Number(rung));
  if (workdays === 0) return words('到期当日', 'on the date');
  const days = workdays === 1 ? 'workday' : 'workdays';
  return rung.startsWith('-')
    ? words(`到期前 ${workdays} 个工作日`, `${workdays} ${days} before`)
    : words(`逾期第 ${workdays} 个工作日`, `${workdays} ${days} after`);
}

/** Whom a branch's year waits for, seen by who asks. */
export const WAITS_WORDS = { others: words('他人', 'others') };
