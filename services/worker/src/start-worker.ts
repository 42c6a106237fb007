import { NestFactory } from '@nestjs/core';
import { NativeConnection, Worker } from '@temporalio/worker';
import { type ActivityWorld, ActivitiesModule, activitiesOf, ErrandActivities, LOCAL_WRITES } from '@app/activities';
import { ERRAND_QUEUE, PROCESS_QUEUE } from '@app/contracts';

/** Where the worker takes its tasks from and with which code. */
export interface WorkerSettings {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly maxCachedWorkflows: number;
  /** Path of the prebuilt bundle, or of the workflows' entry, bundled at start. */
  readonly workflows: { readonly bundle: string } | { readonly path: string };
}

/** A worker at work. `ended` settles when it has stopped, with the error that stopped it where it was not `stop`. */
export interface RunningWorker {
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts workflows with their local writes on one queue, and errands on another; the caller closes what `world` holds. */
export async function startWorker(settings: WorkerSettings, world: ActivityWorld): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(ActivitiesModule.on(world), { logger: false });
  const connection = await NativeConnection.connect({ address: settings.temporalAddress });
  const common = { connection, namespace: settings.temporalNamespace, shutdownGraceTime: '5s' } as const;
  const { workflows } = settings;
  const processes = await Worker.create({
    ...common,
    taskQueue: PROCESS_QUEUE,
    ...('bundle' in workflows ? { workflowBundle: { codePath: workflows.bundle } } : { workflowsPath: workflows.path }),
    activities: activitiesOf(...LOCAL_WRITES.map((write) => app.get<object>(write))),
    maxCachedWorkflows: settings.maxCachedWorkflows,
    maxConcurrentLocalActivityExecutions: 40,
  });
  const errands = await Worker.create({
    ...common,
    taskQueue: ERRAND_QUEUE,
    activities: activitiesOf(app.get(ErrandActivities)),
    maxConcurrentActivityTaskExecutions: 20,
  });
  const workers = [processes, errands];
  const ended = Promise.all(workers.map((worker) => worker.run())).then(async () => {
    await app.close();
    await connection.close();
  });
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    return ended;
  };
  return { ended, stop };
}
