import { stat, statfs } from 'node:fs/promises';
import { pause } from './pause';
import { say } from './say';

/** With less than this on its disk a database or an engine ends again as soon as it is started. */
const NEEDED_BYTES = 32 * 1024 * 1024;

const LOOK_MS = 2000;

/** The disks of which was said that they are full; said again only after there was room. */
const told = new Set<number>();

/** Returns once the disk of the folder has room for a part that is to be started there, or the signal is aborted. */
export async function untilThereIsRoom(folder: string, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && !(await hasRoom(folder))) await pause(LOOK_MS, stop);
}

/** Looks at the disk of a folder until stopped, for nothing needs to end when it is full. */
export function watchRoom(folder: string): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await hasRoom(folder);
      await pause(LOOK_MS, stopping.signal);
    }
  })();
  return {
    stop() {
      stopping.abort();
      return watching;
    },
  };
}

async function hasRoom(folder: string): Promise<boolean> {
  const disk = await diskOf(folder);
  if (!disk) return true;
  const { id, bytes } = disk;
  if (bytes >= NEEDED_BYTES) {
    told.delete(id);
    return true;
  }
  if (!told.has(id)) {
    const [needed, left] = [NEEDED_BYTES, bytes].map((size) => Math.floor(size / 1024 / 1024));
    say(
      `磁盘已满：${folder} 所在的磁盘只剩 ${left} MB，至少要有 ${needed} MB；腾出空间后自动恢复`,
      `The disk is full: that of ${folder} has ${left} MB left and needs ${needed} MB; all goes on once there is room`,
    );
  }
  told.add(id);
  return false;
}

/** Undefined where the system does not say. */
async function diskOf(folder: string): Promise<{ id: number; bytes: number } | undefined> {
  try {
    const [{ dev }, { bavail, bsize }] = await Promise.all([stat(folder), statfs(folder)]);
    return { id: dev, bytes: bavail * bsize };
  } catch {
    return undefined;
  }
}
