import { join } from 'node:path';
import { startTimeOf } from './pid-file';
import { choosePort, probePort } from './ports';
import { rehearse } from './rehearsal';
import { runMigrations } from './run-child';
import { watchRoom } from './room';
import { removeRunning, writeRunning } from './running';
import { establishSamples, printSampleAccounts } from './samples';
import { PlainError, say, sayValue, step } from './say';
import { startServices, type Stoppable } from './services';
import { embeddedOptionsFrom, startEmbedded, type Embedded, type EmbeddedOptions } from './start-embedded';

/** Status of a rehearsal that was asked for and did not come to its summary. */
const INTERRUPTED = 130;

/** What scripts/start.mjs hands over once everything is installed and built. */
export interface StartOptions {
  /** Folder of all private data. */
  readonly home: string;
  /** End after the rehearsal's summary. */
  readonly once: boolean;
  /** Aborted when the user or the system asks us to stop. */
  readonly stop: AbortSignal;
  /** Brings the engine's program, once the database runs. */
  readonly prepareEngine: EmbeddedOptions['prepareEngine'];
}

/** Brings the system up, runs the rehearsal, stays until asked to stop; answers the exit status. */
export async function start({ home, once, stop, prepareEngine }: StartOptions): Promise<number> {
  const running: Stoppable[] = [];
  try {
    const options = embeddedOptionsFrom(process.env, home);
    const embedded = await startEmbedded({ ...options, signal: stop, prepareEngine });
    running.push(embedded, watchRoom(home));
    await step({ zh: '升级数据库', en: 'Migrating the database' }, () =>
      runMigrations(home, { ownerUrl: embedded.ownerUrl, isPrivate: options.databaseUrl === undefined }),
    );
    const env = await startServices({ home, embedded, stop, running, choosePort: () => apiPort(home) });
    noteRunning(home, env);
    const accounts = await step({ zh: '建立样例', en: 'Establishing the sample' }, () =>
      establishSamples({ home, env, once }),
    );
    const print = () => {
      printAddresses(home, env.DUIBIAO_URL ?? '', embedded);
      printSampleAccounts(accounts);
    };
    print();
    const { status, hasRun } = await rehearse({ home, once, stop, env, accounts, running });
    if (once) return stop.aborted ? INTERRUPTED : status;
    if (stop.aborted) return 0;
    if (hasRun) print(); // the board and the summary have pushed it out of sight
    return await untilStopped(stop);
  } catch (error) {
    if (stop.aborted) return once ? INTERRUPTED : 0;
    throw error;
  } finally {
    if (running.length > 0) say('正在停止…', 'Stopping …');
    for (const part of running.reverse()) await part.stop();
    removeRunning(home);
    if (running.length > 0) say('已停止', 'Stopped');
  }
}

async function apiPort(home: string): Promise<number> {
  const given = process.env.API_PORT;
  if (!given) return choosePort(home, 'api', 8080);
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && (await probePort(port))) return port;
  throw new PlainError(
    `API_PORT=${given} 不能使用（被占用，或不是端口号）：请另选一个，或不设`,
    `API_PORT=${given} cannot be used (taken, or not a port): choose another, or leave it unset`,
  );
}

function noteRunning(home: string, env: NodeJS.ProcessEnv): void {
  const names = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'API_HOST', 'API_PORT', 'DUIBIAO_URL'];
  writeRunning(home, {
    pid: process.pid,
    startTime: startTimeOf(process.pid) ?? '',
    address: env.DUIBIAO_URL ?? '',
    env: Object.fromEntries(names.map((name) => [name, env[name] ?? ''])),
  });
}

function printAddresses(home: string, address: string, embedded: Embedded): void {
  sayValue('地址', 'Address', `${address} (/api/docs)`);
  say('请在浏览器中打开这个地址', 'Open this address in a browser');
  if (embedded.temporalPages) sayValue('引擎页面', 'Engine pages', embedded.temporalPages);
  const program = embedded.temporalProgram ?? 'temporal';
  const options = `--address ${embedded.temporalAddress} --namespace ${embedded.namespace}`;
  sayValue('引擎命令行', 'Engine command line', `"${program}" workflow list ${options}`);
  sayValue('日志', 'Logs', join(home, 'logs'));
}

function untilStopped(stop: AbortSignal): Promise<number> {
  say('运行中，按 Ctrl-C 停止', 'Running; Ctrl-C stops it');
  const keepAlive = setInterval(() => undefined, 60_000);
  return new Promise<number>((resolve) => {
    if (stop.aborted) return resolve(0);
    stop.addEventListener('abort', () => resolve(0), { once: true });
  }).finally(() => clearInterval(keepAlive));
}
