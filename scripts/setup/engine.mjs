import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { findProgram, runCommand } from './run-command.mjs';
import { PlainError, say, step } from './say.mjs';

const version = '1.5.1';
const modulePath = `github.com/temporalio/cli/cmd/temporal@v${version}`;

/** Where the Temporal binary is kept between clones; `.ci/bare-machine.sh` asks too. */
export const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'duibiao', `temporal-${version}`);

/** True where `go version` names a Go that can build the Temporal command line (>= 1.25). */
export function isSufficientGo(output) {
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 25);
}

const answers = (program) => spawnSync(program, ['--version']).status === 0;

/** The program that is there already: on PATH, or kept from an earlier start. */
const present = () =>
  [findProgram(['temporal']), join(cacheFolder(), 'temporal')].find((program) => program && answers(program));

/**
 * Looks for the Temporal server, without changing anything. Answers `{ program }` (perhaps none with TEMPORAL_ADDRESS set:
 * that one is used), `{ need }` with how it will be obtained (`prepare(stop)` answers the program), or `{ fault }`.
 */
export async function findEngine(home) {
  if (process.env.TEMPORAL_ADDRESS) return { program: findProgram(['temporal']) };
  const program = present();
  if (program) return { program };
  const go = findGo();
  const url = archiveUrl();
  const isReachable = url !== undefined && (await answersAt(url));
  if (!go && !isReachable) return { fault };
  const need = isReachable
    ? {
        zh: `Temporal ${version}：下载 ${url}，约半分钟`,
        en: `Temporal ${version}: download ${url}, about half a minute`,
      }
    : {
        zh: `Temporal ${version}：用 Go 编译（go install ${modulePath}），约两到五分钟，只此一次`,
        en: `Temporal ${version}: build with Go (go install ${modulePath}), two to five minutes, only once`,
      };
  const ways = [...(isReachable ? [download] : []), ...(go ? [build] : [])];
  return { need: { ...need, prepare: (stop) => obtain(ways, { url, go, home, stop }) } };
}

const fault = {
  zh: '没有找到 Temporal，也不能下载：请安装 temporal 命令行（https://docs.temporal.io/cli）或 Go 1.25 以上，或用 TEMPORAL_ADDRESS 指明一个服务器。',
  en: 'No Temporal was found, nor can it be downloaded: install its command line (https://docs.temporal.io/cli) or Go >= 1.25, or name a server with TEMPORAL_ADDRESS.',
};

function findGo() {
  const go = findProgram(['go'], { last: ['/usr/local/go/bin', '/opt/homebrew/bin'] });
  return go && isSufficientGo(spawnSync(go, ['version'], { encoding: 'utf8' }).stdout ?? '') ? go : undefined;
}

/** The release archive, at the address the Temporal SDK itself downloads from; undefined where there is none for us. */
function archiveUrl() {
  const os = { linux: 'linux', darwin: 'darwin' }[process.platform];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  if (!os || !arch || !findProgram(['tar'])) return undefined;
  return `https://temporal.download/cli/archive/v${version}?platform=${os}&arch=${arch}`;
}

/** Whether the network is open as far as there; it does not wait long for the answer. */
async function answersAt(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(8000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Brings the program into the cache, one start at a time, by the first of the ways that leads there. */
async function obtain(ways, surroundings) {
  const folder = cacheFolder();
  await withLock(join(folder, 'lock'), async () => {
    if (present()) return; // another start has brought it meanwhile
    for (const entry of readdirSync(folder)) {
      if (entry.startsWith('part-')) rmSync(join(folder, entry), { recursive: true, force: true });
    }
    const part = mkdtempSync(join(folder, 'part-'));
    try {
      for (const way of ways) if (await way(part, surroundings)) break;
      if (!answers(join(part, 'temporal'))) throw new PlainError(fault.zh, fault.en);
      renameSync(join(part, 'temporal'), join(folder, 'temporal'));
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  });
  return present();
}

/** True where the archive came and its program runs; else the next way is tried. */
function download(folder, { url, stop }) {
  return step({ zh: `下载 Temporal ${version}`, en: `Downloading Temporal ${version}` }, async (tell) => {
    try {
      const response = await fetch(url, { signal: stop });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const chunks = [];
      let bytes = 0;
      for await (const chunk of response.body) {
        chunks.push(chunk);
        bytes += chunk.length;
        tell(`${(bytes / 1e6).toFixed(1)} MB`, `${(bytes / 1e6).toFixed(1)} MB`);
      }
      const unpacked = spawnSync('tar', ['-xzf', '-', '-C', folder, 'temporal'], { input: Buffer.concat(chunks) });
      if (unpacked.status !== 0) throw new Error(String(unpacked.error?.message ?? unpacked.stderr));
      chmodSync(join(folder, 'temporal'), 0o755);
      return answers(join(folder, 'temporal'));
    } catch (error) {
      const reason = error.cause?.code ?? error.message;
      say(`下载不成（${reason}）`, `The download failed (${reason})`);
      return false;
    }
  });
}

/** `go install -v` prints one line for each package it has compiled. */
function build(folder, { go, home, stop }) {
  mkdirSync(folder, { recursive: true });
  return step({ zh: '编译 Temporal', en: 'Building Temporal' }, async (tell) => {
    let compiled = 0;
    await runCommand(go, ['install', '-v', modulePath], {
      zh: 'Temporal 没有编译成功',
      en: 'Temporal could not be built',
      logFile: join(home, 'logs/temporal-build.log'),
      env: { ...process.env, GOBIN: folder },
      stop,
      onLine(line) {
        if (line.startsWith('go: ')) return tell('下载源代码', 'downloading sources');
        compiled += 1;
        tell(`已编译 ${compiled} 个包`, `${compiled} packages compiled`);
      },
    });
    return true;
  });
}
