import type { Embedded } from './start-embedded';
import { keepHeartbeat } from './heartbeat';
import { keepRunning, type Part } from './part';
import { step } from './say';
import { servicePlan } from './service-part';

/** Something that runs and can be ended. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What worker, API and the sign of life are started on. */
export interface ServicesPlan {
  readonly home: string;
  readonly port: number;
  readonly embedded: Embedded;
  readonly stop: AbortSignal;
  /** What is to be ended, in the order of starting. */
  readonly running: Stoppable[];
}

/** The address people and clients use. */
export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** The environment of every program of the system. */
export function serviceEnvironment({
  home,
  port,
  embedded,
}: Pick<ServicesPlan, 'home' | 'port' | 'embedded'>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: embedded.appUrl,
    TEMPORAL_ADDRESS: embedded.temporalAddress,
    TEMPORAL_NAMESPACE: embedded.namespace,
    API_HOST: '127.0.0.1',
    API_PORT: String(port),
    DUIBIAO_HOME: home,
    DUIBIAO_URL: addressOf(port),
  };
}

/** Worker before API: what the API accepts has somebody to do it. They end in the opposite order. */
export async function startServices(plan: ServicesPlan): Promise<void> {
  const { home, port, embedded, stop, running } = plan;
  const env = serviceEnvironment(plan);
  const healthUrl = `${addressOf(port)}/health/ready`;
  const parts: Part[] = [];
  const allUp = () => parts.length === 2 && embedded.isUp() && parts.every((part) => part.isUp());
  running.push(keepHeartbeat(embedded.appUrl, allUp));
  await step({ zh: '启动工作进程和接口服务', en: 'Starting worker and API' }, async () => {
    for (const service of [
      { name: 'worker', title: { zh: '工作进程', en: 'The worker' }, env },
      { name: 'api', title: { zh: '接口服务', en: 'The API' }, env, healthUrl },
    ] as const) {
      const part = await keepRunning(servicePlan(home, service), stop);
      parts.push(part);
      running.push(part);
    }
  });
}
