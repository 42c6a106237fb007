import type { Client } from '@temporalio/client';
import { type DataSource, type EntityManager } from 'typeorm';
import { openDataSource, inTransaction } from '@app/persistence';
import { type Clock, connectTemporal, readConfig, systemClock } from '@app/platform';

/** What a command works with; opened when first asked for, so that a check of files needs no running system. */
export interface Context {
  readonly clock: Clock;
  /** Folder of the private data. */
  readonly home: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly dataSource: () => Promise<DataSource>;
  readonly engine: () => Promise<Client>;
  readonly close: () => Promise<void>;
}

/** The context of this process: settings from the environment. */
export function processContext(environment: NodeJS.ProcessEnv = process.env): Context {
  let dataSource: Promise<DataSource> | undefined;
  let engine: Promise<Client> | undefined;
  return {
    clock: systemClock,
    home: environment.DUIBIAO_HOME || '.duibiao',
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    dataSource: () => (dataSource ??= openDataSource({ url: readConfig(environment).databaseUrl, poolSize: 4 })),
    engine() {
      const { temporalAddress, temporalNamespace } = readConfig(environment);
      return (engine ??= connectTemporal(temporalAddress, temporalNamespace));
    },
    async close() {
      await (await dataSource?.catch(() => undefined))?.destroy();
      await (await engine?.catch(() => undefined))?.connection.close();
    },
  };
}

/** One transaction on the database of the context. */
export async function transaction<T>(context: Context, work: (m: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(await context.dataSource(), work);
}
