import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers, isRunning, pidFileOf, readPidFile, startTimeOf, writePidFile } from './pid-file';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'pid 文件 '))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });

it('knows a living process and no longer knows an ended one', async () => {
  const child = idle();
  const file = pidFileOf(home, 'engine');
  writePidFile(file, child.pid as number);
  const identity = readPidFile(file);
  expect(identity && isRunning(identity)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(identity && isRunning(identity)).toBe(false);
});

it('ends what a killed run left, clients before servers, and removes its pid files', async () => {
  const children = ['database', 'worker', 'engine'].map((part) => {
    const child = idle();
    writePidFile(pidFileOf(home, part), child.pid as number);
    return once(child, 'exit');
  });
  expect(await endLeftovers(home)).toEqual(['worker', 'engine', 'database']);
  await Promise.all(children);
  expect(existsSync(pidFileOf(home, 'database'))).toBe(false);
});

it('never ends another process that has been given the same pid', async () => {
  const file = pidFileOf(home, 'database');
  writePidFile(file, process.pid);
  writeFileSync(file, JSON.stringify({ pid: process.pid, startTime: 'another boot:1' }));
  expect(await endLeftovers(home)).toEqual([]);
  expect(existsSync(file)).toBe(false);
});

it('takes a broken pid file for none', async () => {
  writePidFile(pidFileOf(home, 'engine'), process.pid);
  writeFileSync(pidFileOf(home, 'engine'), '{"pid": 12');
  expect(readPidFile(pidFileOf(home, 'engine'))).toBeUndefined();
  expect(await endLeftovers(home)).toEqual([]);
});

it('has no start time for a pid that does not exist', () => {
  expect(startTimeOf(2 ** 22 + 1)).toBeUndefined();
});
