import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, DigestColumn, IdColumn, InstantColumn, WordColumn } from './columns';

/** One recorded fact: insert-only, chained by hash, the canonical text itself is the record. */
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
export class StreamHeadEntity {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  stream: string;

  @CountColumn()
  sequence: number;

  @DigestColumn()
  hash: string;
}
