import { shanghaiDateOf } from './civil-date';
import { DomainError, type ErrorCode } from './errors';
import { eventWords } from './event-words';
import type { CivilDate, Instant } from './time';

/** An event as the rule of stated dates reads it. */
export interface DatedEvent {
  readonly type: string;
  readonly actor: string | null;
  readonly operationKey: string;
  readonly happenedAt: string | null;
  readonly recordedAt: Instant;
  readonly payload: unknown;
}

/** What no stated fact may come before: the campaign, and the round in which it stands. */
export interface Beginning {
  readonly campaignOn: CivilDate;
  /** Null for a fact of no round. */
  readonly roundOn: CivilDate | null;
}

/** A stated date that cannot be. */
export interface DateFault {
  readonly code: Extract<ErrorCode, 'happened-in-future' | 'happened-too-early' | 'invalid-input'>;
  readonly pointer: StatedDate;
  readonly message: string;
  /** The earlier fact, in words and by its date. */
  readonly basis?: { readonly fact: string; readonly on: CivilDate };
}

/** Every date of a request that a person states of the past; each is in the words that a refusal has for it. */
export const STATED_DATES = {
  '/happenedOn': '发生日期',
  '/lateEntry/paperDate': '材料日期',
  '/decidedOn': '决定日期',
} as const;

export type StatedDate = keyof typeof STATED_DATES;

/** What a hand-over may state of the past. */
export interface StatedPast {
  readonly happenedOn?: CivilDate | undefined;
  readonly lateEntry?: { readonly paperDate: CivilDate } | undefined;
  readonly decidedOn?: CivilDate | undefined;
}

/** Refuses what needs no record to be refused: a date in the future, a late entry (补录) that does not say when, a paper older than what it tells of. */
export function checkStatedPast(stated: StatedPast, today: CivilDate): void {
  refuse(pastFault(stated, today));
}

/** Refuses an event with a stated date that cannot be; `before`: the events of its stream so far. */
export function checkStatedDates(before: readonly DatedEvent[], event: DatedEvent, beginning: Beginning): void {
  refuse(statedDateFault(before, event, beginning));
}

/**
 * The one rule of dates that people state, asked when a fact is written and again over the whole record: not in the
 * future, not before the campaign and the round, not before the fact it rests on. Null where the dates can be.
 */
export function statedDateFault(
  before: readonly DatedEvent[],
  event: DatedEvent,
  beginning: Beginning,
): DateFault | null {
  if (OF_THE_REGISTER.includes(event.type)) return null;
  const past = pastOf(event);
  return (
    pastFault(past, shanghaiDateOf(event.recordedAt)) ??
    earlyFault(past.happenedOn, '/happenedOn', basesOf(before, event, beginning)) ??
    earlyFault(past.decidedOn, '/decidedOn', basesOf(before, event, beginning))
  );
}

/** Whether an event states any date. */
export function statesDate(event: DatedEvent): boolean {
  return !OF_THE_REGISTER.includes(event.type) && Object.values(pastOf(event)).some((stated) => stated !== undefined);
}

/** The date of a fact: as it was stated, else that of its recording. */
export function dateOfFact(event: DatedEvent): CivilDate {
  const { decidedOn, happenedOn } = pastOf(event);
  return decidedOn ?? happenedOn ?? shanghaiDateOf(event.recordedAt);
}

/** Refuses a date stated for a fact before the fact it rests on. */
export function checkNotBefore(stated: CivilDate | undefined, pointer: StatedDate, basis: Basis): void {
  refuse(earlyFault(stated, pointer, [basis]));
}

/** Refuses a fact of before the campaign or the round. */
export function checkNotBeforeBeginning(happenedOn: CivilDate, beginning: Beginning): void {
  refuse(earlyFault(happenedOn, '/happenedOn', basesInTime(beginning)));
}

/** An earlier fact; `isDayAfter`: what rests on it is at the earliest of the next day. */
export interface Basis {
  readonly fact: string;
  readonly on: CivilDate;
  readonly isDayAfter?: boolean;
}

/** The facts of the deadline register say of the same act what the fact of the run says. */
const OF_THE_REGISTER: readonly string[] = [
  'deadline-opened',
  'deadline-met',
  'deadline-voided',
  'deadline-moved',
  'rung-fired',
];

/** What a fact rests on, where it is not simply the hand-over before it in its stream; 'round': on the round alone. */
const RESTS_ON: Readonly<Record<string, readonly string[] | 'round'>> = {
  'round-opened': 'round',
  'spot-check-ordered': 'round',
  'publication-opened': 'round',
  'round-closed': 'round',
  'branch-dissolved': 'round',
  'draw-population-frozen': ['draw-seed-committed'],
  'draw-revealed': ['draw-population-frozen'],
  'recheck-concluded': ['draw-revealed'],
  'spot-check-concluded': ['draw-revealed'],
  'decision-recorded': ['conclusions-submitted'],
  'recognition-recorded': ['publication-opened'],
};

function basesOf(before: readonly DatedEvent[], event: DatedEvent, beginning: Beginning): Basis[] {
  const earlier = before.filter(
    ({ operationKey, type }) => operationKey !== event.operationKey && !OF_THE_REGISTER.includes(type),
  );
  const found = restsOn(earlier, event);
  return [
    ...basesInTime(beginning),
    ...(found ? [{ fact: eventWords(found.type).zh, on: dateOfFact(found), isDayAfter: isDayAfter(found) }] : []),
  ];
}

function basesInTime({ campaignOn, roundOn }: Beginning): Basis[] {
  const campaign = { fact: '专项工作开始', on: campaignOn };
  return roundOn === null ? [campaign] : [campaign, { fact: '启动年度工作', on: roundOn }];
}

function restsOn(earlier: readonly DatedEvent[], event: DatedEvent): DatedEvent | undefined {
  const kinds = Object.hasOwn(RESTS_ON, event.type) ? RESTS_ON[event.type] : undefined;
  if (kinds === 'round') {
    const { year } = event.payload as { year?: number };
    if (year === undefined || event.type === 'round-opened') return undefined;
    return earlier.findLast(({ type, payload }) => type === 'round-opened' && hasSame(payload, event.payload, 'year'));
  }
  if (kinds === undefined) return earlier.findLast(({ actor }) => actor !== null);
  return earlier.findLast(
    ({ type, payload }) => kinds.includes(type) && hasSame(payload, event.payload, 'publicationId'),
  );
}

/** A list that was opened to the public today has not been shown yet, unless the programme asks for no day of it. */
function isDayAfter(event: DatedEvent): boolean {
  const { endsOn = '' } = event.payload as { endsOn?: CivilDate };
  return event.type === 'publication-opened' && endsOn > dateOfFact(event);
}

function hasSame(one: unknown, other: unknown, name: string): boolean {
  return (one as Record<string, unknown>)[name] === (other as Record<string, unknown>)[name];
}

function pastOf({ happenedAt, payload }: DatedEvent): StatedPast {
  const { lateEntry, decidedOn } = (payload ?? {}) as StatedPast;
  return { happenedOn: happenedAt?.slice(0, 10), lateEntry, decidedOn };
}

function pastFault({ happenedOn, lateEntry, decidedOn }: StatedPast, today: CivilDate): DateFault | null {
  const stated: [StatedDate, CivilDate | undefined][] = [
    ['/happenedOn', happenedOn],
    ['/lateEntry/paperDate', lateEntry?.paperDate],
    ['/decidedOn', decidedOn],
  ];
  for (const [pointer, date] of stated) {
    if (date === undefined || date <= today) continue;
    return { code: 'happened-in-future', pointer, message: `${STATED_DATES[pointer]} ${date} 晚于今天 ${today}` };
  }
  if (lateEntry === undefined) return null;
  if (happenedOn === undefined) {
    return { code: 'invalid-input', pointer: '/happenedOn', message: '补录须写明发生日期' };
  }
  return earlyFault(lateEntry.paperDate, '/lateEntry/paperDate', [{ fact: '材料所载事项发生', on: happenedOn }]);
}

function earlyFault(stated: CivilDate | undefined, pointer: StatedDate, bases: readonly Basis[]): DateFault | null {
  if (stated === undefined) return null;
  const basis = bases.find(({ on, isDayAfter: after }) => stated < on || (after && stated === on));
  if (!basis) return null;
  const { fact, on } = basis;
  const word = stated < on ? '早于' : '须晚于';
  const message = `${STATED_DATES[pointer]} ${stated} ${word}“${fact}”之日 ${on}`;
  return { code: 'happened-too-early', pointer, message, basis: { fact, on } };
}

function refuse(fault: DateFault | null): void {
  if (!fault) return;
  const { code, message, pointer, basis } = fault;
  throw new DomainError(code, message, { pointer, ...(basis && { basis }) });
}
