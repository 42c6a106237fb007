import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, DigestColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

/** One recorded event: insert-only, chained by hash, the canonical text itself is the record. */
@Entity('process_events')
@Index('process_events_campaign', ['campaignId', 'recordedAt'])
export class ProcessEventEntity {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  stream: string;

  @PrimaryColumn({ type: 'int' })
  sequence: number;

  @IdColumn()
  campaignId: string;

  @WordColumn(60)
  type: string;

  @InstantColumn()
  recordedAt: string;

  @DigestColumn()
  hash: string;

  /** RFC 8785 text that the hash is taken of. */
  @Column({ type: 'longtext' })
  canonical: string;
}

/** The last sequence and hash of a stream; taken under lock by every append. */
@Entity('stream_heads')
@Index('stream_heads_changed', ['campaignId', 'changedAt'])
export class StreamHeadEntity {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  stream: string;

  @CountColumn()
  sequence: number;

  @DigestColumn()
  hash: string;

  @IdColumn()
  campaignId: string;

  /** Real time of the last append, by the database's clock: what changed since the heads were last put on record. */
  @InstantColumn()
  changedAt: string;
}

/** A head as it once stood, put on record in the campaign's stream by a digest over all of one record. */
@Entity('recorded_heads')
@Index('recorded_heads_record', ['campaignId', 'recordNo'])
export class RecordedHeadEntity {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  stream: string;

  @PrimaryColumn({ type: 'int' })
  sequence: number;

  @DigestColumn()
  hash: string;

  /** Whose record it is: streams of no campaign are in that of each. */
  @PrimaryIdColumn()
  campaignId: string;

  @CountColumn()
  recordNo: number;
}
