import { testDatabase, type TestDatabase, TEST_DATABASE_MS } from '../../../../test/support/database';
import { randomId } from '../record/ids';
import { RequestKeyEntity } from '../tables/run-operation.entity';
import { expireRequestKeys } from './request-key';

const NOW = '2023-07-01T00:00:00.000Z';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

const keysOf = (count: number, { writtenAt, from = 0 }: { readonly writtenAt: string; readonly from?: number }) =>
  Array.from({ length: count }, (_, at) => ({
    id: String(from + at).padStart(43, 'k'),
    actor: randomId(),
    command: 'openSurvey',
    requestKey: String(at),
    requestDigest: '',
    runId: null,
    outcome: { kept: true },
    writtenAt,
  }));

test('keys of ninety days ago go, however many they are, and what is younger stays', async () => {
  const { manager } = database.dataSource;
  const old = keysOf(2345, { writtenAt: '2023-04-01T23:59:59.999Z' });
  const young = keysOf(2, { writtenAt: '2023-04-02T00:00:00.000Z', from: old.length });
  await manager.insert(RequestKeyEntity, old);
  await manager.insert(RequestKeyEntity, young);
  expect(await expireRequestKeys(manager, NOW)).toBe(old.length);
  expect((await manager.find(RequestKeyEntity, { order: { id: 'ASC' } })).map(({ id }) => id)).toEqual(
    young.map(({ id }) => id),
  );
  expect(await expireRequestKeys(manager, NOW)).toBe(0);
});
