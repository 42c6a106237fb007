import type { CivilDate } from '../time/time';
import { type Words, words } from '../words';

/** Everything that a verification checks, in the order in which it is reported. */
export const CHECKS = [
  'chains',
  'calendar',
  'rows',
  'deadlines',
  'rungs',
  'registers',
  'documents',
  'workflows',
  'running',
  'notices',
  'told',
  'slips',
  'dates',
  'recognitions',
  'persons',
  'counts',
  'ballots',
  'figures',
  'dispositions',
  'closings',
  'news',
  'draws',
] as const;

export type CheckName = (typeof CHECKS)[number];

export const CHECK_WORDS: Readonly<Record<CheckName, Words>> = {
  chains: words('台账链', 'events in whole chains'),
  calendar: words('日历与放假安排一致', 'calendar = fold(notices)'),
  rows: words('行与台账一致', 'rows = fold(events)'),
  deadlines: words('时限与台账一致', 'deadlines = fold(events)'),
  rungs: words('催办不漏不早', 'escalations: none missed, none early'),
  registers: words('登记簿与台账一致', 'registers = fold(events)'),
  documents: words('文件与摘要一致', 'documents = their digests'),
  workflows: words('行与流程一致', 'rows = workflows'),
  running: words('流程都在运行', 'runs and keepers run'),
  notices: words('通知不重不早', 'notices once, none early'),
  told: words('催办都有人收到', 'every escalation told'),
  slips: words('督办单与催办一致', 'slips = escalations'),
  dates: words('所填日期成立', 'dates that were stated can be'),
  recognitions: words('认定依据齐全', 'recognitions with all that they need'),
  persons: words('人员分离', 'different persons'),
  counts: words('计数等于名单', 'counts = lists'),
  ballots: words('计票等于票箱', 'tallies = ballots cast'),
  figures: words('结束数字合目标口径', 'closing figures by the rule of the goal'),
  dispositions: words('名单不重不漏', 'every branch once'),
  closings: words('结束决定都已送达', 'closing decisions taken in'),
  news: words('摸底、计划、决定、备案都已送达', 'surveys, plans, decisions and filings taken in'),
  draws: words('抽样可复现', 'draws recompute'),
};

/** What is wrong with the record, at its place; `date` is the Shanghai date of the event's programme time. */
export interface RecordFault {
  readonly check: CheckName;
  readonly stream: string;
  readonly sequence: number | null;
  readonly date: CivilDate | null;
  readonly message: string;
}

/** Every check with how much it looked at, and the faults in the order of the record. */
export interface Verification {
  readonly checks: readonly { readonly name: CheckName; readonly count: number }[];
  readonly faults: readonly RecordFault[];
}

/** How a verification stands: still at it, how it ended, or seen no more. */
export const VERIFICATION_STATES = ['running', 'sound', 'faulty', 'cancelled', 'broken-off'] as const;

export type VerificationState = (typeof VERIFICATION_STATES)[number];

export const VERIFICATION_WORDS: Readonly<Record<VerificationState, Words>> = {
  running: words('正在核验', 'under way'),
  sound: words('一致', 'sound'),
  faulty: words('有不符', 'with faults'),
  cancelled: words('已取消', 'cancelled'),
  'broken-off': words('中断', 'broken off'),
};

/** Where it was asked for. */
export type VerificationWay = 'console' | 'command-line';

export const VERIFICATION_WAY_WORDS: Readonly<Record<VerificationWay, Words>> = {
  console: words('网页', 'console'),
  'command-line': words('命令行', 'command line'),
};

/** A verification says so often that it lives; one that was silent for so long has died, and another may begin. */
export const VERIFICATION_BEAT_MS = 2_000;
export const VERIFICATION_SILENCE_MS = 60_000;

/** How a verification stands that is kept in this state and was last heard of so long ago. */
export function verificationStateAt(state: VerificationState, silentMs: number): VerificationState {
  return state === 'running' && silentMs > VERIFICATION_SILENCE_MS ? 'broken-off' : state;
}
