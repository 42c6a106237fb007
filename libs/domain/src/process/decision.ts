import type { DeadlineMeeting } from '../deadline/deadline';
import type { DeadlineBody, DeadlineKind } from '../programme/programme';
import type { BodyKind, Role } from '../office/roles';
import type { CivilDate, Instant } from '../time/time';

/** A post in a body; persons are resolved from it when a task is shown or a notice goes out. */
export interface OfficeRef {
  readonly role: Role;
  readonly bodyKind: BodyKind;
  readonly bodyId: string;
}

/** The secretary of a branch. */
export function branchSecretary(branchId: string): OfficeRef {
  return { role: 'branch-secretary', bodyKind: 'branch', bodyId: branchId };
}

/** The officer of the committee that carries out a campaign. */
export function committeeOfficer(campaignId: string): OfficeRef {
  return { role: 'committee-officer', bodyKind: 'committee', bodyId: campaignId };
}

/** Who speaks, in which office, and when the service received it (programme time). */
export interface Attribution {
  readonly actor: string;
  readonly office: Role;
  readonly receivedAt: Instant;
  /** The stated date of the event itself; absent: the moment of receipt. */
  readonly happenedOn?: CivilDate;
  /** Declared late entry (补录): the dated paper it is taken from. */
  readonly lateEntry?: { readonly paper: string; readonly paperDate: CivilDate };
}

/** What is to be recorded of a run; `type` names it as an auditor would. */
export interface ProcessEvent<T extends string = string, P = unknown> {
  readonly type: T;
  readonly payload: P;
}

/** What a decision asks of the deadline register, in the same transaction. */
export type DeadlineOrder =
  | {
      readonly action: 'open';
      readonly kind: DeadlineKind;
      readonly body: DeadlineBody;
      readonly remindByDate: CivilDate;
      readonly dueDate: CivilDate;
    }
  | {
      readonly action: 'open-in-workdays';
      readonly kind: DeadlineKind;
      readonly body: DeadlineBody;
      readonly workdays: number;
    }
  | { readonly action: 'meet'; readonly kind: DeadlineKind; readonly submittedAt: Instant }
  | { readonly action: 'meet-together'; readonly kind: DeadlineKind; readonly parts: readonly DeadlineMeeting[] }
  | { readonly action: 'void'; readonly kind: DeadlineKind }
  | { readonly action: 'void-all' };

/**
 * A notice to the holders of an office; its sentence is made when it is shown (`noticeSentence`), so it holds no name and no
 * score. That a step is another office's now is told without an order (`handedTo`); an order says it in words of its own.
 */
export interface NoticeOrder {
  readonly to: OfficeRef;
  readonly subject: NoticeSubject;
}

export type NoticeSubject =
  | 'handed-over'
  | 'returned'
  | 'concluded'
  | 'conclusions-submitted'
  | 'struck'
  | 'filing-returned'
  | 'registered'
  | 'drawn'
  | 'recheck-concluded'
  | 'recognised'
  | 'round-closed'
  | 'deadline-reminder'
  | 'deadline-escalated'
  | 'slip-drafted'
  | 'slip-issued'
  | 'slip-copied'
  | 'slip-withdrawn'
  | 'slip-received'
  | 'slip-answered'
  | 'slip-closed';

/**
 * Documents a decision opens for drafting, freezes, or settles by the second of two signatures. A newly opened one starts with the content of the last of its kind
 * in the run, so that a returned document is corrected and never typed again.
 */
export type DocumentOrder =
  | { readonly action: 'open'; readonly kind: DocumentKind }
  | {
      readonly action: 'freeze';
      readonly documentId: string;
      readonly digest: string;
      /** The first of two signatures: the words stand, and are read by others once the second is given. */
      readonly half?: true;
      /** Made from a register: what was looked up is put in as its words, whatever was made before. */
      readonly made?: true;
    }
  | { readonly action: 'settle'; readonly documentId: string; readonly digest: string };

export type DocumentKind =
  | 'survey'
  | 'branch-plan'
  | 'organisation-plan'
  | 'self-assessment'
  | 'superior-assessment'
  | 'review'
  | 'recheck-assessment'
  | 'conclusion-list'
  | 'filing-list'
  | 'publication-list'
  | 'disposition-list'
  | 'remarks';

/** What must be told to others once the transaction is done: whom, about what, and what was written, by its id. */
interface Effect<Tell extends string, Topic extends string, Refs> {
  readonly tell: Tell;
  readonly topic: Topic;
  readonly refs: Readonly<Refs>;
}

/** To the branches of the sender's round that stand on what was written. */
export type BranchesEffect =
  | Effect<'branches', 'target-set' | 'listed', { documentId: string }>
  | Effect<'branches', 'decided', { decisionId: string; listId: string }>
  | Effect<'branches', 'filed' | 'filing-returned', { filingId: string }>
  | Effect<'branches', 'registered', { filingId: string; bySilence: 0 | 1 }>
  | Effect<'branches', 'drawn', { spotCheckId: string }>
  | Effect<'branches', 'published', { publicationId: string; documentId: string }>
  | Effect<'branches', 'recognised', { recognitionId: string; publicationId: string; documentId: string }>
  | Effect<'branches', 'round-closed', { documentId: string; year: number }>;

/** To the branch of a recheck. */
export type RecheckEffect = Effect<'branch', 'rechecked', { recheckId: string }>;

/** To the same branch's runs in the other rounds that are open. */
export type OtherRoundsEffect =
  | Effect<'other-rounds', 'pass-lost', { year: number }>
  | Effect<'other-rounds', 'branch-dissolved', { reasonId: string; digest: string; documentNumber: string }>;

/** Every effect there is. One of another release may come out of a history: who carries it out looks at its topic. */
export type EffectOrder =
  | BranchesEffect
  | RecheckEffect
  | OtherRoundsEffect
  | Effect<'organisations', 'round-closed', { year: number }>
  /** To the one run that it names. */
  | Effect<'organisation', 'survey-submitted' | 'branch-left', { workflowId: string }>
  | Effect<'keeper', 'wake', { workflowId: string }>
  | Effect<'start-round', 'opened', { year: number }>
  | Effect<'start-spot-check', 'ordered', { spotCheckId: string; year: number; no: number }>
  /** What other writes of the run asked for, as far as nobody has taken it in: `after` one version, `until` another. */
  | Effect<'untold', 'untold', { after: number; until: number }>;

/** The kinds of runs that others tell something, by the stem of their workflow ids. */
export type ToldStem = 'branch' | 'organisation';

/** Who hears an effect: all runs of a kind that stand on it, or the one that it names; null where it is no news to a run. */
export const HEARD_BY: Readonly<
  Record<EffectOrder['tell'], { readonly stem: ToldStem; readonly isNamed: boolean } | null>
> = {
  branches: { stem: 'branch', isNamed: false },
  'other-rounds': { stem: 'branch', isNamed: false },
  branch: { stem: 'branch', isNamed: true },
  organisations: { stem: 'organisation', isNamed: false },
  organisation: { stem: 'organisation', isNamed: true },
  keeper: null,
  'start-round': null,
  'start-spot-check': null,
  untold: null,
};

/** An effect that is still to be told. Key and index are of the write that asked for it: told twice, it is one message. */
export interface PendingEffect<E extends EffectOrder = EffectOrder> {
  readonly operationKey: string;
  readonly index: number;
  readonly at: Instant;
  readonly effect: E;
}

/** The outcome of a rule: events to record and what follows from them, nothing done yet. */
export interface Decision<F extends ProcessEvent> {
  readonly events: readonly F[];
  readonly deadlines?: readonly DeadlineOrder[];
  readonly notices?: readonly NoticeOrder[];
  readonly documents?: readonly DocumentOrder[];
  readonly effects?: readonly EffectOrder[];
}
