import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type Instant, programmeNow } from '@app/domain';
import { CampaignClockEntity } from '@app/persistence';
import { Clock } from '@app/platform';

/** Programme time of a campaign, from its clock row. */
@Injectable()
export class ProgrammeTime {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async now(campaignId: string): Promise<Instant> {
    const row = await this.dataSource.manager.findOneBy(CampaignClockEntity, { campaignId });
    if (!row) throw new DomainError('not-found', '没有这项专项工作', { campaignId });
    return programmeNow(row, this.clock.now());
  }
}
