import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { BallotMode, PaperTally } from '@app/domain';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** The ballot box of one branch run. */
@Entity('ballot_boxes')
@Index('ballot_boxes_run', ['branchRunId'])
export class BallotBoxEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  branchRunId: string;

  @WordColumn(8)
  mode: BallotMode;

  @CountColumn()
  members: number;

  @CountColumn()
  masses: number;

  /** Sheets of codes given out; none yet: 0. */
  @CountColumn({ default: 0 })
  sheets: number;

  @InstantColumn()
  openedAt: string;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  @JsonColumn({ nullable: true })
  firstCount: PaperTally | null;

  @IdColumn({ nullable: true })
  firstCounterId: string | null;

  @JsonColumn({ nullable: true })
  secondCount: PaperTally | null;

  @IdColumn({ nullable: true })
  secondCounterId: string | null;
}

/** A one-time code: only its hash is kept, made as one shuffled sheet, tied to nobody. */
@Entity('ballot_credentials')
@Index('ballot_credentials_box', ['boxId'])
export class BallotCredentialEntity {
  @PrimaryColumn({ type: 'char', length: 64 })
  hash: string;

  @IdColumn()
  boxId: string;

  @WordColumn(8)
  voterGroup: 'member' | 'mass';

  @FlagColumn()
  spent: boolean;

  /** Replaced by a code of a later sheet before it was spent. */
  @FlagColumn()
  voided: boolean;
}

/** One cast ballot: random id, no person, no time, no order. */
@Entity('ballots')
@Index('ballots_box', ['boxId'])
export class BallotEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  boxId: string;

  @WordColumn(8)
  voterGroup: 'member' | 'mass';

  @WordColumn(40)
  answers: string;
}
