import { Column, Entity, Index } from 'typeorm';
import type { SpotCheckSetting, SpotCheckState, SpotCheckStep, Verdict } from '@app/domain';
import { CountColumn, DigestColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';
import { RunEntity } from './run.entity';

/** A committee inspection of a drawn sample; the seed is revealed only with the result. */
@Entity('spot_checks')
@Index('spot_checks_no', ['campaignId', 'no'], { unique: true })
export class SpotCheckEntity extends RunEntity<SpotCheckSetting, SpotCheckState> {
  declare step: SpotCheckStep;

  @CountColumn()
  year: number;

  @CountColumn()
  no: number;

  /** Kept from every reader until the draw is revealed. */
  @DigestColumn({ nullable: true })
  seed: string | null;

  @DigestColumn({ nullable: true })
  populationDigest: string | null;

  /** Canonical JSON of the frozen population; read by `frozenPopulationOf`, for it may be of a whole campaign. */
  @Column({ type: 'longtext', nullable: true, select: false })
  population?: string | null;
}

/** One drawn branch and the verdict of its recheck; its sheets and remarks are documents under this id. */
@Entity('rechecks')
@Index('rechecks_branch', ['branchId'])
@Index('rechecks_run', ['branchRunId'])
@Index('rechecks_proposed', ['campaignId', 'proposedAt', 'concludedAt'])
@Index('rechecks_spot_check', ['spotCheckId'])
export class RecheckEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  spotCheckId: string;

  @IdColumn()
  branchId: string;

  @IdColumn()
  branchRunId: string;

  @WordColumn(60)
  stratum: string;

  @CountColumn({ name: 'stratum_rank' })
  rank: number;

  @DigestColumn()
  hmac: string;

  @WordColumn(24)
  drawnBy: 'ratio' | 'organisation-minimum';

  @IdColumn({ nullable: true })
  documentId: string | null;

  @WordColumn(12, { nullable: true })
  verdict: Verdict | null;

  @CountColumn({ nullable: true })
  score: number | null;

  @IdColumn({ nullable: true })
  recheckerId: string | null;

  /** When it was found that the pass does not hold; the pass stands until a second person has confirmed it. */
  @InstantColumn({ nullable: true })
  proposedAt: string | null;

  /** Why the pass is overturned, kept like remarks. */
  @IdColumn({ nullable: true })
  reasonId: string | null;

  /** The second person of an overturned pass. */
  @IdColumn({ nullable: true })
  confirmerId: string | null;

  @InstantColumn({ nullable: true })
  concludedAt: string | null;
}
