import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning, thisProcess } from './process-identity.mjs';
import { say } from './say.mjs';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const holderOf = (content) => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/**
 * Takes a lock file unless a living process holds it; a lock left by a killed process is taken over.
 * Answers `{ release }`, which gives the lock back, or `{ holder }`, who has it.
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  const own = JSON.stringify(thisProcess());
  writeFileSync(draft, own);
  try {
    for (;;) {
      try {
        linkSync(draft, file); // the whole content appears at once, or the call fails because the lock exists
        return {
          release() {
            if (read(file) === own) rmSync(file, { force: true });
          },
        };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const content = read(file);
      if (content === undefined) continue;
      const holder = holderOf(content);
      if (isRunning(holder)) return { holder };
      takeAway(file, content);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a stale lock aside; where somebody else has just replaced it, theirs is put back. */
function takeAway(file, staleContent) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== staleContent) {
    try {
      linkSync(aside, file);
    } catch {
      // a third process holds the lock now
    }
  }
  rmSync(aside, { force: true });
}

/** Waits for a lock, says once whom it waits for, and runs `work` under it. */
export async function withLock(file, work) {
  let waiting = false;
  for (;;) {
    const lock = tryLock(file);
    if (lock.release) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!waiting) {
      const { pid } = lock.holder;
      say(
        `等待另一个进程（${pid}）完成同一项准备`,
        `Waiting for another process (${pid}) that is doing the same set-up`,
      );
      waiting = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
