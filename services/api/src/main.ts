import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { openDataSource } from '@app/persistence';
import { createLogger, endWithParent, readConfig, tellParentReady } from '@app/platform';
import { AppModule } from './app.module';
import type { AskedRequest } from './http/asked-request';

async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger('api', config.logLevel);
  const dataSource = await openDataSource({ url: config.databaseUrl, poolSize: 20 });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on({ dataSource, config, logger }), {
    logger: false,
  });
  app.use((request: Request, _: Response, next: NextFunction) => {
    (request as unknown as { requestId: string }).requestId = randomUUID();
    next();
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.enableShutdownHooks();
  endWithParent(() => process.exit(0));
  await app.listen(config.apiPort, config.apiHost);
  tellParentReady();
}

export type { AskedRequest };

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
