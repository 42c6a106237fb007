import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  WordColumn,
} from './columns';

/** The party group's decision on one list of branches: number and date of its paper. */
@Entity('decisions')
@Index('decisions_run', ['organisationRunId', 'listNo'], { unique: true })
export class DecisionEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  organisationRunId: string;

  @CountColumn()
  listNo: number;

  @IdColumn()
  listId: string;

  @WordColumn(80, { name: 'paper_number' })
  number: string;

  @DateColumn()
  decidedOn: string;

  /** Branch ids the party group agreed to. */
  @JsonColumn()
  agreed: string[];

  @JsonColumn()
  struck: string[];

  /** Why they were struck, kept like remarks. */
  @IdColumn({ nullable: true })
  reasonId: string | null;

  @JsonColumn()
  recusals: string[];

  @IdColumn()
  recordedBy: string;

  @InstantColumn()
  recordedAt: string;
}

/** The organisation's result list as sent to the committee (备案). */
@Entity('filings')
@Index('filings_run', ['organisationRunId', 'listNo'], { unique: true })
@Index('filings_campaign', ['campaignId', 'sentAt'])
export class FilingEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  organisationRunId: string;

  @CountColumn()
  listNo: number;

  @IdColumn()
  decisionId: string;

  @CountColumn({ name: 'line_count' })
  lines: number;

  @WordColumn(64)
  digest: string;

  /** How often it was sent, 1 without a return. */
  @CountColumn()
  sendings: number;

  /** The date that counts as filed. */
  @InstantColumn({ nullable: true })
  sentAt: string | null;

  @InstantColumn({ nullable: true })
  returnedAt: string | null;

  @InstantColumn({ nullable: true })
  registeredAt: string | null;

  @FlagColumn({ default: 0 })
  bySilence: boolean;
}
