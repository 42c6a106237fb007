import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { findProgram, runCommand } from './run-command.mjs';
import { PlainError, say, step } from './say.mjs';

const version = '1.5.1';
const modulePath = `github.com/temporalio/cli/cmd/temporal@v${version}`;

/** Where the Temporal binary is kept between clones. */
export const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'duibiao', `temporal-${version}`);

/** True where `go version` names a Go that can build the Temporal command line (>= 1.25). */
export function isSufficientGo(output) {
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 25);
}

const answers = (program) => spawnSync(program, ['--version']).status === 0;

/** The Temporal server to run (`{ program }`) or, with TEMPORAL_ADDRESS set, nothing: that one is used. */
export async function findEngine(home) {
  if (process.env.TEMPORAL_ADDRESS) return { program: findProgram(['temporal']) };
  const onPath = findProgram(['temporal']);
  if (onPath) return { program: onPath };
  const folder = cacheFolder();
  const cached = join(folder, 'temporal');
  if (existsSync(cached)) return { program: cached };
  await withLock(join(folder, 'lock'), async () => {
    if (existsSync(cached)) return; // another start has brought it meanwhile
    for (const entry of readdirSync(folder)) {
      if (entry.startsWith('part-')) rmSync(join(folder, entry), { recursive: true, force: true });
    }
    const part = mkdtempSync(join(folder, 'part-'));
    try {
      if (!(await download(part))) await buildWithGo(part, home);
      if (!answers(join(part, 'temporal'))) {
        throw new PlainError('取得的 temporal 程序不能运行。', 'The temporal program that was fetched does not run.');
      }
      renameSync(join(part, 'temporal'), cached);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  });
  return { program: cached };
}

/** The release archive, from the address the Temporal SDK itself downloads from; false at once where the network is closed. */
async function download(folder) {
  const os = { linux: 'linux', darwin: 'darwin' }[process.platform];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  if (!os || !arch || !findProgram(['tar'])) return false;
  const url = `https://temporal.download/cli/archive/v${version}?platform=${os}&arch=${arch}`;
  say(`下载 Temporal ${version}：${url}`, `Downloading Temporal ${version}: ${url}`);
  try {
    const head = new AbortController();
    const timer = setTimeout(() => head.abort(), 8000);
    const response = await fetch(url, { signal: head.signal });
    clearTimeout(timer);
    if (!response.ok) return false;
    const archive = Buffer.from(await response.arrayBuffer());
    if (spawnSync('tar', ['-xzf', '-', '-C', folder, 'temporal'], { input: archive }).status !== 0) return false;
    chmodSync(join(folder, 'temporal'), 0o755);
    return answers(join(folder, 'temporal'));
  } catch (error) {
    const reason = error.cause?.code ?? error.message;
    say(`下载不成（${reason}）`, `The download failed (${reason})`);
    return false;
  }
}

async function buildWithGo(folder, home) {
  const go = findProgram(['go'], ['/usr/local/go/bin', '/opt/homebrew/bin']);
  if (!go || !isSufficientGo(spawnSync(go, ['version'], { encoding: 'utf8' }).stdout ?? '')) {
    throw new PlainError(
      `没有找到 Temporal：请安装 temporal 命令行（https://docs.temporal.io/cli）或 Go 1.25 以上，或用 TEMPORAL_ADDRESS 指明一个服务器。`,
      `No Temporal was found: install its command line (https://docs.temporal.io/cli) or Go >= 1.25, or name a server with TEMPORAL_ADDRESS.`,
    );
  }
  say(
    `现在执行：go install ${modulePath}（约两到五分钟，只此一次，结果存入 ${cacheFolder()}）`,
    `Now running: go install ${modulePath} (two to five minutes, only once; kept in ${cacheFolder()})`,
  );
  mkdirSync(folder, { recursive: true });
  await step('编译 Temporal', 'Building Temporal', () =>
    runCommand(go, ['install', modulePath], {
      logFile: join(home, 'logs', 'temporal-build.log'),
      env: { ...process.env, GOBIN: folder },
    }),
  );
}
