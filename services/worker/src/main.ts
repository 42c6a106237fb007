import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ERRAND_QUEUE, KEEPER_QUEUE, PROCESS_QUEUE } from '@app/contracts';
import { openDataSource } from '@app/persistence';
import {
  connectTemporal,
  createLogger,
  endWithParent,
  MailServer,
  readConfig,
  systemClock,
  tellParentReady,
} from '@app/platform';
import { logEngineTo } from './engine-log';
import { healLostRuns } from './heal-lost-runs';
import { leaveOutTraces } from './lean-sandbox';
import { startWorker } from './start-worker';

/** The bundle that the build makes; without it the workflows are bundled at start. */
const BUNDLE = join(__dirname, '../../../workflow-bundle.js');
const WORKFLOWS = join(__dirname, '../../../workflows/src/index.js');

/** Runs the worker until it is told to stop or its parent is gone. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger('worker', config.logLevel);
  logEngineTo(log);
  leaveOutTraces();
  const dataSource = await openDataSource({ url: config.databaseUrl, poolSize: 20 });
  const engine = await connectTemporal(config.temporalAddress, config.temporalNamespace);
  const workflows = existsSync(BUNDLE) ? { bundle: BUNDLE } : { path: WORKFLOWS };
  const post = config.mail ? { server: new MailServer(config.mail), console: config.consoleUrl } : undefined;
  const worker = await startWorker({ ...config, workflows }, { dataSource, clock: systemClock, engine, post });
  const healing = new AbortController();
  const world = { dataSource, engine, now: () => systemClock.now() };
  const healed = config.heals ? healLostRuns(world, log, healing.signal) : undefined;
  const stop = () => void worker.stop();
  endWithParent(stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  log.info({ queues: [PROCESS_QUEUE, KEEPER_QUEUE, ERRAND_QUEUE] }, 'worker runs');
  tellParentReady();
  await worker.ended.finally(() => healing.abort());
  await healed;
  await engine.connection.close();
  await dataSource.destroy();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
