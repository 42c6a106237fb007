import { Column, Entity, Index } from 'typeorm';
import type { DeadlineBody, DeadlineKind, Instant, MetHow } from '@app/domain';
import { CountColumn, DateColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** A rung as stored: name, instant (null: it waits for a holiday notice), and `0` waiting, `1` skipped, `2` missed, or the instant it fired; the rest is in the programme's ladder. */
export type StoredRung = readonly [rung: string, at: Instant | null, state: 0 | 1 | 2 | Instant];

/** What a light is computed from: each index that answers with lights holds all of it. */
const LIT_BY = ['voidedAt', 'metAt', 'pausedAt', 'veryLateAt', 'dueAt', 'nearAt', 'breachedAt', 'metHow'];

/** A dated obligation of one body; its light is computed from these instants and never stored. */
@Entity('deadlines')
@Index('deadlines_keeper', ['keeperId', 'nextRungAt'])
@Index('deadlines_run', ['runId', 'kind'])
@Index('deadlines_branch', ['branchId'])
@Index('deadlines_owing', ['owingRunId', 'kind', 'dueDate', 'branchId', ...LIT_BY])
@Index('deadlines_due', [
  'campaignId',
  'year',
  'dueDate',
  'id',
  'organisationId',
  'branchId',
  'kind',
  'body',
  ...LIT_BY,
])
@Index('deadlines_open', ['campaignId', 'metAt', 'voidedAt', 'year', 'dueDate'])
@Index('deadlines_remind', ['campaignId', 'nextReminderAt'])
export class DeadlineEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  keeperId: string;

  @IdColumn()
  runId: string;

  /** The stream of the run it belongs to: its events are there. */
  @WordColumn(120)
  stream: string;

  @CountColumn()
  year: number;

  @WordColumn(20)
  kind: DeadlineKind;

  /** Nth of its kind in the run: corrections can recur. */
  @CountColumn()
  no: number;

  @WordColumn(14)
  body: DeadlineBody;

  @IdColumn()
  organisationId: string;

  /** The branch that it is about; whose date it is, `body` says. */
  @IdColumn({ nullable: true })
  branchId: string | null;

  /** The run of the organisation that owes it, of a date about a branch that lies with the branch's run. */
  @IdColumn({ nullable: true })
  owingRunId: string | null;

  @CountColumn()
  generation: number;

  @InstantColumn()
  openedAt: string;

  /** So many workdays after its opening; null where a date was given. */
  @Column({ type: 'int', nullable: true })
  workdays: number | null;

  /** Both dates are null while no holiday notice tells on which day the last of the workdays falls. */
  @DateColumn({ nullable: true })
  remindByDate: string | null;

  @DateColumn({ nullable: true })
  dueDate: string | null;

  @InstantColumn({ nullable: true })
  nearAt: string | null;

  @InstantColumn({ nullable: true })
  dueAt: string | null;

  @InstantColumn({ nullable: true })
  veryLateAt: string | null;

  @InstantColumn({ nullable: true })
  originalDueAt: string | null;

  @InstantColumn({ nullable: true })
  pausedAt: string | null;

  @InstantColumn({ nullable: true })
  breachedAt: string | null;

  @InstantColumn({ nullable: true })
  metAt: string | null;

  @WordColumn(20, { nullable: true })
  metHow: MetHow | null;

  @InstantColumn({ nullable: true })
  voidedAt: string | null;

  @JsonColumn()
  rungs: StoredRung[];

  /** The next escalation (or expiry) the keeper must act on; null when there is none. */
  @InstantColumn({ nullable: true })
  nextRungAt: string | null;

  /** The next reminder the daily reminder must hold; null when there is none. */
  @InstantColumn({ nullable: true })
  nextReminderAt: string | null;
}

/** The keeper of all dates of one organisation, or of the committee. */
@Entity('keepers')
@Index('keepers_scope', ['campaignId', 'scopeId'], { unique: true })
export class KeeperEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  /** An organisation's id, or the campaign's for the committee's keeper. */
  @IdColumn()
  scopeId: string;

  @WordColumn(100, { unique: true })
  workflowId: string;

  /** The instant it will act at next; what lies earlier must wake it. */
  @InstantColumn({ nullable: true })
  nextAt: string | null;

  /** Only the committee's keeper: the instant of the last daily reminders it had made, at first that at which it was set up. */
  @InstantColumn({ nullable: true })
  remindedAt: string | null;
}
