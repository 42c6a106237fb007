import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { NativeConnection, Worker } from '@temporalio/worker';
import { ActivitiesModule, activitiesOf, ErrandActivities, LOCAL_WRITES } from '@app/activities';
import { ERRAND_QUEUE, PROCESS_QUEUE } from '@app/contracts';
import { openDataSource } from '@app/persistence';
import { connectTemporal, createLogger, endWithParent, readConfig, systemClock, tellParentReady } from '@app/platform';

/** The bundle that the build makes; without it the workflows are bundled at start. */
const BUNDLE = join(__dirname, '../../../workflow-bundle.js');
const WORKFLOWS = join(__dirname, '../../../workflows/src/index.js');

/** Starts the worker: workflows with their local writes on one queue, errands on another. Owns no logic. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger('worker', config.logLevel);
  const dataSource = await openDataSource({ url: config.databaseUrl, poolSize: 20 });
  const engine = await connectTemporal(config.temporalAddress, config.temporalNamespace);
  const app = await NestFactory.createApplicationContext(
    ActivitiesModule.on({ dataSource, clock: systemClock, engine }),
    { logger: false },
  );
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  const common = { connection, namespace: config.temporalNamespace, shutdownGraceTime: '5s' } as const;
  const processes = await Worker.create({
    ...common,
    taskQueue: PROCESS_QUEUE,
    ...(existsSync(BUNDLE) ? { workflowBundle: { codePath: BUNDLE } } : { workflowsPath: WORKFLOWS }),
    activities: activitiesOf(...LOCAL_WRITES.map((write) => app.get<object>(write))),
    maxCachedWorkflows: config.maxCachedWorkflows,
    maxConcurrentLocalActivityExecutions: 40,
  });
  const errands = await Worker.create({
    ...common,
    taskQueue: ERRAND_QUEUE,
    activities: activitiesOf(app.get(ErrandActivities)),
    maxConcurrentActivityTaskExecutions: 20,
  });
  const stop = () => {
    for (const worker of [processes, errands]) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  endWithParent(stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const running = [processes.run(), errands.run()];
  log.info({ queues: [PROCESS_QUEUE, ERRAND_QUEUE] }, 'worker runs');
  tellParentReady();
  await Promise.all(running);
  await app.close();
  await connection.close();
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
