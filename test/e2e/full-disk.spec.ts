import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { System } from '../support/system';

const PARTS = ['database', 'engine', 'worker', 'api'] as const;

/** A disk of its own, as only root can make one. */
const home = mkdtempSync(join(tmpdir(), 'duibiao-full-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=640m', 'tmpfs', home]).status === 0;

(mounted ? describe : describe.skip)('a disk that is full', () => {
  const filler = join(home, 'filler');
  let system: System;

  beforeAll(async () => {
    system = System.start(home);
    await system.isUp();
  }, 240_000);
  afterAll(async () => {
    await system.end('SIGINT');
    spawnSync('umount', [home]);
    rmSync(home, { recursive: true, force: true });
  }, 240_000);

  it('is told once and ends nobody; what died of it is back once there is room', async () => {
    fill(filler);
    await system.says(/The disk is full: that of /);
    for (const part of PARTS) process.kill(system.pidOf(part), 'SIGKILL');
    for (const title of ['The database', 'The engine', 'The worker', 'The API']) {
      await system.says(new RegExp(`${title} ended`));
    }
    fill(filler);
    expect(system.process.exitCode).toBeNull();
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

if (!mounted) rmSync(home, { recursive: true, force: true });

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
