import { shanghaiDateOf } from '../time/civil-date';
import { isDeadlineEvent } from '../deadline/deadline-event';
import { eventWords } from './event-words';
import { type Basis, type DateFault, earlyFault, pastFault, refuse, type StatedPast } from './stated-date';
import type { CivilDate, Instant } from '../time/time';

/** An event as the rule of stated dates reads it. */
export interface DatedEvent {
  readonly type: string;
  readonly actor: string | null;
  readonly operationKey: string;
  readonly happenedAt: string | null;
  readonly recordedAt: Instant;
  readonly payload: unknown;
}

/** What no event may be stated to come before: the campaign, and the round in which it stands. */
export interface Beginning {
  readonly campaignOn: CivilDate;
  /** Null for an event of no round. */
  readonly roundOn: CivilDate | null;
}

/** Refuses an event with a stated date that cannot be; `before`: the events of its stream so far. */
export function checkStatedDates(before: readonly DatedEvent[], event: DatedEvent, beginning: Beginning): void {
  refuse(statedDateFault(before, event, beginning));
}

/**
 * The one rule of dates that people state, asked when an event is written and again over the whole record: not in the
 * future, not before the campaign and the round, not before what it rests on, none for what the service itself does. Null
 * where the dates can be. The events of the deadline register are not asked: they say of an act what the event of the run says.
 */
export function statedDateFault(
  before: readonly DatedEvent[],
  event: DatedEvent,
  beginning: Beginning,
): DateFault | null {
  if (isDeadlineEvent(event.type)) return null;
  const past = pastOf(event);
  return (
    pastFault(past, shanghaiDateOf(event.recordedAt)) ??
    earlyFault(past.happenedOn, '/happenedOn', basesOf(before, event, beginning)) ??
    earlyFault(past.decidedOn, '/decidedOn', basesOf(before, event, beginning)) ??
    (past.decidedOn === undefined
      ? null
      : earlyFault(past.happenedOn, '/happenedOn', [{ fact: eventWords(event.type).zh, on: past.decidedOn }])) ??
    ownDayFault(event)
  );
}

/** Whether an event states any date. */
export function statesDate(event: DatedEvent): boolean {
  return !isDeadlineEvent(event.type) && Object.values(pastOf(event)).some((stated) => stated !== undefined);
}

/** The date of an event: as it was stated, else that of its recording. */
export function dateOfEvent(event: DatedEvent): CivilDate {
  const { decidedOn, happenedOn } = pastOf(event);
  return decidedOn ?? happenedOn ?? shanghaiDateOf(event.recordedAt);
}

/** Refuses an event of before the campaign or the round. */
export function checkNotBeforeBeginning(happenedOn: CivilDate, beginning: Beginning): void {
  refuse(earlyFault(happenedOn, '/happenedOn', basesInTime(beginning)));
}

/** What an event rests on, where it is not simply the hand-over before it in its stream; 'round': on the round alone. */
const RESTS_ON: Readonly<Record<string, readonly string[] | 'round'>> = {
  'round-opened': 'round',
  'spot-check-ordered': 'round',
  'publication-opened': 'round',
  'round-closed': 'round',
  'branch-dissolved': 'round',
  'draw-population-frozen': ['draw-seed-committed'],
  'draw-revealed': ['draw-population-frozen'],
  'recheck-overturn-proposed': ['draw-revealed', 'recheck-overturn-returned'],
  'recheck-overturn-returned': ['recheck-overturn-proposed'],
  'recheck-concluded': ['draw-revealed', 'recheck-overturn-proposed', 'recheck-overturn-returned'],
  'spot-check-concluded': ['draw-revealed'],
  'decision-recorded': ['conclusions-submitted'],
  'recognition-recorded': ['publication-opened'],
};

/** What the service itself begins, counts or draws is of the day on which it does; on paper it may have been of another. */
const OF_ITS_OWN_DAY: Readonly<
  Record<string, { readonly message: string; readonly onPaper?: (payload: unknown) => boolean }>
> = {
  'publication-opened': { message: '公示自公布当日起算' },
  'draw-population-frozen': { message: '抽查名单当日封存' },
  'draw-revealed': { message: '抽查结果当日揭晓' },
  'ballot-opened': {
    message: '网上测评当日发码开启',
    onPaper: (payload) => (payload as { mode?: string }).mode === 'paper',
  },
  'ballot-closed': {
    message: '网上测评当日关闭计票',
    onPaper: (payload) => ((payload as { counters?: readonly string[] }).counters ?? []).length > 1,
  },
};

function ownDayFault(event: DatedEvent): DateFault | null {
  const { happenedOn } = pastOf(event);
  const own = Object.hasOwn(OF_ITS_OWN_DAY, event.type) ? OF_ITS_OWN_DAY[event.type] : undefined;
  if (!own || happenedOn === undefined || happenedOn === shanghaiDateOf(event.recordedAt)) return null;
  if (own.onPaper?.(event.payload)) return null;
  return { code: 'invalid-input', pointer: '/happenedOn', message: `${own.message}，不能补填日期` };
}

function basesOf(before: readonly DatedEvent[], event: DatedEvent, beginning: Beginning): Basis[] {
  const earlier = before.filter(
    ({ operationKey, type }) => operationKey !== event.operationKey && !isDeadlineEvent(type),
  );
  const found = restsOn(earlier, event);
  return [
    ...basesInTime(beginning),
    ...(found ? [{ fact: eventWords(found.type).zh, on: dateOfEvent(found), isDayAfter: isDayAfter(found) }] : []),
    ...openingOf(event),
    ...settledOf(event),
  ];
}

/** A sheet is signed after it was opened; a paper that was signed before is entered late. */
function openingOf({ payload }: DatedEvent): Basis[] {
  const { openedAt, lateEntry } = (payload ?? {}) as StatedPast & { readonly openedAt?: Instant };
  return openedAt && !lateEntry ? [{ fact: '打开这一版评估表', on: shanghaiDateOf(openedAt) }] : [];
}

/** A list is no older than what stands on it. */
function settledOf({ payload }: DatedEvent): Basis[] {
  const { settledOn } = (payload ?? {}) as { readonly settledOn?: CivilDate };
  return settledOn ? [{ fact: '名单所列党支部的评估结论', on: settledOn }] : [];
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
    const recognition = event.type === 'round-closed' ? recognitionOf(earlier, event) : undefined;
    if (recognition) return recognition;
    return earlier.findLast(({ type, payload }) => type === 'round-opened' && hasSame(payload, event.payload, 'year'));
  }
  if (kinds === undefined) return earlier.findLast(({ actor }) => actor !== null);
  return earlier.findLast(({ type, payload }) => kinds.includes(type) && isOfSameMatter(payload, event.payload));
}

/** A round is closed after the last recognition on a list of its year. */
function recognitionOf(earlier: readonly DatedEvent[], closing: DatedEvent): DatedEvent | undefined {
  const lists = earlier.filter(
    ({ type, payload }) => type === 'publication-opened' && hasSame(payload, closing.payload, 'year'),
  );
  return earlier.findLast(
    ({ type, payload }) =>
      type === 'recognition-recorded' && lists.some((list) => hasSame(list.payload, payload, 'publicationId')),
  );
}

/** What is of one publication or recheck is no basis for what is of another. */
function isOfSameMatter(basis: unknown, event: unknown): boolean {
  const named = basis as Record<string, unknown>;
  return ['publicationId', 'recheckId'].every((name) => named[name] === undefined || hasSame(basis, event, name));
}

/** A list that was opened to the public today has not been shown yet, unless the programme asks for no day of it. */
function isDayAfter(event: DatedEvent): boolean {
  const { endsOn = '' } = event.payload as { endsOn?: CivilDate };
  return event.type === 'publication-opened' && endsOn > dateOfEvent(event);
}

function hasSame(one: unknown, other: unknown, name: string): boolean {
  return (one as Record<string, unknown>)[name] === (other as Record<string, unknown>)[name];
}

function pastOf({ happenedAt, payload }: DatedEvent): StatedPast {
  const { lateEntry, decidedOn } = (payload ?? {}) as StatedPast;
  return { happenedOn: happenedAt?.slice(0, 10), lateEntry, decidedOn };
}
