import { Entity } from 'typeorm';
import type { CampaignSetting, CampaignState } from '@app/domain';
import { FlagColumn, IdColumn, InstantColumn, WordColumn } from './columns';
import { RunEntity } from './run.entity';

/** One committee running one programme version. */
@Entity('campaigns')
export class CampaignEntity extends RunEntity<CampaignSetting, CampaignState> {
  @WordColumn(60, { unique: true, name: 'campaign_key' })
  key: string;

  @WordColumn(120)
  name: string;

  @IdColumn()
  programmeId: string;

  @FlagColumn()
  rehearsal: boolean;

  /** Only a rehearsal has one: its draw seeds derive from it. */
  @WordColumn(64, { nullable: true })
  seed: string | null;

  @InstantColumn()
  establishedAt: string;
}
