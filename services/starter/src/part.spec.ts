import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepRunning, type Part, type PartPlan } from './part';
import { readPidFile } from './pid-file';

let home: string;
let part: Part | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'part-'));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(async () => {
  await part?.stop();
  part = undefined;
  jest.restoreAllMocks();
  rmSync(home, { recursive: true, force: true });
});

const plan = (script: string, onReady?: () => void): PartPlan => ({
  title: { zh: '部件', en: 'The part' },
  pidFile: join(home, 'part.json'),
  logFile: join(home, 'part.log'),
  spawn: () => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] }),
  async ready(child) {
    if (child.stdout) await once(child.stdout, 'data');
    onReady?.();
  },
});

const serving = 'console.log("ready"); setInterval(() => 0, 1000)';

it('starts a part again that was killed, with a new pid file, and ends it for good', async () => {
  let starts = 0;
  let again: () => void = () => undefined;
  const secondStart = new Promise<void>((resolve) => (again = resolve));
  part = await keepRunning(plan(serving, () => (++starts === 2 ? again() : undefined)));
  const first = readPidFile(join(home, 'part.json'));
  process.kill(first?.pid as number, 'SIGKILL');
  await secondStart;
  const second = readPidFile(join(home, 'part.json'));
  expect(second?.pid).not.toBe(first?.pid);
  await part.stop();
  expect(part.isUp()).toBe(false);
  expect(existsSync(join(home, 'part.json'))).toBe(false);
  expect(() => process.kill(second?.pid as number, 0)).toThrow();
});

it('says in one sentence that a first start failed', async () => {
  await expect(keepRunning(plan('process.exit(3)'))).rejects.toThrow(/The part did not start \(3\); its log is/);
});

it('says so too where the program does not exist', async () => {
  const missing = { ...plan(''), spawn: () => spawn('/no/such/program') };
  await expect(keepRunning(missing)).rejects.toThrow(/ENOENT/);
});

it('gives up a start that the user stops', async () => {
  const stop = new AbortController();
  const starting = keepRunning(plan('setInterval(() => 0, 1000)'), stop.signal);
  stop.abort();
  await expect(starting).rejects.toThrow(/stopped/);
});
