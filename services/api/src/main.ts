import 'reflect-metadata';
import { openDataSource } from '@app/persistence';
import { createLogger, endWithParent, readConfig, systemClock, tellParentReady } from '@app/platform';
import { createApp } from './create-app';

/** Serves the API until it is told to stop or its parent is gone. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger('api', config.logLevel);
  const dataSource = await openDataSource({ url: config.databaseUrl, poolSize: 20 });
  const app = await createApp({ dataSource, clock: systemClock, config, logger });
  endWithParent(() => void app.close().finally(() => process.exit(0)));
  await app.listen(config.apiPort, config.apiHost);
  logger.info({ host: config.apiHost, port: config.apiPort }, 'api serves');
  tellParentReady();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
