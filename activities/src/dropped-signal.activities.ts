import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Instant } from '@app/domain';
import { idOf } from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { noteUnheard } from './unheard';

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
  /** What of it workflows call. */
  static readonly ACTIVITIES = ['noteDropped'] as const satisfies readonly (keyof DroppedSignalActivities)[];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Records among the refusals that a signal was dropped; its content is in the engine's history. Run twice, it is one row. */
  async noteDropped({ workflowId, runId, no, at }: DroppedSignal): Promise<void> {
    const id = idOf('dropped', workflowId, runId, no);
    const writtenAt = this.clock.now();
    await noteUnheard(this.dataSource.manager, { id, workflowId, code: 'invalid-input', at, writtenAt });
  }
}
