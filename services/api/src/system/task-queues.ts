import { Injectable } from '@nestjs/common';
import { ERRAND_QUEUE, KEEPER_QUEUE, PROCESS_QUEUE } from '@app/contracts';
import { Engine, type QueueStanding } from '../edge/engine';

/** The queues by what their tasks are for. */
export const QUEUES = ['processes', 'keepers', 'errands'] as const;

const NAME_OF: Readonly<Record<(typeof QUEUES)[number], string>> = {
  processes: PROCESS_QUEUE,
  keepers: KEEPER_QUEUE,
  errands: ERRAND_QUEUE,
};

/** As long as a check of readiness takes at most. */
const LOOK_MS = 1700;

export interface NamedQueueStanding extends QueueStanding {
  readonly queue: (typeof QUEUES)[number];
}

/** How long the queues are, by the engine itself. */
@Injectable()
export class TaskQueues {
  private looking: Promise<readonly NamedQueueStanding[] | null> | undefined;

  constructor(private readonly engine: Engine) {}

  /** Null where the engine does not say in time; never throws. Asked by many at once, it looks once. */
  look(): Promise<readonly NamedQueueStanding[] | null> {
    this.looking ??= this.ask().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async ask(): Promise<readonly NamedQueueStanding[] | null> {
    const all = await Promise.all(
      QUEUES.map(async (queue) => {
        const standing = await this.engine.standingOf(NAME_OF[queue], LOOK_MS);
        return standing && { queue, ...standing };
      }),
    );
    return all.every((one) => one !== null) ? all : null;
  }
}
