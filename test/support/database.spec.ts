import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from './database';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

test('a worker gets the whole schema, as the services see it: events can be added and never changed', async () => {
  const { dataSource } = database;
  await expect(dataSource.query('SELECT COUNT(*) AS n FROM process_events')).resolves.toEqual([{ n: '0' }]);
  await expect(dataSource.query('DELETE FROM process_events')).rejects.toThrow(/denied/);
  await expect(dataSource.query("UPDATE process_events SET type = 'x'")).rejects.toThrow(/denied/);
});
