import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { RefusedCommand } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** What one local write did under its key: found again, it is answered and not repeated. */
@Entity('run_operations')
export class RunOperationEntity {
  @PrimaryIdColumn()
  runId: string;

  @PrimaryColumn({ type: 'varchar', length: 120 })
  operationKey: string;

  @CountColumn()
  version: number;

  /** Of a command's content, as its caller's key stands for it; empty where nobody called. */
  @WordColumn(64)
  requestDigest: string;

  @JsonColumn()
  outcome: unknown;

  /** For whom its effects are, comma between comma: a word for all of a kind, the id of one; empty without effects. */
  @WordColumn(400, { default: '' })
  told: string;
}

/** The caller's Idempotency-Key of every command, also of register commands. */
@Entity('request_keys')
@Index('request_keys_written', ['writtenAt'])
export class RequestKeyEntity {
  /** Says who, which command and which key: the same three are the same row. */
  @PrimaryColumn({ type: 'char', length: 43 })
  id: string;

  @IdColumn()
  actor: string;

  @WordColumn(60)
  command: string;

  @WordColumn(120)
  requestKey: string;

  @WordColumn(64)
  requestDigest: string;

  /** The run of a process command: its outcome is in run_operations. */
  @IdColumn({ nullable: true })
  runId: string | null;

  /** The outcome of a register command; null for a process command. */
  @JsonColumn({ nullable: true })
  outcome: unknown;

  @InstantColumn()
  writtenAt: string;
}

/** A command that was refused, by whom and why: refusals leave no trace in the engine. */
@Entity('refusals')
@Index('refusals_campaign', ['campaignId', 'recordedAt'])
export class RefusalEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn({ nullable: true })
  campaignId: string | null;

  @IdColumn({ nullable: true })
  actor: string | null;

  @WordColumn(60)
  command: RefusedCommand;

  @IdColumn({ nullable: true })
  subjectId: string | null;

  @WordColumn(40)
  code: string;

  @InstantColumn()
  recordedAt: string;

  @InstantColumn()
  writtenAt: string;
}
