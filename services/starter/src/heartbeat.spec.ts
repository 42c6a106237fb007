import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { beat as domainBeat, type ProgrammeClock } from '@app/domain';
import { beat } from './heartbeat';

let connection: Connection;
const database = `duibiao_test_heartbeat_${process.env.JEST_WORKER_ID}`;

beforeAll(async () => {
  connection = await createConnection({ uri: process.env.DATABASE_OWNER_URL, timezone: 'Z' });
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${database}`);
  await connection.query(`USE ${database}`);
  await connection.query(`CREATE TABLE IF NOT EXISTS campaign_clocks (campaign_id char(16) PRIMARY KEY,
    rehearsal tinyint NOT NULL, anchor_real datetime(3) NOT NULL, heartbeat_at datetime(3) NULL)`);
});
afterAll(async () => {
  await connection.query(`DROP DATABASE ${database}`);
  await connection.end();
});

const sql = (instant: string | null) => instant?.slice(0, -1).replace('T', ' ') ?? null;

it.each([
  ['never beaten', true, '2026-01-01T00:00:00.000Z', null, '2026-01-01T00:00:07.123Z'],
  ['in time', true, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z', '2026-01-01T00:00:10.104Z'],
  ['exactly the grace', true, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z', '2026-01-01T00:00:10.250Z'],
  ['after an outage', true, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z', '2026-01-03T00:00:10.251Z'],
  [
    'released during an outage',
    true,
    '2026-01-01T00:00:20.000Z',
    '2026-01-01T00:00:10.000Z',
    '2026-01-01T00:00:31.000Z',
  ],
  ['a clock set back', true, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z', '2026-01-01T00:00:09.000Z'],
] as const)('the statement does what the domain says: %s', async (_name, rehearsal, anchorReal, heartbeatAt, now) => {
  await connection.query('REPLACE INTO campaign_clocks VALUES (?, 1, ?, ?)', ['r', sql(anchorReal), sql(heartbeatAt)]);
  await connection.query('REPLACE INTO campaign_clocks VALUES (?, 0, ?, ?)', ['real', sql(anchorReal), null]);
  await beat(connection, now);
  const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM campaign_clocks ORDER BY rehearsal');
  const stored = rows.map((row) => [row.anchor_real.toISOString(), row.heartbeat_at?.toISOString() ?? null]);
  const clock: ProgrammeClock = {
    anchorReal,
    anchorProgramme: '2020-04-17T00:00:00.000Z',
    rate: 1000,
    heldSince: null,
    holdsAt: null,
    heartbeatAt,
    rehearsal,
  };
  const expected = domainBeat(clock, now);
  expect(stored).toEqual([
    [anchorReal, null],
    [expected.anchorReal, expected.heartbeatAt],
  ]);
});
