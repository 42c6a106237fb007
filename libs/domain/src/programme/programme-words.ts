import type { NoticeDayKind } from '../calendar/calendar-notice';
import { PHASE_TABLE } from '../process/phases';
import { type Words, words } from '../words';
import type {
  DeductionRule,
  GateName,
  Programme,
  ProgrammeRule,
  RoundOpens,
  RuleMark,
  RungAddressee,
  RungDefinition,
  ScoreSheet,
  StepName,
  StepScope,
} from './programme';

/** What a mark says where a rule is read. */
export const MARK_WORDS: Readonly<Record<RuleMark, Words>> = {
  D: words('文件规定', 'said by the circular'),
  P: words('本方案自定', 'decided by this programme'),
};

export const STEP_SCOPE_WORDS: Readonly<Record<StepScope, Words>> = {
  all: words('全部党支部', 'every branch'),
  'not-yet-passed': words('尚未达标的党支部', 'branches not yet passed'),
  'passed-as-review': words('已达标的党支部', 'branches that have passed'),
  none: words('本年度没有', 'not this year'),
};

/** The parts of a year: the circular's phases, and the review of what has passed. */
export const YEAR_STEP_WORDS: Readonly<Record<StepName, Words>> = {
  survey: PHASE_TABLE.survey.words,
  plan: PHASE_TABLE.plan.words,
  building: PHASE_TABLE.building.words,
  assessment: PHASE_TABLE.assessment.words,
  review: words('复查', 'review'),
  'spot-check': PHASE_TABLE['spot-check'].words,
};

export const GATE_WORDS: Readonly<Record<GateName, Words>> = {
  'self-application': words('党支部自评申报', 'the branch has assessed itself and applied'),
  'ballot-held': words('已组织党员群众测评', 'a ballot was held'),
  'superior-score': words('上级对标评估达到达标分', 'the superior assessment reaches the pass mark'),
  'no-falsification': words('没有未了结的弄虚作假问题', 'no open case of falsification'),
  'two-assessors': words('评估表由两人署名', 'the sheet is signed by two assessors'),
  participation: words('参评率', 'participation'),
  satisfaction: words('满意率', 'satisfaction'),
  'mandatory-problems-closed': words(
    '评估前须销号的问题已销号',
    'problems to be closed before the assessment are closed',
  ),
  'no-other-veto': words('没有其他一票否决事项', 'no other veto'),
  publication: words('认定前公示', 'published before recognition'),
};

export const ADDRESSEE_WORDS: Readonly<Record<RungAddressee, Words>> = {
  holder: words('下一步经办人', 'whoever holds the next step'),
  'owing-office': words('责任岗位', 'the office that owes it'),
  'owing-head': words('责任主体负责人', 'the head of the owing body'),
  'superior-office': words('上一级岗位', 'the office one level above'),
  'area-liaison': words('党建片联络员', 'area liaison'),
  'committee-officer': words('工委工作人员', 'committee officer'),
  'party-group': words('党组（党委），抄告', 'party group, for information'),
};

export const RUNG_KIND_WORDS: Readonly<Record<RungDefinition['kind'], Words>> = {
  remind: words('提醒', 'reminder'),
  escalate: words('督办', 'escalation'),
};

export const ROUND_OPENS_WORDS: Readonly<Record<RoundOpens, Words>> = {
  'by-decision': words('工委启动', 'opened by the committee'),
  automatic: words('到日自动启动', 'opens by itself on its day'),
};

export const SLIP_ISSUE_WORDS: Readonly<Record<Programme['slipIssue'], Words>> = {
  'by-signature': words('经办人签发', 'issued by signature'),
  automatic: words('到时自动签发', 'issued automatically'),
};

export const NOT_APPLICABLE_WORDS: Readonly<Record<ScoreSheet['notApplicable'], Words>> = {
  'full-marks': words('给满分', 'full marks'),
  renormalise: words('按比例折算', 'the rest is scaled up'),
};

export const DEDUCTION_UNIT_WORDS: Readonly<Record<DeductionRule['unit'], Words>> = {
  once: words('只扣一次', 'once'),
  'per-occurrence': words('每次', 'each time'),
};

export const NOTICE_DAY_WORDS: Readonly<Record<NoticeDayKind, Words>> = {
  holiday: words('放假', 'day off'),
  workday: words('上班', 'workday'),
  ordinary: words('照常（原安排取消）', 'as the week says (taken back)'),
};

/** The rules that carry no source of their own. */
export const PROGRAMME_RULE_WORDS: Readonly<Record<ProgrammeRule, Words>> = {
  opensOn: words('各年度何时开始、怎样启动', 'when and how each year opens'),
  steps: words('各年度包括的环节', 'what each year takes in'),
  ladders: words('催办阶梯', 'the ladder of reminders and escalations'),
  slipIssue: words('督办单签发', 'issue of supervision slips'),
  correctionWorkdays: words('退回后补正', 'correction after a return'),
  registrationWorkdays: words('工委登记备案（期满未答复即登记）', 'registration by the committee (silence registers)'),
  lostPassPlanWorkdays: words('达标结论被撤销后重新定计划', 'a new plan after a pass is lost'),
  lateEntryWorkdays: words('补录', 'late entry'),
  selfGapAlert: words('自评与上级评估相差须说明', 'a gap between self and superior score to be explained'),
  publicationWorkdays: words('公示', 'publication'),
  appealWorkdays: words('申诉', 'appeal'),
  newBranchMonths: words('新成立党支部从下一年度起计算', 'a new branch counts from the next year'),
  scoreSheet: words('评估表', 'the score sheet'),
  notApplicable: words('不适用的指标', 'indicators that do not apply'),
  ballot: words('党员群众测评', 'the ballot'),
};
