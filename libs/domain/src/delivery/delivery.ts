import { isWorkday, type WorkdayCalendar } from '../calendar/calendar';
import { DomainError } from '../errors';
import { addDays, atShanghai, shanghaiDateOf } from '../time/civil-date';
import { type Words, words } from '../words';
import { type CivilDate, type Instant, instantOf, msOf } from '../time/time';

/** How a message leaves the building. The inbox of the console is no channel: everything is there. */
export type DeliveryChannel = 'mail';

/** `given-up`: the other side refuses it for good, or has put it off for too long; `dropped`: its address was taken away before. */
export const DELIVERY_STATES = ['waiting', 'sent', 'given-up', 'dropped'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_STATE_WORDS: Readonly<Record<DeliveryState, Words>> = {
  waiting: words('待送达', 'waiting'),
  sent: words('已送达邮件服务器', 'taken by the mail server'),
  'given-up': words('未能送达', 'not delivered'),
  dropped: words('本人已停用', 'address taken away'),
};

/** What somebody wants by mail: all that his inbox holds, or escalations alone. */
export const MAIL_WISHES = ['all', 'escalations'] as const;

export type MailWish = (typeof MAIL_WISHES)[number];

export const MAIL_WISH_WORDS: Readonly<Record<MailWish, Words>> = {
  all: words('提醒和督办', 'reminders and escalations'),
  escalations: words('只要督办', 'escalations alone'),
};

/** The hour of the one digest a day, in Shanghai: after the morning's reminders (08:30), with the morning's escalations. */
const DIGEST_TIME = '09:00';

/**
 * What became of a try: taken; not now (a 4xx of SMTP: greylisting, a full box); never (a 5xx: no such box); or the server
 * itself did not answer as it should, which says nothing of this message.
 */
export const TRY_OUTCOMES = ['sent', 'put-off', 'refused', 'unreachable'] as const;

export type TryOutcome = (typeof TRY_OUTCOMES)[number];

export const TRY_OUTCOME_WORDS: Readonly<Record<TryOutcome, Words>> = {
  sent: words('对方已收下', 'taken'),
  'put-off': words('对方要求稍后再送', 'put off'),
  refused: words('对方拒收', 'refused'),
  unreachable: words('邮件服务器未应答', 'the mail server did not answer'),
};

const MINUTE_MS = 60_000;
/** After the first tries that were put off; then every six hours. */
const PAUSES_MINUTES = [1, 5, 15, 60, 180] as const;
const LONGEST_PAUSE_MINUTES = 360;
/** So long one that is put off again and again is tried. */
const PATIENCE_MS = 5 * 24 * 60 * MINUTE_MS;

/** The longest an ill server is left alone. */
const LONGEST_ILLNESS_MS = 15 * MINUTE_MS;

/** When a notice leaves: an escalation at once, everything else with the next digest of a workday (docs/decisions/0040). */
export function leavesAt(
  { at, urgent }: { readonly at: Instant; readonly urgent: boolean },
  calendar: WorkdayCalendar,
): Instant {
  if (urgent) return at;
  let day = shanghaiDateOf(at);
  if (at > atShanghai(day, DIGEST_TIME)) day = addDays(day, 1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return atShanghai(day, DIGEST_TIME);
}

/** Where no notice tells the day, Monday to Friday: a mail is no date that anybody owes. */
function isWorkingDay(day: CivilDate, calendar: WorkdayCalendar): boolean {
  if (day >= calendar.knownFrom && day <= calendar.knownUntil) return isWorkday(day, calendar);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** What becomes of a message after a try: its state, and when it is tried again. A server that is ill costs no patience. */
export function afterTry(
  outcome: TryOutcome,
  { putOff, madeAt, now }: { readonly putOff: number; readonly madeAt: Instant; readonly now: Instant },
): { readonly state: DeliveryState; readonly nextTryAt: Instant | null } {
  if (outcome === 'sent') return { state: 'sent', nextTryAt: null };
  const isOver = outcome === 'refused' || (outcome === 'put-off' && msOf(now) - msOf(madeAt) >= PATIENCE_MS);
  if (isOver) return { state: 'given-up', nextTryAt: null };
  const minutes = outcome === 'unreachable' ? 1 : (PAUSES_MINUTES[putOff] ?? LONGEST_PAUSE_MINUTES);
  return { state: 'waiting', nextTryAt: instantOf(msOf(now) + minutes * MINUTE_MS) };
}

/** How long a server is left alone after so many tries in a row that did not reach it, in ms. */
export function restAfter(failures: number): number {
  return Math.min(LONGEST_ILLNESS_MS, 15_000 * 2 ** Math.max(0, failures - 1));
}

/** An address as a mail needs it; refused with its pointer. It goes into headers, so nothing of it may be two lines. */
export function checkMailAddress(address: string): void {
  const [local = '', domain = '', ...more] = address.split('@');
  const isPlain = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(local) && !local.startsWith('.') && !local.includes('..');
  const isHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(domain);
  if (more.length === 0 && isPlain && isHost && address.length <= 254) return;
  throw new DomainError('invalid-input', '邮箱地址无效', { pointer: '/address' });
}
