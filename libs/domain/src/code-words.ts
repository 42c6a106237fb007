import type { BranchRunMode, Result, ReviewResult, SurveyClass, Target, Verdict } from './branch-run/branch-run.terms';
import type { MetHow } from './deadline/deadline';
import type { DocumentKind, NoticeSubject } from './process/decision';
import type { PermissionName } from './office/permissions';
import type { ProblemSource, ProblemState } from './problem/problem';
import type { DeadlineBody, LadderColour } from './programme/programme';
import type { BodyKind } from './office/roles';
import type { OrganisationKind } from './roster/roster-layout';
import { type Words, words } from './words';

/** What the codes of lists are called where people read them; steps, phases, lights and dates are in words.ts. */
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

export const RESULT_WORDS: Readonly<Record<Result, Words>> = {
  passed: words('达标', 'passed'),
  failed: words('未达标', 'failed'),
};

export const REVIEW_WORDS: Readonly<Record<ReviewResult, Words>> = {
  upheld: words('仍然达标', 'upheld'),
  questioned: words('存疑', 'questioned'),
};

export const VERDICT_WORDS: Readonly<Record<'not-drawn' | Verdict, Words>> = {
  'not-drawn': words('未抽中', 'not drawn'),
  upheld: words('维持', 'upheld'),
  overturned: words('不予维持', 'overturned'),
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

export const MET_WORDS: Readonly<Record<MetHow, Words>> = {
  'in-time': words('按期', 'in time'),
  'late-entry-timely': words('按期（补录）', 'in time, entered late'),
  late: words('逾期', 'late'),
};

export const NOTICE_WORDS: Readonly<Record<NoticeSubject, Words>> = {
  returned: words('材料被退回', 'returned'),
  concluded: words('对标评估有结论', 'concluded'),
  struck: words('党组（党委）研究时划去', 'struck'),
  'filing-returned': words('备案被退回', 'filing returned'),
  registered: words('备案已登记', 'registered'),
  drawn: words('抽中复核', 'drawn'),
  'recheck-concluded': words('复核有结论', 'recheck concluded'),
  recognised: words('已认定', 'recognised'),
  'round-closed': words('年度工作结束', 'round closed'),
  'deadline-reminder': words('时限提醒', 'reminder'),
  'deadline-escalated': words('催办', 'escalated'),
};

/** What a run tells another, where it stands among the refusals because nobody took it in. */
export const TELLING = 'tellNews';

/** All that can be refused: what somebody asks for by his permission, and what a run tells another. */
export type RefusedCommand = PermissionName | typeof TELLING;

/** What each command of the permission table asks for, and a telling; a test holds them together. */
export const COMMAND_WORDS: Readonly<Record<string, Words>> = {
  openSurvey: words('部署摸底调研', 'open a survey'),
  submitSurvey: words('报送摸底情况', 'hand over a survey'),
  returnSurvey: words('退回摸底情况', 'return a survey'),
  confirmSurvey: words('确认摸底情况', 'confirm a survey'),
  submitBranchPlan: words('报送支部计划', 'hand over a plan'),
  returnBranchPlan: words('退回支部计划', 'return a plan'),
  approveBranchPlan: words('批准支部计划', 'approve a plan'),
  submitAssessment: words('自评申报', 'hand over a self-assessment'),
  returnAssessment: words('退回自评申报', 'return a self-assessment'),
  openBallot: words('开始党员群众测评', 'open a ballot'),
  reissueBallotCodes: words('补发测评码', 'reissue ballot codes'),
  closeBallot: words('结束测评并计票', 'close a ballot'),
  signAssessment: words('第一评估人署名', 'sign an assessment'),
  countersignAssessment: words('第二评估人署名', 'countersign an assessment'),
  submitReview: words('报送复查', 'hand over a review'),
  returnReview: words('退回复查', 'return a review'),
  confirmReview: words('确认复查', 'confirm a review'),
  dissolveBranch: words('撤销党支部', 'dissolve a branch'),
  submitOrganisationPlan: words('报送年度计划', 'hand over a plan of the year'),
  returnOrganisationPlan: words('退回年度计划', 'return a plan of the year'),
  submitConclusions: words('报送结论名单', 'hand over conclusions'),
  recordDecision: words('记录党组（党委）决定', 'record a decision'),
  sendFiling: words('送出备案', 'send a filing'),
  returnFiling: words('退回备案', 'return a filing'),
  registerFiling: words('登记备案', 'register a filing'),
  openRound: words('启动年度工作', 'open a round'),
  closeRound: words('结束年度工作', 'close a round'),
  orderSpotCheck: words('部署抽查', 'order a spot check'),
  freezeSpotCheck: words('封存抽样名单', 'freeze a population'),
  revealSpotCheck: words('揭晓抽样结果', 'reveal a draw'),
  concludeRecheck: words('作出复核结论', 'conclude a recheck'),
  confirmRecheck: words('确认推翻达标结论', 'confirm that a pass is overturned'),
  returnRecheck: words('退回推翻达标结论的意见', 'send back a proposal to overturn'),
  openPublication: words('开始公示', 'open a publication'),
  recordRecognition: words('记录集中认定', 'record a recognition'),
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
  answerProblem: words('答复所提问题', 'answer a raised problem'),
  holdCampaign: words('停住方案时钟', 'hold the clock'),
  releaseCampaign: words('放开方案时钟', 'release the clock'),
  markNoticeRead: words('通知标为已读', 'mark a notice as read'),
  endSession: words('退出登录', 'end a session'),
  [TELLING]: words('流程之间的告知', 'a message between processes'),
};

/** A rung of the ladder by its name (`-7`, `0`, `+3`): how many workdays from the date. */
export function rungWords(rung: string): Words {
  const workdays = Math.abs(Number(rung));
  if (workdays === 0) return words('到期当日', 'on the date');
  return rung.startsWith('-')
    ? words(`到期前 ${workdays} 个工作日`, `${workdays} workdays before`)
    : words(`逾期第 ${workdays} 个工作日`, `${workdays} workdays after`);
}
