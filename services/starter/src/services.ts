import type { Embedded } from './start-embedded';
import { keepHeartbeat } from './heartbeat';
import { keepRunning, type Part } from './part';
import { probePort } from './ports';
import { step } from './say';
import { servicePlan } from './service-part';

/** Something that runs and can be ended. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What worker, API and the sign of life are started on. */
export interface ServicesPlan {
  readonly home: string;
  readonly embedded: Embedded;
  readonly stop: AbortSignal;
  /** A port for the API that is free now. */
  readonly choosePort: () => Promise<number>;
  /** What is to be ended, in the order of starting. */
  readonly running: Stoppable[];
}

/** The environment of every program of the system; `DUIBIAO_URL` is the address people and clients use. */
function environmentOf({
  home,
  port,
  embedded,
}: Pick<ServicesPlan, 'home' | 'embedded'> & { readonly port: number }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: embedded.appUrl,
    TEMPORAL_ADDRESS: embedded.temporalAddress,
    TEMPORAL_NAMESPACE: embedded.namespace,
    API_HOST: '127.0.0.1',
    API_PORT: String(port),
    DUIBIAO_HOME: home,
    DUIBIAO_URL: `http://127.0.0.1:${port}`,
  };
}

/**
 * Worker before API: what the API accepts has somebody to do it. They end in the opposite order. Answers the environment
 * of every program that speaks to them.
 */
export async function startServices(plan: ServicesPlan): Promise<NodeJS.ProcessEnv> {
  const { home, embedded, stop, running } = plan;
  const parts: Part[] = [];
  const allUp = () => parts.length === 2 && embedded.isUp() && parts.every((part) => part.isUp());
  const keep = (part: Part) => {
    parts.push(part);
    running.push(part);
  };
  running.push(keepHeartbeat(embedded.appUrl, allUp));
  return step({ zh: '启动工作进程和接口服务', en: 'Starting worker and API' }, async () => {
    const port = await plan.choosePort();
    const env = environmentOf({ home, port, embedded });
    const worker = { name: 'worker', title: { zh: '工作进程', en: 'The worker' }, env } as const;
    keep(await keepRunning(servicePlan(home, worker), stop));
    return startApi(plan, port, keep);
  });
}

/** How often somebody else may take the port between its choice and its use. */
const CHOICES = 3;

async function startApi(
  { home, embedded, stop, choosePort }: ServicesPlan,
  chosen: number,
  keep: (part: Part) => void,
): Promise<NodeJS.ProcessEnv> {
  let port = chosen;
  for (let choice = 1; ; choice++) {
    const env = environmentOf({ home, port, embedded });
    const healthUrl = `${env.DUIBIAO_URL}/health/ready`;
    const api = { name: 'api', title: { zh: '接口服务', en: 'The API' }, env, healthUrl } as const;
    try {
      keep(await keepRunning(servicePlan(home, api), stop));
      return env;
    } catch (error) {
      const isFree = (await probePort(port)) !== undefined;
      if (stop.aborted || isFree || choice === CHOICES) throw error;
      port = await choosePort();
    }
  }
}
