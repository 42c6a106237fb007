import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../../../../test/support/database';
import { openDataSource } from './data-source';
import { migrate, migrateDown, schemaDrift } from './migrate';
import { MIGRATIONS } from './migrations';

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

const NAMES = MIGRATIONS.map(({ name }) => name);

async function goDown(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await migrateDown(database.ownerUrl);
}

it('leaves the schema that the entities describe', async () => {
  expect(await schemaDrift(database.ownerUrl)).toEqual([]);
});

it('finishes the first migration where it was killed half-way, and goes on with the others', async () => {
  const whole = await schema();
  await goDown(NAMES.length - 1);
  const first = await schema();
  // as after a kill: the last tables are missing, one is there without its grant, nothing is recorded
  await asOwner(
    'DELETE FROM migrations',
    'DROP TABLE vetoes, users, spot_checks',
    "REVOKE ALL PRIVILEGES ON slips FROM 'duibiao_app'@'%'",
  );
  expect(await schema()).not.toEqual(first);
  expect(await migrate(database.ownerUrl)).toEqual(NAMES);
  expect(await schema()).toEqual(whole);
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

it.each(NAMES.map((name, at) => [name, NAMES.slice(at)] as const))('%s goes down and up again', async (_, taken) => {
  const whole = await schema();
  await goDown(taken.length);
  expect(await migrate(database.ownerUrl)).toEqual(taken);
  expect([await schema(), await schemaDrift(database.ownerUrl)]).toEqual([whole, []]);
});

it('goes down to nothing and up from there', async () => {
  const whole = await schema();
  await goDown(NAMES.length);
  expect(await schema()).toEqual(['migrations:']);
  await migrate(database.ownerUrl);
  expect(await schema()).toEqual(whole);
});

describe('a database whose default collation is not ours', () => {
  const name = `duibiao_test_${process.env.JEST_WORKER_ID ?? '1'}_collation`;
  const urlOf = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

  it.each(['utf8mb4_general_ci', 'latin1_swedish_ci'])('%s: the tables name their own', async (collation) => {
    const [characterSet] = collation.split('_');
    await asOwner(
      `DROP DATABASE IF EXISTS ${name}`,
      `CREATE DATABASE ${name} CHARACTER SET ${characterSet} COLLATE ${collation}`,
    );
    await migrate(urlOf(database.ownerUrl));
    expect(await schemaDrift(urlOf(database.ownerUrl))).toEqual([]);
    const app = await openDataSource({ url: urlOf(database.appUrl), poolSize: 1 });
    try {
      const others = await app.query<{ place: string }[]>(
        `SELECT CONCAT(table_name, '.', column_name) AS place FROM information_schema.columns
         WHERE table_schema = DATABASE() AND table_name <> 'migrations' AND collation_name <> 'utf8mb4_bin'`,
      );
      expect(others).toEqual([]);
      for (const [at, code] of ['𠮷', '𠮶', 'jg04', 'JG04'].entries()) {
        await app.query(
          `INSERT INTO areas (id, campaign_id, programme_version, valid_from, code, name) VALUES (?, 'c', '1', '2020-04-17', ?, ?)`,
          [String(at), code, code],
        );
      }
      const found = await app.query<{ id: string; name: string }[]>('SELECT id, name FROM areas WHERE code = ?', [
        '𠮶',
      ]);
      expect(found).toEqual([{ id: '1', name: '𠮶' }]);
      expect(await app.query(`SELECT id FROM areas WHERE code LIKE '%jg%'`)).toEqual([{ id: '2' }]);
    } finally {
      await app.destroy();
      await asOwner(`DROP DATABASE ${name}`);
    }
  });
});
