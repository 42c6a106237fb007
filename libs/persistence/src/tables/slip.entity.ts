import { Column, Entity, Index } from 'typeorm';
import type { LadderColour, Slip, SlipEnd, SlipState } from '@app/domain';
import { CountColumn, DateColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** A supervision slip (督办单): the fold of its stream. */
@Entity('slips')
@Index('slips_once', ['deadlineId', 'generation', 'rung'], { unique: true })
@Index('slips_number', ['campaignId', 'serialYear', 'serial'], { unique: true })
@Index('slips_campaign', ['campaignId', 'state'])
@Index('slips_organisation', ['organisationId', 'state'])
@Index('slips_branch', ['branchId', 'state'])
export class SlipEntity implements Slip {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @CountColumn()
  version: number;

  @IdColumn()
  deadlineId: string;

  @CountColumn()
  generation: number;

  @WordColumn(8)
  rung: string;

  @WordColumn(8)
  colour: LadderColour;

  @IdColumn()
  organisationId: string;

  @IdColumn({ nullable: true })
  branchId: string | null;

  @WordColumn(12)
  commander: Slip['commander'];

  @WordColumn(8)
  state: SlipState;

  /** One line per late branch for a deadline of the organisation. */
  @JsonColumn({ name: 'line_list' })
  lines: string[];

  @InstantColumn()
  draftedAt: string;

  @CountColumn({ nullable: true })
  serialYear: number | null;

  @CountColumn({ nullable: true })
  serial: number | null;

  @WordColumn(80, { nullable: true })
  documentNumber: string | null;

  @InstantColumn({ nullable: true })
  issuedAt: string | null;

  @IdColumn({ nullable: true })
  issuedBy: string | null;

  @DateColumn({ nullable: true })
  answerDate: string | null;

  @DateColumn({ nullable: true })
  receivedOn: string | null;

  @InstantColumn({ nullable: true })
  answeredAt: string | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnBecause: string | null;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  @WordColumn(12, { nullable: true })
  ended: SlipEnd | null;

  @Column({ type: 'text', nullable: true })
  endedBecause: string | null;
}
