import type { BodyKind } from '../office/roles';
import type { DeadlineKind } from '../programme/programme';
import type { CivilDate, Instant } from '../time/time';
import { type Words, words } from '../words';
import type { Decision, ProcessEvent, OfficeRef, Attribution } from './decision';
import type { Office } from './offices';
import type { Phase } from './phases';

/** What the setting of every run holds: fixed when it opens, the start input of its workflow. */
export interface CommonSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
}

/** What the state of every run holds: where it stands, since when, whom it waits for. */
export interface CommonState {
  readonly step: string;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
}

/** The types of one kind of run, in one bundle; `office` are the names under which its table knows the offices. */
export interface RunTypes {
  readonly kind: string;
  readonly office: string;
  readonly setting: CommonSetting;
  readonly state: CommonState;
  readonly command: { readonly name: string; readonly input: object };
  readonly news: { readonly topic: string };
  readonly event: ProcessEvent<string, { readonly at: Instant }>;
  /** What the local write looks up in the tables and the validator does without. */
  readonly lookup: object;
}

export type StepOf<P extends RunTypes> = P['state']['step'];
export type CommandNameOf<P extends RunTypes> = P['command']['name'];
export type TopicOf<P extends RunTypes> = P['news']['topic'];
export type EventTypeOf<P extends RunTypes> = P['event']['type'];

/** A decision that records events of these types alone. */
export type DecisionOf<P extends RunTypes, T extends EventTypeOf<P> = EventTypeOf<P>> = Decision<
  Extract<P['event'], { readonly type: T }>
>;

/** What moves a step on where nobody decides anything. */
export type Otherwise =
  /** Its date is reminded of and escalated; the closing of the round carries the branch over. */
  | 'escalated'
  /** It lasts until somebody acts, news comes or the round closes; its date, where it has one, is that of a longer stretch. */
  | 'waits'
  /** Its date decides: silence registers, a missed correction loses the sending date. */
  | 'expires'
  /** Nothing comes after it. */
  | 'over';

export const OTHERWISE_WORDS: Readonly<Record<Otherwise, Words>> = {
  escalated: words(
    '到期前提醒，逾期逐级催办；年度结束时仍未办结的，所涉党支部结转下一年度',
    'reminded of before its date, escalated after it; the closing of the round carries the branch over',
  ),
  waits: words('停在本环节，直至有人办理或接到告知', 'it stays until somebody acts or news comes'),
  expires: words('时限届满即生效：逾期未提异议，视为登记', 'its date decides: silence registers'),
  over: words('至此结束，不再有后续环节', 'nothing comes after it'),
};

/** One step: where the run stands, whom it waits for, what comes of it when nothing is decided. */
export type Step<O extends string = string> = Words & {
  readonly phase: Phase | null;
  /** Where the circular says it (苏委工〔2020〕6号). */
  readonly clause: string | null;
  /** Null where only the calendar, another run or the close of the round moves it on. */
  readonly by: O | null;
} & (
    | { readonly otherwise: Extract<Otherwise, 'waits' | 'over'>; readonly dates?: StepDates }
    | { readonly otherwise: Extract<Otherwise, 'escalated' | 'expires'>; readonly dates: StepDates }
  );

/**
 * The kinds of date by which a step is to be done, the first that is open: of the run itself, and after them of the
 * organisation's run that waits for it. A programme has one of those that it can set.
 */
export interface StepDates {
  readonly own?: readonly DeadlineKind[];
  readonly above?: readonly DeadlineKind[];
}

/** Every kind of date of a step, each once, its own first. */
export function datesOf({ dates }: Pick<Step, 'dates'>): readonly DeadlineKind[] {
  return [...new Set([...(dates?.own ?? []), ...(dates?.above ?? [])])];
}

/** A command before its rule. */
export interface Asked<P extends RunTypes, N extends CommandNameOf<P> = CommandNameOf<P>> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly input: Extract<P['command'], { readonly name: N }>['input'];
  readonly attribution: Attribution;
  /** Absent in the validator, which only checks what the state knows. */
  readonly lookup?: P['lookup'];
}

/** A command: at which steps it may be given, by which office, and what its rule may record. */
export interface CommandDefinition<
  P extends RunTypes,
  N extends CommandNameOf<P> = CommandNameOf<P>,
  T extends EventTypeOf<P> = EventTypeOf<P>,
> extends Words {
  readonly at: readonly StepOf<P>[];
  readonly by: P['office'];
  readonly records: readonly T[];
  /** Throws DomainError where it is refused. */
  decide(this: void, asked: Asked<P, NoInfer<N>>): DecisionOf<P, NoInfer<T>>;
  /** Where its subject stands, when it is not where the run does. */
  readonly scope?: BodyKind;
  /** What nobody does about his own branch. */
  readonly assesses?: true;
  /** It sends back what was handed over. */
  readonly returns?: true;
  /** It is about one of several subjects of the run and offered with that, not with the run. */
  readonly ofPart?: true;
  /** The inputs with which it is tried before anybody fills it in: possible is what one of them passes. */
  trials?(this: void, run: Pick<Asked<P>, 'setting' | 'state'>): readonly object[];
  /** The last day on which it is taken as it comes: afterwards only with a paper of that time (补录). Null where there is none. */
  takenUntil?(this: void, run: Pick<Asked<P>, 'setting' | 'state'>): CivilDate | null;
}

/** Kinds of a field of news; `any` is looked at by the rule itself. */
export type FieldKind = 'text' | 'number' | 'flag' | 'any';

/** News before its rule. */
export interface Heard<P extends RunTypes, K extends TopicOf<P> = TopicOf<P>> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly news: Extract<P['news'], { readonly topic: K }>;
  readonly at: Instant;
  readonly lookup?: P['lookup'];
}

/** News from another run: with which fields, at which steps it still concerns this one, and what it may record. */
export interface NewsDefinition<
  P extends RunTypes,
  K extends TopicOf<P> = TopicOf<P>,
  T extends EventTypeOf<P> = EventTypeOf<P>,
> extends Words {
  readonly fields: Readonly<
    Record<Exclude<keyof Extract<P['news'], { readonly topic: K }>, 'topic'> & string, FieldKind>
  >;
  readonly at: readonly StepOf<P>[] | 'any';
  /** Who tells it. */
  readonly from: Words;
  /** It sends the run back. */
  readonly returns?: true;
  readonly records: readonly T[];
  hear(this: void, heard: Heard<P, NoInfer<K>>): DecisionOf<P, NoInfer<T>>;
}

/**
 * The step after an event, the steps of which it leads to one, or null where the run stays as it stands; or each by the step
 * that it leaves, where that makes a difference: at any other the run stays.
 */
export type Ends<S extends string> = S | readonly S[] | null | EndsByStep<S>;

export type EndsByStep<S extends string> = { readonly [from in S]?: S | readonly S[] };

/** An event: what it is called, where it leads, what else it changes of the state. */
export interface EventDefinition<P extends RunTypes, T extends EventTypeOf<P> = EventTypeOf<P>> extends Words {
  readonly to: Ends<StepOf<P>>;
  /** Which of several. Absent: the step that the event itself names. */
  pick?(this: void, payload: PayloadOf<P, T>, state: P['state']): StepOf<P>;
  change?(this: void, payload: PayloadOf<P, T>, state: P['state']): Partial<P['state']>;
}

export type PayloadOf<P extends RunTypes, T extends EventTypeOf<P>> = Extract<
  P['event'],
  { readonly type: T }
>['payload'];

/** The part of a table with a line for every event that says which of them call for nothing. */
export function nothingFor<T extends string>(...types: readonly T[]): { readonly [type in T]: null } {
  return Object.fromEntries(types.map((type) => [type, null])) as { [type in T]: null };
}

/**
 * One kind of run, whole: its steps in the circular's order, who acts at each, what may be commanded and told, what is
 * recorded and what that changes. Every other list of steps, offices, permissions, words and messages is derived from it.
 */
export interface Process<P extends RunTypes = RunTypes> {
  readonly kind: P['kind'];
  /** What a year of this kind is, for its page in docs/process. */
  readonly title: Words;
  /** The kind of body that its runs belong to. */
  readonly scope: BodyKind;
  readonly offices: { readonly [O in P['office']]: Office<P['setting']> };
  readonly steps: { readonly [S in StepOf<P>]: Step<P['office']> };
  /** Where it ends; null where it outlives every year. */
  readonly last: StepOf<P> | null;
  readonly commands: { readonly [N in CommandNameOf<P>]: CommandDefinition<P, N> };
  readonly news: { readonly [K in TopicOf<P>]: NewsDefinition<P, K> };
  readonly events: { readonly [T in EventTypeOf<P>]: EventDefinition<P, T> };
  readonly unopened: P['state'];
  /** The id of a run's row. */
  rowId(this: void, setting: P['setting']): string;
  /** What its opening records, with the dates and papers it begins with. */
  readonly opens: readonly EventTypeOf<P>[];
  open(this: void, opening: Opening<P>): DecisionOf<P>;
  /** What an expiry has brought about by now, whether or not anybody has told of it; decided before any command. */
  lapse?(this: void, run: Omit<Heard<P>, 'news'>): DecisionOf<P> | null;
  /** How it says that it has not begun, or is over, and what it adds to that. */
  readonly sayings: { readonly opening: string; readonly over: string };
  overDetails?(this: void, state: P['state']): Readonly<Record<string, unknown>>;
  /** What the engine's own tools show beside step and office, and as the result of a run that has ended. */
  show?(this: void, state: P['state']): string;
  outcome?(this: void, state: P['state']): string;
}

/** The opening of a run before its rule. */
export interface Opening<P extends RunTypes> {
  readonly setting: P['setting'];
  readonly at: Instant;
  readonly lookup?: P['lookup'];
}
