import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepHeartbeat } from './heartbeat';
import { keepRunning, pause, type Part } from './part';
import { startTimeOf } from './pid-file';
import { choosePort, probePort } from './ports';
import { runMigrations, startRehearsal } from './run-child';
import { removeRunning, writeRunning } from './running';
import { PlainError, say, sayValue, step } from './say';
import { isBuilt, servicePlan } from './service-part';
import { embeddedOptionsFrom, startEmbedded, type Embedded } from './start-embedded';

/** What scripts/start.mjs hands over once everything is installed and built. */
export interface StartOptions {
  /** Folder of all private data. */
  readonly home: string;
  /** End after the rehearsal's summary. */
  readonly once: boolean;
  /** Aborted when the user or the system asks us to stop. */
  readonly stop: AbortSignal;
}

/** Brings the system up, runs the rehearsal, stays until asked to stop; answers the exit status. */
export async function start({ home, once, stop }: StartOptions): Promise<number> {
  const running: { stop(): Promise<void> }[] = [];
  try {
    const port = await apiPort(home);
    const embedded = await step({ zh: '启动数据库和流程引擎', en: 'Starting database and engine' }, () =>
      startEmbedded({ ...embeddedOptionsFrom(process.env, home), signal: stop }),
    );
    running.push(embedded);
    await step({ zh: '升级数据库', en: 'Migrating the database' }, () => runMigrations(home, embedded.ownerUrl));
    const services = await startServices({ home, port, embedded, stop, running });
    const { env, address } = services;
    noteRunning(home, address, env);
    printAddresses(home, address, embedded);
    if (!isBuilt('rehearsal')) return once ? 0 : await untilStopped(stop);
    const status = await rehearse({ home, once, stop, env, running });
    if (once || stop.aborted) return status;
    return await untilStopped(stop);
  } catch (error) {
    if (stop.aborted) return 0;
    throw error;
  } finally {
    if (running.length > 0) say('正在停止…', 'Stopping …');
    for (const part of running.reverse()) await part.stop();
    removeRunning(home);
    if (running.length > 0) say('已停止', 'Stopped');
  }
}

interface Services {
  readonly env: NodeJS.ProcessEnv;
  readonly address: string;
}

interface ServicesPlan {
  readonly home: string;
  readonly port: number;
  readonly embedded: Embedded;
  readonly stop: AbortSignal;
  /** What is to be ended, in the order of starting. */
  readonly running: { stop(): Promise<void> }[];
}

/** Worker before API: what the API accepts has somebody to do it. They end in the opposite order. */
async function startServices({ home, port, embedded, stop, running }: ServicesPlan): Promise<Services> {
  const address = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: embedded.appUrl,
    TEMPORAL_ADDRESS: embedded.temporalAddress,
    TEMPORAL_NAMESPACE: embedded.namespace,
    API_HOST: '127.0.0.1',
    API_PORT: String(port),
    DUIBIAO_HOME: home,
    DUIBIAO_URL: address,
  };
  const parts: Part[] = [];
  const heartbeat = keepHeartbeat(embedded.appUrl, () => embedded.isUp() && parts.every((part) => part.isUp()));
  running.push(heartbeat);
  const worker = { name: 'worker', title: { zh: '工作进程', en: 'The worker' }, env } as const;
  const api = {
    name: 'api',
    title: { zh: '接口服务', en: 'The API' },
    env,
    healthUrl: `${address}/health/ready`,
  } as const;
  await step({ zh: '启动工作进程和接口服务', en: 'Starting worker and API' }, async () => {
    for (const service of [worker, api]) {
      if (!isBuilt(service.name)) {
        say(`${service.title.zh}尚未编写，略过`, `${service.title.en} is not written yet; skipped`);
        continue;
      }
      const part = await keepRunning(servicePlan(home, service), stop);
      parts.push(part);
      running.push(part);
    }
  });
  return { env, address };
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

function noteRunning(home: string, address: string, env: NodeJS.ProcessEnv): void {
  const names = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'API_HOST', 'API_PORT', 'DUIBIAO_URL'];
  writeRunning(home, {
    pid: process.pid,
    startTime: startTimeOf(process.pid) ?? '',
    address,
    env: Object.fromEntries(names.map((name) => [name, env[name] ?? ''])),
  });
}

function printAddresses(home: string, address: string, embedded: Embedded): void {
  sayValue('地址', 'Address', `${address} (/api/docs)`);
  if (embedded.temporalPages) sayValue('引擎页面', 'Engine pages', embedded.temporalPages);
  const program = embedded.temporalPath ?? 'temporal';
  const options = `--address ${embedded.temporalAddress} --namespace ${embedded.namespace}`;
  sayValue('引擎命令行', 'Engine command line', `"${program}" workflow list ${options}`);
  sayValue('日志', 'Logs', join(home, 'logs'));
}

interface Rehearsing {
  readonly home: string;
  readonly once: boolean;
  readonly stop: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly running: { stop(): Promise<void> }[];
}

/** Runs the rehearsal unless this database already holds a finished one; one that was killed is started again. */
async function rehearse({ home, once, stop, env, running }: Rehearsing): Promise<number> {
  const record = join(home, 'rehearsal.json');
  if (!once && isFinished(record, env)) {
    say('演练此前已经完成，不再重复', 'The rehearsal is finished already and is not repeated');
    return 0;
  }
  const flags = [...(once ? ['--once'] : []), ...(process.env.DUIBIAO_LANG === 'en' ? ['--lang', 'en'] : [])];
  for (;;) {
    const run = startRehearsal(home, flags, env);
    running.push(run);
    stop.addEventListener('abort', () => void run.stop(), { once: true });
    const status = await run.ended;
    if (stop.aborted) return 0;
    if (typeof status === 'string') {
      say(`演练进程停了（${status}），重新启动`, `The rehearsal ended (${status}); starting it again`);
      await pause(1000, stop);
      continue;
    }
    if (status === 0 && !once) writeFileSync(record, JSON.stringify({ database: databaseOf(env) }));
    return status;
  }
}

/** Host and name only; the port of a private database may change. */
function databaseOf(env: NodeJS.ProcessEnv): string {
  const { hostname, pathname } = new URL(env.DATABASE_URL ?? 'none:');
  return `${hostname}${pathname}`;
}

function isFinished(record: string, env: NodeJS.ProcessEnv): boolean {
  if (!existsSync(record)) return false;
  const { database } = JSON.parse(readFileSync(record, 'utf8')) as { database?: string };
  return database === databaseOf(env);
}

function untilStopped(stop: AbortSignal): Promise<number> {
  say('运行中，按 Ctrl-C 停止', 'Running; Ctrl-C stops it');
  const keepAlive = setInterval(() => undefined, 60_000);
  return new Promise<number>((resolve) => {
    if (stop.aborted) return resolve(0);
    stop.addEventListener('abort', () => resolve(0), { once: true });
  }).finally(() => clearInterval(keepAlive));
}
