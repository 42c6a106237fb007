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
  /** The stated date of the fact itself; absent: the moment of receipt. */
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
 * A notice to the holders of an office; the text is made from `subject` when it is shown, so it holds no name and no score.
 * Whose turn it is needs no notice: the task list and the digest say it.
 */
export interface NoticeOrder {
  readonly to: OfficeRef;
  readonly subject: NoticeSubject;
}

export type NoticeSubject =
  | 'returned'
  | 'concluded'
  | 'struck'
  | 'filing-returned'
  | 'registered'
  | 'drawn'
  | 'recheck-concluded'
  | 'recognised'
  | 'round-closed'
  | 'deadline-reminder'
  | 'deadline-escalated';

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

/** What must be told to other runs once the transaction is done. */
export interface EffectOrder {
  readonly tell:
    | 'branches'
    | 'branch'
    | 'other-rounds'
    | 'organisation'
    | 'organisations'
    | 'keeper'
    | 'start-round'
    | 'start-spot-check'
    /** What other writes of the run asked for, as far as nobody has taken it in: `after` one version, `until` another. */
    | 'untold';
  readonly topic: string;
  /** What was written, by its id; for a keeper and for the organisation its `workflowId`. */
  readonly refs: Readonly<Record<string, string | number>>;
}

/** An effect that is still to be told. Key and index are of the write that asked for it: told twice, it is one message. */
export interface PendingEffect {
  readonly operationKey: string;
  readonly index: number;
  readonly at: Instant;
  readonly effect: EffectOrder;
}

/** The outcome of a rule: events to record and what follows from them, nothing done yet. */
export interface Decision<F extends ProcessEvent> {
  readonly events: readonly F[];
  readonly deadlines?: readonly DeadlineOrder[];
  readonly notices?: readonly NoticeOrder[];
  readonly documents?: readonly DocumentOrder[];
  readonly effects?: readonly EffectOrder[];
}
