import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Response } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { DomainError } from '@app/domain';
import { type ApiWorld, AppModule, CONTROLLERS } from './app.module';
import { Changes } from './campaigns/changes';
import { Drain } from './drain';
import type { AskedRequest } from './edge/asked-request';
import { sendProblem } from './edge/problem';
import { serveConsole } from './edge/console';
import { describe } from './edge/description';
import { serveDocs } from './edge/docs';
import { routesOf } from './edge/routes';
import { answerInTime } from './time-limit';
import { checkBody, noteBytes, readAddress } from './edge/input/well-formed';

/** What has no version: the operator's routes. */
const WITHOUT_PREFIX = ['health/live', 'health/ready', 'metrics'];

/** Logins from one address in one minute; a rehearsal's four hundred actors come from one. */
const LOGINS_PER_MINUTE = 600;

/** Ballot codes looked at from one address in one minute; a whole office may vote from behind one. */
const CODES_PER_MINUTE = 600;

/** Calendars read from one address in one minute; the readers of a whole office may stand behind one. */
const CALENDARS_PER_MINUTE = 600;

/** Wrong passwords for one login from one address in one minute: guessing is slow, and bars nobody else. */
const WRONG_LOGINS_PER_MINUTE = 10;

/** The API as it is served, tested and described; the caller listens and closes. */
export async function createApp(world: ApiWorld, drain = new Drain()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(world), {
    logger: false,
    bodyParser: false,
  });
  app.disable('x-powered-by');
  app.use((request: AskedRequest, response: Response, next: NextFunction) => {
    request.requestId = randomUUID();
    response.setHeader('duibiao-request-id', request.requestId);
    next();
  });
  app.use(drain.gate);
  app.use(answerInTime);
  app.use(protect("'self'"));
  app.use('/api/docs', protect("'self'", "'unsafe-inline'")); // its page is drawn by a script in it
  app.use(accessLog(world));
  serveConsole(app);
  app.use('/api/v1/sessions', limitOf('POST', { limit: LOGINS_PER_MINUTE }));
  app.use('/api/v1/ballot-boxes/by-code', limitOf('POST', { limit: CODES_PER_MINUTE }));
  app.use('/api/v1/calendar-feeds', limitOf('GET', { limit: CALENDARS_PER_MINUTE }));
  app.use(readAddress);
  app.use(json({ limit: '1mb', verify: noteBytes }));
  app.use(checkBody);
  app.use('/api/v1/sessions', limitOf('POST', WRONG_LOGINS));
  app.setGlobalPrefix('api/v1', { exclude: WITHOUT_PREFIX });
  drain.whenEnding(() => app.get(Changes).end());
  serveDocs(app, describe(routesOf(CONTROLLERS)));
  return app;
}

/**
 * What a page from here may load: its own files and nothing from elsewhere. Styles may stand in the page, since the
 * console's components write theirs. Nothing is upgraded to HTTPS: on a plain network the page would lose its own files.
 */
function protect(...scriptSrc: readonly string[]) {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc,
        styleSrc: [...self, "'unsafe-inline'"],
        imgSrc: [...self, 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: self,
        frameAncestors: ["'none'"],
      },
    },
  });
}

/**
 * One line for each request; what is done with a ballot code leaves none, because its time would tell who voted. The address
 * of a calendar is its credential.
 */
function accessLog({ logger }: ApiWorld) {
  return pinoHttp({
    logger,
    autoLogging: { ignore: ({ url = '' }) => /^\/(health|metrics)|\/(ballots|by-code)\/?(\?|$)/.test(url) },
    serializers: {
      req: ({ params: _secret, url, ...request }: { readonly params?: unknown; readonly url: string }) => ({
        ...request,
        url: url.replace(/(\/calendar-feeds\/)[^/?]+/i, '$1…'),
      }),
    },
    genReqId: (request) => (request as unknown as AskedRequest).requestId,
    customLogLevel: (_, { statusCode }) => (statusCode >= 500 ? 'warn' : 'debug'),
  });
}

const WRONG_LOGINS: Partial<Options> = {
  limit: WRONG_LOGINS_PER_MINUTE,
  skipSuccessfulRequests: true,
  requestWasSuccessful: (_, { statusCode }) => statusCode !== 401,
  keyGenerator: ({ ip = '', body }) => {
    const { login = '' } = (body ?? {}) as { readonly login?: unknown };
    return `${ipKeyGenerator(ip)} ${JSON.stringify(login)}`;
  },
};

function limitOf(asked: 'GET' | 'POST', options: Partial<Options>) {
  return rateLimit({
    windowMs: 60_000,
    ...options,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: ({ method }) => (method === 'HEAD' ? 'GET' : method) !== asked,
    handler: (request, response) => {
      const refusal = new DomainError('too-many-requests', '操作过于频繁，请稍后再试', {});
      sendProblem(response, refusal, (request as AskedRequest).requestId);
    },
  });
}
