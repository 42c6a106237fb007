import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Client, Connection } from '@temporalio/client';
import { eventually } from '../support/eventually';
import { isGone } from '../support/system';

jest.setTimeout(120_000);

interface Started {
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
}

/** A starter of our own in a folder with blanks and Chinese characters; it prints what it started as one JSON line. */
const script = `
const { startEmbedded } = require(${JSON.stringify(join(__dirname, '../../dist/services/starter/src/start-embedded.js'))});
startEmbedded({
  home: process.argv[1],
  namespace: 'duibiao',
  headless: true,
  databaseProgram: process.env.DUIBIAO_DATABASE_PROGRAM,
  temporalProgram: process.env.DUIBIAO_TEMPORAL_PROGRAM,
}).then((embedded) => {
  process.on('SIGTERM', () => embedded.stop().then(() => process.exit(0)));
  console.log(JSON.stringify(embedded));
}, (error) => { console.error(error); process.exit(1); });`;

let home: string;
let starter: ChildProcess | undefined;

beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'duibiao 对标 e2e '))));
afterEach(async () => {
  if (starter && starter.exitCode === null) {
    starter.kill('SIGTERM');
    await once(starter, 'exit');
  }
  rmSync(home, { recursive: true, force: true });
});

async function startStarter(): Promise<Started> {
  starter = spawn(process.execPath, ['-e', script, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TZ: 'America/Los_Angeles' },
  });
  for await (const line of createInterface({ input: starter.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line) as Started;
  }
  throw new Error('the starter ended without starting anything');
}

const pidOf = (part: string): number =>
  (JSON.parse(readFileSync(join(home, 'pids', `${part}.json`), 'utf8')) as { pid: number }).pid;

/** What both stores hold: one row, and the runs of one id. */
async function stored({ ownerUrl, temporalAddress, namespace }: Started): Promise<unknown[]> {
  const database = await createConnection(ownerUrl);
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const [rows] = await database.query<RowDataPacket[]>('SELECT word FROM kept');
    const run = await new Client({ connection, namespace }).workflow.getHandle('kept').describe();
    return [rows[0]?.word, run.status.name];
  } finally {
    await database.end();
    await connection.close();
  }
}

async function store({ ownerUrl, temporalAddress, namespace }: Started): Promise<void> {
  const database = await createConnection(ownerUrl);
  await database.query('CREATE TABLE kept (word varchar(20))');
  await database.query("INSERT INTO kept VALUES ('对标')");
  await database.end();
  const connection = await Connection.connect({ address: temporalAddress });
  await new Client({ connection, namespace }).workflow.start('kept', { workflowId: 'kept', taskQueue: 'none' });
  await connection.close();
}

it('keeps everything when the starter is killed: the next start ends the leftovers and goes on', async () => {
  const first = await startStarter();
  await store(first);
  const left = [pidOf('database'), pidOf('engine')];
  starter?.kill('SIGKILL');
  await once(starter as ChildProcess, 'exit');
  expect(left.map(isGone)).toEqual([false, false]);

  const second = await startStarter();
  expect(left.map(isGone)).toEqual([true, true]);
  expect(await stored(second)).toEqual(['对标', 'RUNNING']);
  expect(second).toEqual(first);

  const running = [pidOf('database'), pidOf('engine')];
  starter?.kill('SIGTERM');
  await once(starter as ChildProcess, 'exit');
  expect(running.map(isGone)).toEqual([true, true]);
});

it('starts a database and an engine again that were killed, at the same addresses', async () => {
  const started = await startStarter();
  await store(started);
  const before = [pidOf('database'), pidOf('engine')];
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await eventually(
    () =>
      stored(started).then(
        (found) => found.join() === '对标,RUNNING',
        () => false,
      ),
    'both stores answer as before',
  );
  expect([pidOf('database'), pidOf('engine')]).not.toEqual(before);
});
