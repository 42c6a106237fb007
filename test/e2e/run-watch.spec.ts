import pino from 'pino';
import { systemClock } from '@app/platform';
import { type TestDatabase, testDatabase, TEST_DATABASE_MS } from '../support/database';
import { Engine } from '../../services/api/src/edge/engine';
import { RunWatch } from '../../services/api/src/process/run-watch';

describe('the watch over what runs', () => {
  let database: TestDatabase;
  let engine: Engine;
  beforeAll(async () => {
    database = await testDatabase();
    engine = new Engine({ temporalAddress: process.env.TEMPORAL_ADDRESS ?? '', temporalNamespace: 'default' });
  }, TEST_DATABASE_MS);
  afterAll(() => engine.onApplicationShutdown());

  it('says once why it could not look, and looks again each time', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const watch = new RunWatch(database.dataSource, engine, systemClock, logger);
    expect(await watch.read()).toEqual({ runs: 0, keepers: 0, keepersPast: 0 });
    expect(lines).toEqual([]);
    await database.close();
    const away = new RunWatch(database.dataSource, engine, systemClock, logger);
    for (let times = 0; times < 3; times += 1) expect(await away.read()).toBeNull();
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 40, msg: 'it could not be seen which runs do not run', err: { message: expect.any(String) as string } },
    ]);
  });
});
