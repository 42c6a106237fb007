import { createConnection } from 'mysql2/promise';
import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../../../test/support/database';
import { checkDatabaseText } from './external-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ suffix: 'external' });
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

/** Checks the database through a connection that speaks a character set. */
async function check(charset: string, ...statements: readonly string[]): Promise<void> {
  const connection = await createConnection({ uri: database.ownerUrl, charset });
  try {
    for (const statement of statements) await connection.query(statement);
    await checkDatabaseText(connection);
  } finally {
    await connection.end();
  }
}

describe('an external database', () => {
  it('is taken where rare characters differ, and checked as often as it is named', async () => {
    await check('utf8mb4_bin');
    await check('utf8mb4_bin');
  });

  it('is refused where texts change on their way, with what to set', async () => {
    await expect(check('latin1_swedish_ci')).rejects.toThrow(/分不清或存不住生僻字（𠮷、𠮶）/);
    await expect(check('utf8mb4_bin', 'SET NAMES latin1')).rejects.toThrow(/skip-character-set-client-handshake/);
  });

  it('is refused where a table of it has another collation, with its name', async () => {
    const table = 'CREATE TABLE zz_other (name varchar(10)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci';
    try {
      await expect(check('utf8mb4_bin', table)).rejects.toThrow(/1 个表.*zz_other utf8mb4_general_ci.*空数据库/);
    } finally {
      await check('utf8mb4_bin', 'DROP TABLE zz_other');
    }
  });
});
