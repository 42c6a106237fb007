import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { tryLock } from './lock.mjs';
import { home, prepare, root } from './prepare.mjs';
import { isRunning, npmAbove } from './process-identity.mjs';
import { PlainError } from './say.mjs';
import { printUsage, readStartOptions } from './start-options.mjs';

/** Runs the system of this clone until it is asked to stop; a second start beside it is refused with its address. */
export async function runStarter() {
  const { help, once = false } = readStartOptions(process.argv.slice(2));
  if (help) return printUsage();
  const stop = new AbortController();
  watchForStop(stop);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = tryLock(join(home, 'lock'));
  if (lock.holder) throw alreadyRunning(lock.holder);
  try {
    const { prepareEngine } = await prepare();
    if (stop.signal.aborted) return 0;
    const require = createRequire(import.meta.url);
    const { start } = require(join(root, 'dist/services/starter/src/main.js'));
    return await start({ home, once, stop: stop.signal, prepareEngine });
  } finally {
    lock.release();
  }
}

/** Ctrl-C, SIGTERM, a closed terminal, and the end of the npm that started us all stop the system in good order. */
function watchForStop(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined); // the terminal may go first
  const npm = npmAbove();
  if (!npm) return;
  const timer = setInterval(() => {
    if (isRunning(npm)) return;
    clearInterval(timer);
    stop.abort();
  }, 500);
  timer.unref();
}

function alreadyRunning({ pid }) {
  let address;
  try {
    const running = JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'));
    if (running.pid === pid) address = running.address;
  } catch {
    // it is still starting
  }
  return new PlainError(
    `已经在运行：进程 ${pid}，${address ? `地址 ${address}` : '正在启动'}，数据在 ${home}`,
    `Already running: process ${pid}, ${address ? `at ${address}` : 'still starting'}, data in ${home}`,
    2,
  );
}
