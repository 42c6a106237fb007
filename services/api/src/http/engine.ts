import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { type Config, connectTemporal } from '@app/platform';

/** The connection to the engine, made at its first use and made again after a failure: the API starts without it. */
@Injectable()
export class Engine implements OnApplicationShutdown {
  private connecting: Promise<Client> | undefined;

  constructor(private readonly config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>) {}

  client(): Promise<Client> {
    this.connecting ??= connectTemporal(this.config.temporalAddress, this.config.temporalNamespace).catch(
      (error: unknown) => {
        this.connecting = undefined;
        throw error;
      },
    );
    return this.connecting;
  }

  /** Whether the engine answers; never throws. */
  async answers(): Promise<boolean> {
    try {
      const client = await this.client();
      await client.workflowService.getSystemInfo({});
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.connecting?.catch(() => undefined);
    await client?.connection.close();
  }
}
