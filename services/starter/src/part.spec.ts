import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepRunning, type Part, type PartPlan } from './part';
import { readPidFile } from './pid-file';
import { spawnPart } from './spawn-part';

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

it('goes on trying to start it where that cannot even be tried, as on a full disk', async () => {
  let starts = 0;
  let again: () => void = () => undefined;
  const laterStart = new Promise<void>((resolve) => (again = resolve));
  const possible = plan(serving, () => (starts > 1 ? again() : undefined));
  const full = Object.assign(new Error('ENOSPC: no space left on device, open'), { code: 'ENOSPC' });
  part = await keepRunning({
    ...possible,
    spawn() {
      starts += 1;
      if (starts === 2 || starts === 3) throw full;
      return possible.spawn();
    },
  });
  process.kill(readPidFile(join(home, 'part.json'))?.pid as number, 'SIGKILL');
  await laterStart;
  expect(starts).toBe(4);
  const said = jest.mocked(console.log).mock.calls.join('\n');
  expect(said).toMatch(/The part ended \(SIGKILL.*\n.*The part ended \(.*the disk is full/);
  expect(said).not.toContain('ENOSPC');
});

it('says in one sentence that a first start failed', async () => {
  await expect(keepRunning(plan('process.exit(3)'))).rejects.toThrow(
    /The part did not start \(3\); its whole output is in .*part.log:\n {2}.*It printed nothing/,
  );
});

it('does not wait for ever for a process that lives and never serves', async () => {
  const hung = { ...plan('setInterval(() => 0, 1000)'), readyWithinMs: 300 };
  await expect(keepRunning(hung)).rejects.toThrow(/The part did not start \(> 0\.3 s\)/);
  expect(existsSync(join(home, 'part.json'))).toBe(false);
});

it('gives the reason with it: the last words of this start, not of an earlier one', async () => {
  const logFile = join(home, 'part.log');
  writeFileSync(logFile, 'an earlier reason\n');
  const script = 'console.log("the port is taken\\n\\n"); process.exit(1)';
  const logged = () => spawnPart({ program: process.execPath, args: ['-e', script], cwd: home, logFile });
  await expect(keepRunning({ ...plan(''), spawn: logged, ready: () => new Promise(() => undefined) })).rejects.toThrow(
    /\(1\); its whole output is in .*part.log:\n {2}the port is taken$/,
  );
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
