import type { DeadlineEventType } from '../deadline/deadline-event';
import type { ProblemEvent } from '../problem/problem';
import { RUN_EVENT_WORDS, type RunEventType } from './processes';
import type { SlipEvent } from '../slip/slip';
import type { RunRevivedEvent } from './run-revival';
import { type Words, words } from '../words';

/** The events of a ballot box's own register. */
export type BallotEventType = 'ballot-codes-reissued';

/** The events of what no run is: bodies and people, accounts, the clock, calendar and programme. */
export type RegisterEventType =
  | 'roster-imported'
  | 'account-created'
  | 'sample-accounts-created'
  | 'clock-set'
  | 'calendar-notice-applied'
  | 'programme-published';

/** Every event that is recorded: none is without words. */
export type EventType =
  | RunEventType
  | RunRevivedEvent['type']
  | ProblemEvent['type']
  | SlipEvent['type']
  | DeadlineEventType
  | BallotEventType
  | RegisterEventType
  | 'stream-heads-recorded';

/** What each event is called where people read it. */
const EVENT_WORDS: Readonly<Record<EventType, Words>> = {
  ...RUN_EVENT_WORDS,
  'ballot-codes-reissued': words('补发测评码', 'ballot codes given out again'),
  'problem-entered': words('登记问题', 'problem entered'),
  'problem-planned': words('明确措施、责任人和时限', 'problem planned'),
  'problem-closed': words('问题销号', 'problem closed'),
  'problem-sent-back': words('问题退回整改', 'problem sent back'),
  'problem-raised': words('提请上级协调', 'problem raised'),
  'problem-answered': words('上级答复', 'raised problem answered'),
  'slip-drafted': words('拟督办单', 'slip drafted'),
  'slip-issued': words('签发督办单', 'slip issued'),
  'slip-withdrawn': words('撤回督办单', 'slip taken back'),
  'slip-received': words('签收督办单', 'slip signed for'),
  'slip-answered': words('反馈督办单', 'slip answered'),
  'slip-closed': words('督办单办结', 'slip closed'),
  'slip-voided': words('督办单作废', 'slip void'),
  'deadline-opened': words('时限开始', 'deadline opened'),
  'deadline-met': words('时限办结', 'deadline met'),
  'deadline-voided': words('时限终止', 'deadline void'),
  'deadline-moved': words('时限改期', 'deadline moved'),
  'deadline-replanned': words('按放假安排重排催办', 'planned anew by a holiday notice'),
  'roster-imported': words('导入名册', 'roster imported'),
  'account-created': words('开通账号', 'account opened'),
  'sample-accounts-created': words('开通样例账号', 'sample accounts opened'),
  'clock-set': words('设定演练时间', 'time of the rehearsal set'),
  'calendar-notice-applied': words('录入放假安排', 'holiday notice entered'),
  'programme-published': words('发布方案', 'programme published'),
  'stream-heads-recorded': words('台账链首存证', 'heads of the record put on record'),
  'rung-fired': words('催办', 'escalated'),
  'run-revived': words('流程恢复运行', 'run begun again'),
};

/** The words of an event; one that this version does not know is named by its type. */
export function eventWords(type: string): Words {
  return Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as EventType] : words(type, type);
}
