import { Column, Entity } from 'typeorm';
import type { ProgrammeClock } from '@app/domain';
import { FlagColumn, InstantColumn, PrimaryIdColumn } from './columns';

/** The programme clock of a campaign: a row, so that every process reads the same time. */
@Entity('campaign_clocks')
export class CampaignClockEntity implements ProgrammeClock {
  @PrimaryIdColumn()
  campaignId: string;

  @FlagColumn()
  rehearsal: boolean;

  @InstantColumn()
  anchorReal: string;

  @InstantColumn()
  anchorProgramme: string;

  @Column({ type: 'double' })
  rate: number;

  @InstantColumn({ nullable: true })
  heldSince: string | null;

  @InstantColumn({ nullable: true })
  holdsAt: string | null;

  @InstantColumn({ nullable: true })
  heartbeatAt: string | null;
}
