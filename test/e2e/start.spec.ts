import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { programmeNow, type ProgrammeClock } from '@app/domain';
import { CampaignClockEntity, openDataSource } from '@app/persistence';
import { systemClock } from '@app/platform';
import { eventually } from '../support/eventually';
import { isGone, processesOf, System } from '../support/system';

jest.setTimeout(240_000);

let home: string;
let system: System | undefined;
let neighbour: Server | undefined;

beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'duibiao 对标 start '))));
afterEach(async () => {
  await system?.end('SIGTERM');
  neighbour?.close();
  rmSync(home, { recursive: true, force: true });
});

const environmentOfRunning = () =>
  (JSON.parse(readFileSync(join(home, 'running.json'), 'utf8')) as { env: { DATABASE_URL: string } }).env;

const isReady = async (address: string) =>
  fetch(`${address}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** What an earlier run may have left: half a database folder, pid files of others, a port that is taken now. */
async function leaveTraces(): Promise<number> {
  mkdirSync(join(home, 'mariadb.part'));
  writeFileSync(join(home, 'mariadb.part/half'), 'half');
  mkdirSync(join(home, 'pids'));
  writeFileSync(join(home, 'pids/worker.json'), JSON.stringify({ pid: process.pid, startTime: 'another' }));
  writeFileSync(join(home, 'pids/api.json'), '{"pid":');
  neighbour = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => neighbour?.once('listening', resolve));
  const { port } = neighbour.address() as { port: number };
  writeFileSync(join(home, 'ports.json'), JSON.stringify({ api: port, database: port }));
  return port;
}

it('comes up over the traces of an earlier run, alone in its home, mends its parts, and leaves nothing', async () => {
  const takenPort = await leaveTraces();
  system = System.start(home);
  const address = await system.isUp();
  expect(address).not.toContain(`:${takenPort}`);
  expect(await isReady(address)).toBe(true);

  const second = System.start(home);
  expect(await second.end()).toBe(2);
  expect(second.output.trim()).toBe(`Already running: process ${system.process.pid}, at ${address}, data in ${home}`);

  for (const part of ['worker', 'api', 'engine', 'database'] as const) {
    const before = system.pidOf(part);
    process.kill(before, 'SIGKILL');
    await system.says(new RegExp(`^The ${part} is back$`, 'im'));
    expect(system.pidOf(part)).not.toBe(before);
    await eventually(() => isReady(address), `ready again after ${part}`);
  }

  expect(await system.end('SIGINT')).toBe(0);
  expect(processesOf(home)).toEqual([]);
  expect(readdirSync(join(home, 'pids'))).toEqual([]);
});

it('loses nothing and lets no time pass when the starter is killed', async () => {
  system = System.start(home);
  await system.isUp();
  const parts = (['worker', 'api', 'database', 'engine'] as const).map((part) => system!.pidOf(part));
  const clock = await letStandingClockRun();
  system.process.kill('SIGKILL');
  await system.end();
  await eventually(async () => parts.slice(0, 2).every(isGone), 'worker and API end by themselves');
  expect(parts.slice(2).map(isGone)).toEqual([false, false]);
  await eventually(async () => (await clock()).ms === (await clock()).ms, 'the clock stands');
  const stood = await clock();

  const restarted = performance.now();
  system = System.start(home);
  await system.isUp();
  expect(parts.map(isGone)).toEqual([true, true, true, true]);
  expect(system.output).toMatch(/Ended what a killed run had left: (rehearsal, )?engine, database/);
  const went = await clock();
  expect(went.ms - stood.ms).toBeGreaterThan(0);
  expect(went.ms - stood.ms).toBeLessThan(RATE * (performance.now() - restarted));
  expect(await system.end('SIGTERM')).toBe(0);
  expect(processesOf(home)).toEqual([]);
});

const RATE = 1000;

/** Releases the standing campaign's clock as its owner could; answers a reader of its programme time. */
async function letStandingClockRun(): Promise<() => Promise<{ ms: number }>> {
  const url = environmentOfRunning().DATABASE_URL;
  const connection: Connection = await createConnection({ uri: url, timezone: 'Z' });
  const [[campaign]] = await connection.query<RowDataPacket[]>(
    "SELECT id FROM campaigns WHERE campaign_key = 'standing-2020'",
  );
  await connection.query('UPDATE campaign_clocks SET held_since = NULL, rate = ? WHERE campaign_id = ?', [
    RATE,
    campaign.id,
  ]);
  await connection.end();
  return async () => {
    const source = await openDataSource({ url, poolSize: 1 });
    try {
      const where = { campaignId: campaign.id as string };
      const row: ProgrammeClock = await source.manager.findOneByOrFail(CampaignClockEntity, where);
      return { ms: Date.parse(programmeNow(row, systemClock.now())) };
    } finally {
      await source.destroy();
    }
  };
}

it('says in one sentence that a port asked for is taken, and leaves nothing', async () => {
  neighbour = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => neighbour?.once('listening', resolve));
  const { port } = neighbour.address() as { port: number };
  system = System.start(home, { environment: { API_PORT: String(port) } });
  expect(await system.end()).toBe(1);
  expect(system.output).toContain(`API_PORT=${port} cannot be used (taken, or not a port)`);
  expect(system.output).not.toMatch(/^ +at /m);
  expect(processesOf(home)).toEqual([]);
});
