import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort, probePort } from './ports';

let home: string;
let taken: Server;
let takenPort: number;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'ports-'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  takenPort = (taken.address() as AddressInfo).port;
});
afterEach(async () => {
  rmSync(home, { recursive: true, force: true });
  await new Promise((resolve) => taken.close(resolve));
});

it('tells a taken port from a free one', async () => {
  expect(await probePort(takenPort)).toBeUndefined();
  expect(await probePort(0)).toBeGreaterThan(0);
});

it('remembers a port, so that addresses stay valid', async () => {
  const first = await choosePort(home, 'database');
  expect(await choosePort(home, 'database', takenPort)).toBe(first);
});

it('gives each part its own port', async () => {
  const first = await choosePort(home, 'database');
  expect(await choosePort(home, 'engine', first)).not.toBe(first);
});

it('replaces a remembered port that somebody else has taken, and a preferred one', async () => {
  writeFileSync(join(home, 'ports.json'), JSON.stringify({ database: takenPort }));
  expect(await choosePort(home, 'database', takenPort)).not.toBe(takenPort);
});

it('survives a broken file', async () => {
  writeFileSync(join(home, 'ports.json'), '{"data');
  expect(await choosePort(home, 'database')).toBeGreaterThan(0);
});
