import { Connection } from '@temporalio/client';
import { prepareNamespace, searchAttributeTypes } from '@app/platform';
import { keepRunning, untilItAnswers, type Part } from './part';
import { pidFileOf } from './pid-file';
import { choosePort } from './ports';
import { logFileOf, spawnPart } from './spawn-part';

/** The private Temporal server of one home, running. */
export interface EmbeddedEngine {
  readonly address: string;
  /** Temporal's own pages, or undefined where it was started without. */
  readonly pages: string | undefined;
  readonly part: Part;
}

/** What the engine is started with. */
export interface EngineOptions {
  readonly home: string;
  readonly program: string;
  readonly namespace: string;
  readonly headless: boolean;
  /** Further settings of the server, by their names in Temporal's dynamic configuration. */
  readonly settings?: Readonly<Record<string, number>>;
  /** Aborted when the start is to be given up. */
  readonly signal?: AbortSignal;
}

/**
 * How many tasks of each kind the server carries out at once; 512 by default. Its SQLite writes one at a time: when two
 * hundred timers fire at one instant, every write of a command would wait behind all of them (docs/decisions/0013).
 */
const AT_ONCE = {
  'history.timerProcessorSchedulerWorkerCount': 1,
  'history.visibilityProcessorSchedulerWorkerCount': 1,
};

/** Starts a Temporal server of our own, its state in `<home>/temporal.db`, on loopback only. */
export async function startEngine({
  home,
  program,
  namespace,
  headless,
  settings = {},
  signal,
}: EngineOptions): Promise<EmbeddedEngine> {
  const port = await choosePort(home, 'engine');
  const pagesPort = headless ? undefined : await choosePort(home, 'engine-pages');
  const address = `127.0.0.1:${port}`;
  const logFile = logFileOf(home, 'engine');
  const part = await keepRunning(
    {
      title: { zh: '流程引擎', en: 'The engine' },
      pidFile: pidFileOf(home, 'engine'),
      logFile,
      spawn: () =>
        spawnPart({
          program,
          args: [
            ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
            ...(pagesPort === undefined ? ['--headless'] : ['--ui-port', String(pagesPort)]),
            ...['--db-filename', 'temporal.db', '--namespace', namespace, '--log-level', 'warn'],
            ...Object.entries({ ...AT_ONCE, ...settings }).flatMap(([key, count]) => [
              '--dynamic-config-value',
              `${key}=${count}`,
            ]),
            ...Object.entries(searchAttributeTypes).flatMap(([name, type]) => [
              '--search-attribute',
              `${name}=${type}`,
            ]),
          ],
          cwd: home,
          logFile,
        }),
      ready: (_child, gone) =>
        untilItAnswers(async () => {
          const connection = await Connection.connect({ address, connectTimeout: '2s' });
          try {
            await prepareNamespace(connection, namespace);
          } finally {
            await connection.close();
          }
        }, gone),
    },
    signal,
  );
  return { address, pages: pagesPort === undefined ? undefined : `http://127.0.0.1:${pagesPort}`, part };
}
