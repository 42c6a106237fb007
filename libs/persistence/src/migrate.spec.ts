import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../../../test/support/database';
import { openDataSource } from './data-source';
import { migrate, migrateDown, schemaDrift } from './migrate';

jest.setTimeout(TEST_DATABASE_MS);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ suffix: 'migrate' });
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

/** Table names with what the services' user may do to each. */
async function schema(): Promise<string[]> {
  const owner = await openDataSource({ url: database.ownerUrl, poolSize: 1 });
  try {
    const rows = await owner.query<{ line: string }[]>(
      `SELECT CONCAT(t.table_name, ':', COALESCE(GROUP_CONCAT(p.privilege_type ORDER BY p.privilege_type), '')) AS line
       FROM information_schema.tables t LEFT JOIN information_schema.table_privileges p
         ON p.table_schema = t.table_schema AND p.table_name = t.table_name AND p.grantee = "'duibiao_app'@'%'"
       WHERE t.table_schema = DATABASE() GROUP BY t.table_name ORDER BY t.table_name`,
    );
    return rows.map(({ line }) => line);
  } finally {
    await owner.destroy();
  }
}

async function asOwner(...statements: readonly string[]): Promise<void> {
  const owner = await openDataSource({ url: database.ownerUrl, poolSize: 1 });
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.destroy();
  }
}

it('leaves the schema that the entities describe', async () => {
  expect(await schemaDrift(database.ownerUrl)).toEqual([]);
});

it('finishes a migration that was killed half-way', async () => {
  const whole = await schema();
  // as after a kill: the last tables are missing, one is there without its grant, nothing is recorded
  await asOwner(
    'DELETE FROM migrations',
    'DROP TABLE vetoes, users, spot_checks',
    "REVOKE ALL PRIVILEGES ON slips FROM 'duibiao_app'@'%'",
  );
  expect(await schema()).not.toEqual(whole);
  expect(await migrate(database.ownerUrl)).toHaveLength(1);
  expect(await schema()).toEqual(whole);
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

it('goes down to nothing and up again', async () => {
  const whole = await schema();
  await migrateDown(database.ownerUrl);
  expect(await schema()).toEqual(['migrations:']);
  await migrate(database.ownerUrl);
  expect(await schema()).toEqual(whole);
});
