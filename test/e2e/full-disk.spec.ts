import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { isGone, System } from '../support/system';

const PARTS = ['database', 'engine', 'worker', 'api'] as const;

/** A small disk: the one that SMALL_DISK lends (.ci/bare-machine.sh), or one of its own, which only root can make. */
const lent = process.env.SMALL_DISK;
const own = lent ? undefined : mkdtempSync(join(tmpdir(), 'duibiao-small-disk-'));
const mounted = own !== undefined && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=640m', 'tmpfs', own]).status === 0;

(lent || mounted ? describe : describe.skip)('a disk that is full', () => {
  const home = join(lent ?? own ?? '', 'home');
  const filler = join(home, 'filler');
  let system: System;

  beforeAll(async () => {
    mkdirSync(home);
    system = System.start(home);
    await system.isUp();
  }, 240_000);
  afterAll(async () => {
    await system.end('SIGINT');
    rmSync(home, { recursive: true, force: true });
    if (mounted) spawnSync('umount', [own]);
    if (own) rmSync(own, { recursive: true, force: true });
  }, 240_000);

  it('is told once and ends nobody; what died of it is back once there is room', async () => {
    fill(filler);
    await system.says(/The disk is full: that of /);
    const killed = PARTS.map((part) => system.pidOf(part));
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    for (const title of ['The database', 'The engine', 'The worker', 'The API']) {
      await system.says(new RegExp(`${title} ended`));
    }
    fill(filler);
    await new Promise((resolve) => setTimeout(resolve, 3000)); // in which all four would have been started again
    expect([system.process.exitCode, PARTS.map((part) => system.pidOf(part))]).toEqual([null, killed]);
    expect(killed.every(isGone)).toBe(true);
    rmSync(filler);
    for (const title of ['The database', 'The engine', 'The worker', 'The API']) {
      await system.says(new RegExp(`${title} is back`));
    }
    const address = await system.isUp();
    await eventually(async () => {
      const ready = await fetch(`${address}/health/ready`).catch(() => undefined);
      return ready?.status === 200;
    }, 'the system is ready again');
    expect(system.output.match(/The disk is full/g)).toHaveLength(1);
    expect(system.output).not.toMatch(/ENOSPC|^\s+at /m);
  }, 240_000);
});

if (own && !mounted) rmSync(own, { recursive: true, force: true });

/** Writes until there is no room for a byte. */
function fill(file: string): void {
  const opened = openSync(file, 'a');
  try {
    for (let size = 1 << 20; size > 0; size = Math.floor(size / 2)) {
      try {
        for (;;) if (writeSync(opened, Buffer.alloc(size)) < size) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(opened);
  }
}
