import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type Client,
  IllegalStateError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { PULSE_WORKFLOW, pulseWorkflowId, readPulse } from '@app/contracts';
import { type Instant, instantOf, msOf } from '@app/domain';
import { bounded, type Config, connectTemporal, systemClock } from '@app/platform';

/** How a task queue stands, by the engine: what waits, since when, and who has asked for tasks of late. */
export interface QueueStanding {
  readonly backlog: number;
  readonly oldestSeconds: number;
  readonly workers: readonly {
    readonly identity: string;
    readonly release: string | null;
    readonly lastAskedAt: Instant | null;
  }[];
}

/** Of workflows and of activities: the engine keeps a queue of one name for each. */
const TASK_TYPES = [1, 2];

/** A caller waits this long for a connection. */
const CONNECT_MS = 2000;

/** The connection to the engine, made at its first use and made again after a failure: the API starts without it. */
@Injectable()
export class Engine implements OnApplicationShutdown {
  private connecting: Promise<Client> | undefined;

  constructor(private readonly config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>) {}

  client(): Promise<Client> {
    const { temporalAddress, temporalNamespace } = this.config;
    this.connecting ??= connectTemporal(temporalAddress, temporalNamespace, CONNECT_MS).catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  /** Whether the engine answers within `limitMs`; never throws. */
  async answers(limitMs: number): Promise<boolean> {
    const ask = async () => {
      const client = await this.client();
      await within(client, limitMs, () => client.workflowService.getSystemInfo({}));
      return true;
    };
    return bounded(limitMs, ask, false);
  }

  /** Whether a worker takes a task of this queue and finishes it within `limitMs`; never throws. */
  async finishesTasks(queue: string, limitMs: number): Promise<boolean> {
    const ask = async () => {
      const client = await this.client();
      return within(client, limitMs, () => askPulse(client, queue));
    };
    return bounded(limitMs, ask, false);
  }

  /** How a queue stands; null where the engine does not say within `limitMs`. Never throws. */
  async standingOf(queue: string, limitMs: number): Promise<QueueStanding | null> {
    const ask = async () => {
      const client = await this.client();
      return within(client, limitMs, () => describeQueue(client, queue));
    };
    return bounded(limitMs, ask, null);
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.connecting?.catch(() => undefined);
    await client?.connection.close();
  }
}

function within<T>(client: Client, limitMs: number, work: () => Promise<T>): Promise<T> {
  return client.withDeadline(msOf(systemClock.now()) + limitMs, work);
}

async function describeQueue(client: Client, queue: string): Promise<QueueStanding> {
  const { namespace } = client.options;
  const answers = await Promise.all(
    TASK_TYPES.map((taskQueueType) =>
      client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: queue },
        taskQueueType,
        reportStats: true,
      }),
    ),
  );
  const ages = answers.map(({ stats }) => Number(stats?.approximateBacklogAge?.seconds ?? 0));
  const pollers = answers.flatMap((answer) => answer.pollers);
  const workers = pollers.map(({ identity, deploymentOptions, lastAccessTime }) => ({
    identity: identity ?? '',
    release: deploymentOptions?.buildId || null,
    lastAskedAt: lastAccessTime ? instantOf(Number(lastAccessTime.seconds) * 1000) : null,
  }));
  const last = (one: Instant | null) => one ?? '';
  const newestFirst = workers.sort((a, b) => (last(a.lastAskedAt) < last(b.lastAskedAt) ? 1 : -1));
  return {
    backlog: answers.reduce((sum, { stats }) => sum + Number(stats?.approximateBacklogCount ?? 0), 0),
    oldestSeconds: Math.max(...ages),
    workers: newestFirst.filter(({ identity }, at) => newestFirst.findIndex((one) => one.identity === identity) === at),
  };
}

/** The pulse is asked of any worker of the queue, not of the one that answered last and may be dead. */
async function askPulse(client: Client, queue: string): Promise<boolean> {
  const workflowId = pulseWorkflowId(queue);
  const { namespace } = client.options;
  try {
    await client.workflowService.resetStickyTaskQueue({ namespace, execution: { workflowId } });
    return await client.workflow.getHandle(workflowId).query(readPulse);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError) && !isUnknownExecution(error)) throw error;
    await client.workflow.start(PULSE_WORKFLOW, {
      workflowId,
      taskQueue: queue,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return client.workflow.getHandle(workflowId).query(readPulse);
  }
}

/** gRPC's NOT_FOUND, as the calls below the client's own surface give it. */
function isUnknownExecution(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 5;
}

/** Whether the engine did not answer, so that nobody knows yet what became of the request. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    error instanceof IllegalStateError ||
    (error instanceof Error && /connect|UNAVAILABLE|DEADLINE_EXCEEDED|ECONN/i.test(error.message))
  );
}
