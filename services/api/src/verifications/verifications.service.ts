import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { engineReader, runVerification, SILENT_ENGINE } from '@app/engine';
import { endVerification, openBeside } from '@app/persistence';
import { Clock, type Logger } from '@app/platform';
import { Engine } from '../edge/engine';
import { LOGGER } from '../process/run-watch';

/** One reads the snapshot, one says how far it came, one looks again. */
const CONNECTIONS = 3;

/** The verifications that this process carries out, beside its requests: on connections of their own, part by part. */
@Injectable()
export class Verifications implements OnApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Goes on with one that was begun; nobody waits for it. */
  start(id: string, campaignKey: string): void {
    const work = this.carryOut(id, campaignKey)
      .catch(async (error: unknown) => {
        this.logger.error({ err: error, verification: id }, 'a verification broke off');
        await this.breakOff(id);
      })
      .finally(() => this.running.delete(id));
    this.running.set(id, work);
  }

  async onApplicationShutdown(): Promise<void> {
    const left = [...this.running];
    await Promise.all(left.map(([id]) => this.breakOff(id)));
    await Promise.all(left.map(([, work]) => work));
  }

  private async carryOut(id: string, campaignKey: string): Promise<void> {
    const now = () => this.clock.now();
    const reader = await this.engine.client().then(
      (client) => engineReader(client, now),
      () => SILENT_ENGINE,
    );
    const dataSource = await openBeside(this.dataSource, CONNECTIONS);
    try {
      await runVerification({ dataSource, reader, now }, { id, campaignKey });
    } finally {
      await dataSource.destroy();
    }
  }

  /** Where the database is away too, its silence says the same. */
  private async breakOff(id: string): Promise<void> {
    const end = { state: 'broken-off', now: this.clock.now() } as const;
    await endVerification(this.dataSource.manager, id, end).catch(() => undefined);
  }
}
