import {
  BODY_WORDS,
  COLOUR_WORDS,
  COMMAND_WORDS,
  DEADLINE_BODY_WORDS,
  DEADLINE_WORDS,
  DISPOSITION_WORDS,
  DOCUMENT_WORDS,
  LIGHT_WORDS,
  MET_WORDS,
  MODE_WORDS,
  NOTICE_WORDS,
  ORGANISATION_WORDS,
  PHASE_WORDS,
  PROBLEM_SOURCE_WORDS,
  PROBLEM_STATE_WORDS,
  RECHECK_BAR_WORDS,
  RESULT_WORDS,
  REVIEW_WORDS,
  ROLE_DEFINITIONS,
  SLIP_STATE_WORDS,
  STEP_WORDS,
  STREAM_WORDS,
  SURVEY_CLASS_WORDS,
  TARGET_WORDS,
  VERDICT_WORDS,
  VERIFICATION_WAY_WORDS,
  VERIFICATION_WORDS,
} from '@app/domain';
import type { NamedTable } from '@app/persistence';
import {
  DRAWN_WORDS,
  LIST_WORDS,
  PROVENANCE_WORDS,
  REFUSED_WORDS,
  ROUND_WORDS,
  TASK_WORDS,
  type WordTable,
} from './words';

/** How a field of a line is shown in CSV. */
export type Shown =
  | 'plain'
  /** An id that nobody knows by a name, and what no table can hold, as JSON; the heading says so. */
  | 'program'
  /** To the second in Shanghai. */
  | 'instant'
  /** 是 or 否. */
  | 'flag'
  /** Hundredths, shown as points. */
  | 'score'
  /** Texts, one after the other. */
  | 'list'
  /** A rung by its offset, and the rungs of a ladder with their times. */
  | 'rung'
  | 'ladder'
  /** How often each disposition. */
  | 'dispositions'
  /** Of the campaign's score sheet, by the branch of the line. */
  | 'sheet'
  | 'left-out'
  | { readonly words: WordTable }
  | { readonly names: readonly NamedTable[] }
  | { readonly each: readonly NamedTable[] }
  /** JSON for programs, with ids of these tables anywhere in it. */
  | { readonly within: readonly NamedTable[] };

export interface CsvField {
  readonly zh: string;
  readonly shown: Shown;
}

const RUNS = ['branch_runs', 'organisation_runs'] as const;
const BODIES = ['campaigns', 'areas', 'organisations', 'branches'] as const;
const ACTORS = ['people', 'users'] as const;
const TASKS = [...RUNS, 'campaigns', 'spot_checks', 'problems'] as const;
const PLACES = ['areas', 'organisations', 'branches'] as const;
const PAPERS = ['decisions', 'publications', 'documents', 'ballot_boxes', 'rechecks'] as const;
const ANYTHING = [...TASKS, ...PLACES, ...ACTORS, ...PAPERS] as const;

/**
 * How every field of every list is headed and shown in CSV, by its path in a line; `Line.field` where a field of one kind of
 * line says something else. A field that is missing here is a fault of ours, and a test finds it.
 */
export const CSV_FIELDS: Readonly<Record<string, CsvField>> = {
  'action.name': coded('办理事项', COMMAND_WORDS),
  'action.title': field('', 'left-out'),
  'action.titleEn': field('', 'left-out'),
  actor: named('办理人', ACTORS),
  agreed: { zh: '同意的党支部', shown: { each: ['branches'] } },
  allowedActions: field('', 'left-out'),
  areaId: named('党建片', ['areas']),
  assessBy: field('评估认定截止'),
  at: field('时间', 'instant'),
  attempt: field('第几次评估'),
  'awaited.dueDate': field('何时办结'),
  'awaited.kind': coded('所待时限类型', DEADLINE_WORDS),
  'awaited.light': coded('所待时限的灯', LIGHT_WORDS),
  'awaited.workdaysLeft': field('剩余工作日'),
  authorId: named('填写人', ACTORS),
  bar: coded('须回避', RECHECK_BAR_WORDS),
  body: field('内容', 'program'),
  bodyId: named('机构', BODIES),
  bodyKind: coded('机构类型', BODY_WORDS),
  branchCode: field('党支部编号'),
  branchId: named('党支部', ['branches']),
  branchName: field('党支部名称'),
  branchRunId: named('年度任务', RUNS),
  branches: field('党支部数'),
  'by.body': field('所在机构'),
  'by.name': field('由谁办理'),
  'by.title': field('所任岗位'),
  'by.titleEn': field('', 'left-out'),
  bySilence: field('逾期未提异议视为登记', 'flag'),
  campaignId: named('专项工作', ['campaigns']),
  closedAt: field('办结时间', 'instant'),
  code: field('编号'),
  columns: field('栏', 'list'),
  colour: coded('颜色', COLOUR_WORDS),
  command: coded('办理事项', COMMAND_WORDS),
  concludedAt: field('作出结论时间', 'instant'),
  confirmerId: named('确认推翻的人', ACTORS),
  deadlineId: named('时限', ['deadlines']),
  deadlineKind: coded('时限类型', DEADLINE_WORDS),
  decidedOn: field('决定日期'),
  decisionId: named('党组（党委）决定', ['decisions']),
  deliveryId: field('送达标识', 'program'),
  deputyId: named('代理人', ['people']),
  description: field('问题'),
  digest: field('摘要（SHA-256）'),
  dimension: field('维度', 'sheet'),
  disposition: coded('年度结论', DISPOSITION_WORDS),
  documentId: field('评估表标识', 'program'),
  documentNumber: field('文号'),
  draftedAt: field('拟单时间', 'instant'),
  drawnBy: coded('抽中方式', DRAWN_WORDS),
  dueDate: field('完成期限'),
  early: field('提前达标', 'flag'),
  endedAt: field('结束时间', 'instant'),
  etag: field('版本标记', 'program'),
  endsOn: field('公示截止'),
  events: field('事项数'),
  eventsChecked: field('已核验事项数'),
  faults: field('不符处数'),
  'figures.dispositions': field('年度结论数', 'dispositions'),
  'figures.filed': field('已备案数'),
  'figures.inScope': field('应达标数'),
  'figures.recognised': field('已认定数'),
  establishedAt: field('建立时间', 'instant'),
  filters: field('筛选', 'program'),
  foundedOn: field('成立日期'),
  frozenAt: field('提交时间', 'instant'),
  generation: field('代'),
  happenedAt: field('发生时间', 'instant'),
  hash: field('链摘要（SHA-256）'),
  hmac: field('抽样摘要（HMAC）'),
  id: field('标识'),
  indicator: field('指标', 'sheet'),
  isOwn: field('本人的', 'flag'),
  key: field('编号'),
  kind: coded('类型', DEADLINE_WORDS),
  lastAt: field('最近记录', 'instant'),
  light: coded('灯', LIGHT_WORDS),
  lines: field('内容', 'list'),
  lastSeenAt: field('最近操作', 'instant'),
  list: coded('清单', LIST_WORDS),
  listId: field('名单标识', 'program'),
  listNo: field('名单序号'),
  login: field('登录名'),
  mandatory: field('评估前须销号', 'flag'),
  masses: field('群众数'),
  measure: field('整改措施'),
  members: field('党员数'),
  metAt: field('办结时间', 'instant'),
  metHow: coded('办结方式', MET_WORDS),
  mode: coded('年度任务类型', MODE_WORDS),
  name: field('名称'),
  no: field('序号'),
  number: field('文号'),
  office: coded('岗位', ROLE_DEFINITIONS),
  'office.bodyId': named('岗位所在机构', BODIES),
  'office.bodyKind': coded('岗位所在机构类型', BODY_WORDS),
  'office.role': coded('岗位', ROLE_DEFINITIONS),
  openedAt: field('开始时间', 'instant'),
  openSessions: field('登录中'),
  openedYear: field('登记年度'),
  organisationCode: field('党组织编号'),
  organisationId: named('党组织', ['organisations']),
  organisationName: field('党组织名称'),
  organisationRunId: named('年度任务', RUNS),
  ownerId: named('责任人', ['people']),
  parentId: named('上级党组织', ['organisations']),
  payload: { zh: '内容', shown: { within: ANYTHING } },
  personId: named('人员', ['people']),
  personName: field('人员姓名'),
  phase: coded('阶段', PHASE_WORDS),
  plannedNextYear: field('下一年度达标数'),
  plannedThisYear: field('本年度达标数'),
  programmeVersion: field('方案版本'),
  proposedAt: field('提出推翻时间', 'instant'),
  provenance: coded('来源', PROVENANCE_WORDS),
  publicationId: named('公示', ['publications']),
  raisedBecause: field('提请协调的原因'),
  rank: field('组内名次'),
  readAt: field('阅读时间', 'instant'),
  reason: field('理由'),
  reasonEn: field('理由（英文）'),
  reasonId: field('推翻理由标识', 'program'),
  recheck: coded('抽查复核', VERDICT_WORDS),
  recheckerId: named('复核人', ACTORS),
  recognised: field('已认定', 'flag'),
  recognisedAt: field('认定时间', 'instant'),
  recordedAt: field('记录时间', 'instant'),
  recordedBy: named('记录人', ACTORS),
  recusals: { zh: '回避人员', shown: { each: ['people'] } },
  registeredAt: field('登记备案时间', 'instant'),
  rehearsal: field('演练', 'flag'),
  remindByDate: field('提醒期限'),
  result: coded('评估结果', RESULT_WORDS),
  returnedAt: field('退回时间', 'instant'),
  review: coded('复查结果', REVIEW_WORDS),
  role: coded('岗位', ROLE_DEFINITIONS),
  rung: field('催办级', 'rung'),
  rungs: field('催办阶梯', 'ladder'),
  runId: named('所属任务', TASKS),
  savedAt: field('保存时间', 'instant'),
  sample: field('样例账号', 'flag'),
  score: field('得分', 'score'),
  selfScore: field('自评得分', 'score'),
  sendings: field('报送次数'),
  sentAt: field('送达时间', 'instant'),
  sentence: field('通知'),
  sentenceEn: field('通知（英文）'),
  sequence: field('序号'),
  settledAt: field('定稿时间', 'instant'),
  since: field('自何时起', 'instant'),
  'shared.bodyId': named('与其共用的机构', BODIES),
  'shared.bodyKind': coded('与其共用的机构类型', BODY_WORDS),
  'shared.role': coded('与其共用的岗位', ROLE_DEFINITIONS),
  'slip.colour': coded('督办单颜色', COLOUR_WORDS),
  'slip.draftedAt': field('督办单拟单时间', 'instant'),
  'slip.state': coded('督办单状态', SLIP_STATE_WORDS),
  sort: field('排序', 'program'),
  source: coded('来源', PROBLEM_SOURCE_WORDS),
  spotCheckId: named('抽查', ['spot_checks']),
  state: coded('状态', PROBLEM_STATE_WORDS),
  startedAt: field('开始时间', 'instant'),
  startedBy: named('发起人', ACTORS),
  status: coded('状态', ROUND_WORDS),
  step: coded('环节', STEP_WORDS),
  stratum: field('抽样组'),
  stream: field('事件流', 'program'),
  streamsChecked: field('已核验事件流数'),
  struck: { zh: '划去的党支部', shown: { each: ['branches'] } },
  subject: coded('事由', NOTICE_WORDS),
  subjectId: named('对象', ANYTHING),
  superiorScore: field('对标评估得分', 'score'),
  surveyClass: coded('摸底分类', SURVEY_CLASS_WORDS),
  surveyMet: field('摸底调研已完成', 'flag'),
  target: coded('目标', TARGET_WORDS),
  title: field('事项'),
  titleEn: field('事项（英文）'),
  type: field('事项代码'),
  unitName: field('部门单位'),
  validFrom: field('起始日期'),
  validTo: field('终止日期'),
  verdict: coded('复核结论', VERDICT_WORDS),
  verifierId: named('核实人', ['people']),
  version: field('版本'),
  voidedAt: field('终止时间', 'instant'),
  'waitingOn.bodyId': named('办理机构', BODIES),
  'waitingOn.bodyKind': coded('办理机构类型', BODY_WORDS),
  'waitingOn.role': coded('由谁办理', ROLE_DEFINITIONS),
  warnings: field('提示', 'list'),
  workdaysLeft: field('剩余工作日'),
  workflowId: field('流程'),
  way: coded('方式', VERIFICATION_WAY_WORDS),
  writtenAt: field('写入时间', 'instant'),
  year: field('年度'),

  'DeadlineLine.body': coded('由谁负责', DEADLINE_BODY_WORDS),
  'DocumentLine.kind': coded('文件', DOCUMENT_WORDS),
  'Filing.lines': field('党支部数'),
  'Notice.kind': coded('类型', TASK_WORDS),
  'OrganisationLine.kind': coded('类型', ORGANISATION_WORDS),
  'RefusalLine.code': coded('拒绝原因', REFUSED_WORDS),
  'Slip.lines': { zh: '督办的党支部', shown: { each: ['branches'] } },
  'Slip.state': coded('状态', SLIP_STATE_WORDS),
  'SupervisedDeadline.body': coded('由谁负责', DEADLINE_BODY_WORDS),
  'StreamLine.kind': coded('类别', STREAM_WORDS),
  'Task.kind': coded('类型', TASK_WORDS),
  'View.ownerId': named('保存人', ACTORS),
  'Task.step': coded('环节', { ...STEP_WORDS, ...PROBLEM_STATE_WORDS }),
  'VerificationLine.state': coded('结果', VERIFICATION_WORDS),
};

function field(zh: string, shown: Shown = 'plain'): CsvField {
  return { zh, shown };
}

function coded(zh: string, table: WordTable): CsvField {
  return { zh, shown: { words: table } };
}

function named(zh: string, names: readonly NamedTable[]): CsvField {
  return { zh, shown: { names } };
}
