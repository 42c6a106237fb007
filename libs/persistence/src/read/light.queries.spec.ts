import fc from 'fast-check';
import {
  instantOf,
  type Light,
  lightAt,
  type LightInstants,
  LIGHTS,
  type MetHow,
  type RunLight,
  runLightAt,
  worstLight,
} from '@app/domain';
import { TEST_DATABASE_MS, testDatabase, type TestDatabase } from '../../../../test/support/database';
import { idOf } from '../record/ids';
import {
  addRunLight,
  lightOfRank,
  lightRankSql,
  lightsOfRuns,
  openLightsOfRuns,
  runLightRankSql,
} from './light.queries';
import { Conditions } from './select';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
}, TEST_DATABASE_MS);
afterAll(() => database?.close());

const START = Date.UTC(2020, 4, 31, 16);
/** Few instants, so that equality with now and with each other is common. */
const instant = fc.integer({ min: -3, max: 3 }).map((step) => instantOf(START + step));
const maybe = fc.option(instant, { nil: null });
const deadline: fc.Arbitrary<LightInstants> = fc.record({
  nearAt: maybe,
  dueAt: instant,
  veryLateAt: maybe,
  pausedAt: maybe,
  breachedAt: maybe,
  metAt: maybe,
  metHow: fc.option(fc.constantFrom<MetHow>('in-time', 'late-entry-timely', 'late'), { nil: null }),
  voidedAt: maybe,
});

async function store(runId: string, no: number, light: LightInstants): Promise<string> {
  const id = idOf(runId, no);
  const at = (value: string | null) => value && new Date(value);
  await database.dataSource.query(
    `INSERT INTO deadlines (id, campaign_id, programme_version, keeper_id, run_id, stream, year, kind, no, body,
       organisation_id, generation, opened_at, remind_by_date, due_date, original_due_at, rungs,
       near_at, due_at, very_late_at, paused_at, breached_at, met_at, met_how, voided_at)
     VALUES (?, 'c', '1', 'k', ?, 's', 2020, 'survey', ?, 'branch', 'o', 1, ?, '2020-05-31', '2020-05-31', ?, '[]',
       ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      runId,
      no,
      new Date(START),
      new Date(START),
      at(light.nearAt),
      at(light.dueAt),
      at(light.veryLateAt),
      at(light.pausedAt),
      at(light.breachedAt),
      at(light.metAt),
      light.metHow,
      at(light.voidedAt),
    ],
  );
  return id;
}

test('SQL and rule show the same light of any deadline at any instant, also at the very instant', async () => {
  let run = 0;
  const seen = new Set<Light>();
  await fc.assert(
    fc.asyncProperty(fc.array(deadline, { minLength: 1, maxLength: 4 }), async (deadlines) => {
      const runId = idOf('run', (run += 1));
      const ids = await Promise.all(deadlines.map((light, no) => store(runId, no, light)));
      for (const step of [-3, -2, -1, 0, 1, 2, 3, 4]) {
        const now = instantOf(START + step);
        const expected = deadlines.map((light) => lightAt(light, now));
        expected.forEach((light) => seen.add(light));
        const rows = await database.dataSource.query<{ id: string; light: string }[]>(
          `SELECT d.id, ${lightRankSql('d', now)} AS light FROM deadlines d WHERE d.run_id = ?`,
          [runId],
        );
        const bySql = new Map(rows.map((row) => [row.id, lightOfRank(row.light)]));
        expect(ids.map((id) => bySql.get(id))).toEqual(expected);
        const worst = await lightsOfRuns(database.dataSource.manager, [runId], now);
        expect(worst.get(runId)).toBe(worstLight(expected));
        const binding = expected.filter((light) => !['met', 'met-late', 'met-entered-late', 'void'].includes(light));
        const open = await openLightsOfRuns(database.dataSource.manager, [runId], now);
        expect(open.get(runId) ?? null).toBe(binding.length > 0 ? worstLight(binding) : null);
      }
    }),
    { numRuns: 60, seed: 20200531 },
  );
  expect(seen.size).toBe(9);
}, 240_000);

test('SQL and rule show the same light of a run by what its row keeps, and a list of one light holds it only there', async () => {
  /** Instants are kept of dates that bind alone, and with one of these a run rests on-track. */
  const running = fc.record<RunLight>({
    restLight: fc.constant('on-track'),
    nearAt: maybe,
    dueAt: maybe,
    veryLateAt: maybe,
  });
  const none = { nearAt: fc.constant(null), dueAt: fc.constant(null), veryLateAt: fc.constant(null) };
  const resting = fc.record<RunLight>({
    restLight: fc.option(fc.constantFrom(...LIGHTS.slice(3)), { nil: null }),
    ...none,
  });
  const seen = new Set<Light | null>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(running, resting), fc.integer({ min: -3, max: 4 }), async (kept, step) => {
      const now = instantOf(START + step);
      const row = `(SELECT CAST(? AS CHAR(16)) AS rest_light, CAST(? AS DATETIME(3)) AS near_at,
        CAST(? AS DATETIME(3)) AS due_at, CAST(? AS DATETIME(3)) AS very_late_at) r`;
      const instants = [kept.nearAt, kept.dueAt, kept.veryLateAt].map((at) => at && new Date(at));
      const listed = LIGHTS.map((light) => {
        const where = new Conditions();
        addRunLight(where, 'r', { light, now });
        return where;
      });
      const [found] = await database.dataSource.query<Record<string, string>[]>(
        `SELECT ${runLightRankSql('r', now)} AS light,
           ${listed.map(({ sql }, at) => `(${sql}) AS l${at}`).join(', ')} FROM ${row}`,
        [...listed.flatMap(({ parameters }) => parameters), kept.restLight, ...instants],
      );
      const light = runLightAt(kept, now);
      seen.add(light);
      expect(lightOfRank(found?.light ?? null)).toBe(light);
      expect(LIGHTS.filter((_, at) => Number(found?.[`l${at}`]) === 1)).toEqual(light === null ? [] : [light]);
    }),
    { numRuns: 400, seed: 20200531 },
  );
  expect(seen.size).toBe(10);
}, 240_000);
