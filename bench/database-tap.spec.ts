import { createConnection } from 'mysql2/promise';
import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../test/support/database';
import { DatabaseTap } from './database-tap';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ suffix: 'tap' });
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

it('notes what is sent, whole and in order, and changes nothing', async () => {
  const tap = await DatabaseTap.open(database.ownerUrl);
  const connection = await createConnection({ uri: tap.url });
  tap.take(); // what the client itself begins with
  const long = 'x'.repeat(200_000); // comes in many pieces
  const [rows] = await connection.query('SELECT ? AS text', [long]);
  await connection.query('START TRANSACTION');
  await connection.query('COMMIT');
  expect(rows).toEqual([{ text: long }]);
  expect(tap.count).toBe(3);
  expect(tap.take()).toEqual([`SELECT '${long}' AS text`, 'START TRANSACTION', 'COMMIT']);
  expect(tap.take()).toEqual([]);
  await connection.end();
  await tap.close();
});
