import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../support/database';

jest.setTimeout(TEST_DATABASE_MS);

/** The starter as it is built: its child is a file beside it. */
const { runMigrations } = jest.requireActual<{
  runMigrations: (home: string, database: { ownerUrl: string; isPrivate: boolean }) => Promise<void>;
}>('../../dist/services/starter/src/run-child.js');

describe('data that another version of the project made', () => {
  let database: TestDatabase;
  const home = mkdtempSync(join(tmpdir(), 'duibiao 旧数据 '));
  beforeAll(async () => {
    database = await testDatabase({ suffix: 'old' });
  });
  afterAll(() => database?.close());

  const migrated = (isPrivate: boolean) => runMigrations(home, { ownerUrl: database.ownerUrl, isPrivate });

  it('are refused in one sentence before anything is started on them', async () => {
    await expect(migrated(true)).resolves.toBeUndefined();
    const owner = await createConnection({ uri: database.ownerUrl });
    await owner.query('DROP INDEX deadlines_open ON deadlines');
    await owner.end();
    await expect(migrated(true)).rejects.toThrow(/另一版本.* \/ The data in .* are of another version/);
    await expect(migrated(false)).resolves.toBeUndefined();
  });

  it('cannot be reached: the reason is told with it', async () => {
    const ownerUrl = 'mariadb://nobody:nothing@127.0.0.1:1/duibiao';
    await expect(runMigrations(home, { ownerUrl, isPrivate: true })).rejects.toThrow(
      /The migrations failed \(1\); its whole output is in .*migrate\.log:[^]*ECONNREFUSED/,
    );
  });
});
