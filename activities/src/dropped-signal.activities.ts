import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Instant } from '@app/domain';
import { CampaignEntity, idOf, RefusalEntity } from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';

/** A signal that a run did not know: the how manieth of one execution, at which programme time. */
export interface DroppedSignal {
  readonly workflowId: string;
  readonly runId: string;
  readonly no: number;
  readonly at: Instant | null;
}

/** The local write of what a run drops. */
@Injectable()
export class DroppedSignalActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Records among the refusals that a signal was dropped; its content is in the engine's history. Run twice, it is one row. */
  async noteDropped({ workflowId, runId, no, at }: DroppedSignal): Promise<void> {
    const { manager } = this.dataSource;
    const campaign = await manager.findOneBy(CampaignEntity, { key: workflowId.split(':')[1] ?? '' });
    const writtenAt = this.clock.now();
    await manager
      .createQueryBuilder()
      .insert()
      .into(RefusalEntity)
      .values({
        id: idOf('dropped', workflowId, runId, no),
        campaignId: campaign?.id ?? null,
        command: 'tellNews',
        code: 'invalid-input',
        recordedAt: at ?? writtenAt,
        writtenAt,
      })
      .orIgnore()
      .execute();
  }
}
