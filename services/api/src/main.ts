import 'reflect-metadata';
import { openDataSource } from '@app/persistence';
import {
  connectUntilSilent,
  createLogger,
  endWithParent,
  readConfig,
  systemClock,
  tellParentReady,
} from '@app/platform';
import { createApp } from './create-app';
import { Drain } from './drain';

/** A database that says nothing for so long stands still: who waits for it is told so. */
const DATABASE_SILENCE_MS = 8000;

/** From the word to stop to the end of the process, whatever hangs. */
const STOP_MS = 8000;

/** Serves the API until it is told to stop or its parent is gone. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger('api', config.logLevel);
  const dataSource = await openDataSource({
    url: config.databaseUrl,
    poolSize: 20,
    connect: (port, host) => connectUntilSilent(port, host, DATABASE_SILENCE_MS),
  });
  const drain = new Drain();
  const app = await createApp({ dataSource, clock: systemClock, config, logger }, drain);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_MS);
    void drain
      .end(app.getHttpServer())
      .then(() => app.close())
      .finally(() => process.exit(0));
  };
  endWithParent(stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen(config.apiPort, config.apiHost);
  logger.info({ host: config.apiHost, port: config.apiPort }, 'api serves');
  tellParentReady();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
