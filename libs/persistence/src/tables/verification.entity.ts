import { Entity, Index } from 'typeorm';
import type { Verification, VerificationState, VerificationWay } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** One verification of a campaign's record: how far it came, how it ended, what it found. */
@Entity('verifications')
@Index('verifications_campaign', ['campaignId', 'startedAt'])
@Index('verifications_running', ['runningFor'], { unique: true })
export class VerificationEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(16)
  way: VerificationWay;

  /** Null on the command line, where nobody is signed in. */
  @IdColumn({ nullable: true })
  startedBy: string | null;

  /** Programme time, as `endedAt`. */
  @InstantColumn()
  startedAt: string;

  @InstantColumn({ nullable: true })
  endedAt: string | null;

  /** Real time, of the database. */
  @InstantColumn()
  heardAt: string;

  @WordColumn(12)
  state: VerificationState;

  /** The campaign, as long as it runs: one at once. */
  @IdColumn({ nullable: true })
  runningFor: string | null;

  /** Of the record, when it was begun; null until they are counted. */
  @CountColumn({ nullable: true })
  events: number | null;

  @CountColumn()
  eventsChecked: number;

  @CountColumn()
  streamsChecked: number;

  @CountColumn({ nullable: true })
  faults: number | null;

  @JsonColumn({ nullable: true })
  result: Verification | null;
}
