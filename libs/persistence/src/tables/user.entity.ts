import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

/** An account; a person of the roster signs in with it. */
@Entity('users')
export class UserEntity {
  @PrimaryIdColumn()
  id: string;

  @WordColumn(80, { unique: true })
  login: string;

  @IdColumn({ nullable: true })
  personId: string | null;

  @IdColumn({ nullable: true })
  campaignId: string | null;

  @Column({ type: 'varchar', length: 200 })
  passwordHash: string;

  /** A sample account of a sample database; said wherever it is shown. */
  @FlagColumn()
  sample: boolean;
}

/** A signed-in session: only the hash of its token is kept; real time. */
@Entity('sessions')
@Index('sessions_user', ['userId'])
export class SessionEntity {
  @PrimaryColumn({ type: 'char', length: 64 })
  tokenHash: string;

  @IdColumn()
  userId: string;

  @InstantColumn()
  createdAt: string;

  @InstantColumn()
  lastSeenAt: string;
}
