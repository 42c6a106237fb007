import { hostname } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { NativeConnection, Worker } from '@temporalio/worker';
import {
  type ActivityWorld,
  ActivitiesModule,
  activitiesOf,
  DeliveryActivities,
  DroppedSignalActivities,
  ErrandActivities,
  KeeperActivities,
  LOCAL_WRITES,
} from '@app/activities';
import {
  DELIVERIES_WORKFLOW,
  DELIVERIES_WORKFLOW_ID,
  DELIVERY_QUEUE,
  ERRAND_QUEUE,
  KEEPER_QUEUE,
  PROCESS_QUEUE,
} from '@app/contracts';
import { release } from './release';

/** How many keepers act at once when nobody works; while somebody does, they give way (docs/decisions/0013). */
const KEEPERS_AT_ONCE = 2;

/** Keepers that hold a task or wait for one: a poll that waits holds a slot for a minute, also while the other queue is full. */
const KEEPER_TASKS = 10;

/** Where the worker takes its tasks from and with which code. */
export interface WorkerSettings {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** In all; keepers get two in five, so that those of two hundred organisations stay in memory. */
  readonly maxCachedWorkflows: number;
  /** Path of the prebuilt bundle, or of the workflows' entry, bundled at start. */
  readonly workflows: { readonly bundle: string } | { readonly path: string };
}

/** A worker at work. `ended` settles when it has stopped, with the error that stopped it where it was not `stop`. */
export interface RunningWorker {
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Process and host, as an operator looks for it; short, because every workflow task writes it three times into its history. */
function workerIdentity(): string {
  return `${process.pid}@${hostname().slice(0, 12)}`;
}

/** Starts processes, keepers and errands, each kind on its own queue with its own limits; the caller closes what `world` holds. */
export async function startWorker(settings: WorkerSettings, world: ActivityWorld): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(ActivitiesModule.on(world), { logger: false });
  const connection = await NativeConnection.connect({ address: settings.temporalAddress });
  const common = {
    connection,
    namespace: settings.temporalNamespace,
    shutdownGraceTime: '5s',
    identity: workerIdentity(),
    // Every workflow task names it twice in its history: by default it is a checksum of ninety letters.
    workerDeploymentOptions: {
      version: { deploymentName: 'duibiao', buildId: release() },
      useWorkerVersioning: false,
    },
  } as const;
  const { workflows, maxCachedWorkflows } = settings;
  const cachedKeepers = Math.floor((maxCachedWorkflows * 2) / 5);
  const code =
    'bundle' in workflows ? { workflowBundle: { codePath: workflows.bundle } } : { workflowsPath: workflows.path };
  const processes = await Worker.create({
    ...common,
    ...code,
    taskQueue: PROCESS_QUEUE,
    activities: activitiesOf(...LOCAL_WRITES.map((write) => app.get<object>(write))),
    maxCachedWorkflows: maxCachedWorkflows - cachedKeepers,
    maxConcurrentLocalActivityExecutions: 40,
  });
  const keepers = await Worker.create({
    ...common,
    ...code,
    taskQueue: KEEPER_QUEUE,
    activities: activitiesOf(app.get(KeeperActivities), app.get(DroppedSignalActivities)),
    maxCachedWorkflows: cachedKeepers,
    maxConcurrentWorkflowTaskExecutions: KEEPER_TASKS,
    maxConcurrentLocalActivityExecutions: KEEPERS_AT_ONCE,
  });
  const errands = await Worker.create({
    ...common,
    taskQueue: ERRAND_QUEUE,
    activities: activitiesOf(app.get(ErrandActivities)),
    maxConcurrentActivityTaskExecutions: 20,
  });
  const workers = [processes, keepers, errands];
  if (world.post) {
    const deliveries = await Worker.create({
      ...common,
      shutdownGraceTime: '1s',
      taskQueue: DELIVERY_QUEUE,
      activities: activitiesOf(app.get(DeliveryActivities)),
      maxConcurrentActivityTaskExecutions: 1,
    });
    workers.push(deliveries);
    await world.engine.workflow.start(DELIVERIES_WORKFLOW, {
      workflowId: DELIVERIES_WORKFLOW_ID,
      taskQueue: KEEPER_QUEUE,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }
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
