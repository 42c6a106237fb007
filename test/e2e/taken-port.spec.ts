import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from '../support/eventually';

jest.setTimeout(120_000);

const starterFile = (name: string) => JSON.stringify(join(__dirname, `../../dist/services/starter/src/${name}.js`));

/** A starter that takes the port in its second argument for free at first, and prints at which address the API serves. */
const script = `
const { startEmbedded } = require(${starterFile('start-embedded')});
const { runMigrations } = require(${starterFile('run-child')});
const { startServices } = require(${starterFile('services')});
const { choosePort } = require(${starterFile('ports')});
const [, home, taken] = process.argv;
const running = [];
const stop = new AbortController();
process.on('SIGTERM', async () => {
  for (const part of running.reverse()) await part.stop();
  process.exit(0);
});
let choices = 0;
(async () => {
  const embedded = await startEmbedded({
    home,
    namespace: 'duibiao',
    headless: true,
    databaseProgram: process.env.DUIBIAO_DATABASE_PROGRAM,
    temporalProgram: process.env.DUIBIAO_TEMPORAL_PROGRAM,
  });
  running.push(embedded);
  await runMigrations(home, { ownerUrl: embedded.ownerUrl, isPrivate: true });
  const env = await startServices({
    home,
    embedded,
    stop: stop.signal,
    running,
    choosePort: async () => (++choices === 1 ? Number(taken) : choosePort(home, 'api')),
  });
  console.log('address ' + env.DUIBIAO_URL);
})().catch((error) => { console.error(error); process.exit(1); });`;

/** Two systems that start in the same second find the same port free; the second must not take the first for its own. */
describe('a port that another system takes between its choice and its use', () => {
  const home = mkdtempSync(join(tmpdir(), 'duibiao 端口 '));
  const other = createServer((_, response) => response.end('{"status":"up"}'));
  let starter: ChildProcess;
  afterAll(async () => {
    if (starter.exitCode === null) {
      starter.kill('SIGTERM');
      await once(starter, 'exit');
    }
    other.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('is left to it: the API serves at another one', async () => {
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as AddressInfo).port;
    starter = spawn(process.execPath, ['-e', script, home, String(taken)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let address = '';
    for await (const line of createInterface({ input: starter.stdout! })) {
      if (line.startsWith('address ')) address = line.slice(8);
      if (address) break;
    }
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toBe(`http://127.0.0.1:${taken}`);
    const isReady = async () => (await fetch(`${address}/health/ready`)).ok;
    await eventually(isReady, 'database, engine and worker do their work');
  });
});
