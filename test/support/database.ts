import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { migrate, openDataSource } from '@app/persistence';

/** A migrated, empty database of one jest worker. */
export interface TestDatabase {
  /** Opened as the services' user, so that a missing grant fails a test. */
  readonly dataSource: DataSource;
  readonly appUrl: string;
  /** For migrations, and for tests that tamper as only the owner can. */
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

/** The server of a test database, as its owner and as the services. */
export type DatabaseServer = Pick<TestDatabase, 'ownerUrl' | 'appUrl'>;

/**
 * Drops, creates and migrates `duibiao_test_<JEST_WORKER_ID>` on the server of DATABASE_OWNER_URL, or on another `server`;
 * the spec closes it. `suffix` names a further database of the same worker.
 */
export async function testDatabase({
  suffix = '',
  poolSize = 5,
  server = undefined as DatabaseServer | undefined,
} = {}): Promise<TestDatabase> {
  const name = `duibiao_test_${process.env.JEST_WORKER_ID ?? '1'}${suffix && `_${suffix}`}`;
  const ownerUrl = withDatabase(server?.ownerUrl ?? required('DATABASE_OWNER_URL'), name);
  const appUrl = withDatabase(server?.appUrl ?? required('DATABASE_URL'), name);
  const connection = await createConnection({ uri: withDatabase(ownerUrl, '') });
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } finally {
    await connection.end();
  }
  await migrate(ownerUrl);
  const dataSource = await openDataSource({ url: appUrl, poolSize });
  return { dataSource, appUrl, ownerUrl, close: () => dataSource.destroy() };
}

/** One jest hook's time for `testDatabase`, on a slow machine too. */
export const TEST_DATABASE_MS = 60_000;

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function required(name: 'DATABASE_OWNER_URL' | 'DATABASE_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run the tests with npm test`);
  return url;
}
