import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { expireRequestKeys } from '@app/persistence';
import { Clock, type Logger } from '@app/platform';
import { LOGGER } from '../../process/run-watch';

const DAY_MS = 86_400_000;

/** Once a day, and when the API starts, old keys go; of several APIs each may do it. */
@Injectable()
export class ExpiringKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private daily: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.expire();
    this.daily = setInterval(() => void this.expire(), DAY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.daily);
  }

  /** A database that is away is asked again the day after. */
  private async expire(): Promise<void> {
    try {
      const expired = await expireRequestKeys(this.dataSource.manager, this.clock.now());
      if (expired > 0) this.logger.info({ expired }, 'old request keys are gone');
    } catch (error) {
      this.logger.warn({ error }, 'old request keys stay for another day');
    }
  }
}
