import { Column, Entity, Index } from 'typeorm';
import type { Light, Problem, ProblemSource, ProblemState, RunLight } from '@app/domain';
import { CountColumn, DateColumn, FlagColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

/** One line of a branch's problem list; it carries over rounds. */
@Entity('problems')
@Index('problems_branch', ['branchId', 'state'])
@Index('problems_state', ['campaignId', 'state'])
@Index('problems_owner', ['ownerId', 'state'])
@Index('problems_list', ['campaignId', 'openedYear', 'branchId', 'id', 'state', 'mandatory'])
export class ProblemEntity implements Problem, RunLight {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  branchId: string;

  @CountColumn()
  openedYear: number;

  @CountColumn()
  version: number;

  @WordColumn(8)
  dimension: string;

  @WordColumn(12, { nullable: true })
  indicator: string | null;

  @WordColumn(12)
  source: ProblemSource;

  @Column({ type: 'text' })
  description: string;

  @FlagColumn()
  mandatory: boolean;

  @Column({ type: 'text', nullable: true })
  measure: string | null;

  @IdColumn({ nullable: true })
  ownerId: string | null;

  @DateColumn({ nullable: true })
  dueDate: string | null;

  @WordColumn(12)
  state: ProblemState;

  @Column({ type: 'text', nullable: true })
  raisedBecause: string | null;

  @IdColumn({ nullable: true })
  verifierId: string | null;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  /** The light of the owner's date is read from these, as a run's from its own. */
  @WordColumn(16, { nullable: true })
  restLight: Light | null;

  @InstantColumn({ nullable: true })
  nearAt: string | null;

  @InstantColumn({ nullable: true })
  dueAt: string | null;

  @InstantColumn({ nullable: true })
  veryLateAt: string | null;
}
