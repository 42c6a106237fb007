import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage } from 'node:http';
import request, { type Response } from 'supertest';
import { createAccounts, inTransaction, sampleLogin } from '@app/persistence';
import { type Config, createLogger, hashPassword, systemClock } from '@app/platform';
import { createApp } from '../../services/api/src/create-app';
import type { World } from './world';

/** Of every account. */
export const PASSWORD = 'a password of the tests';

/** What the API needs of a world; without an engine its commands of processes find none. */
type HttpParts = Pick<World, 'dataSource' | 'campaign'> &
  Partial<Pick<World, 'temporalAddress' | 'namespace'> & Pick<Config, 'csvRowLimit' | 'mail'>>;

/** Reads the body of an answer itself, as it comes. */
type OnAnswer = (answer: IncomingMessage, done: (error: Error | null, body: unknown) => void) => void;

/** What a request asks; it has a key of its own unless it is given one, or none. */
interface Asked {
  readonly path: string;
  readonly body?: object | undefined;
  readonly key?: string | null | undefined;
  readonly headers?: Record<string, string> | undefined;
  readonly onAnswer?: OnAnswer;
}

const NOBODY_ANSWERS = '127.0.0.1:1';

/** The API in this process on a world, with an account for everybody of its roster. */
export class HttpWorld {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly world: HttpParts,
    /** The application in this process, or the address of another. */
    private readonly app: NestExpressApplication | string,
  ) {}

  /** `address`: of an API that runs as a process of its own. */
  static async open(world: HttpParts, address?: string): Promise<HttpWorld> {
    const { setting } = world.campaign;
    const { campaignId, campaignKey, programmeVersion } = setting;
    const passwordHash = await hashPassword(PASSWORD);
    const written = { recordedAt: world.campaign.establishedAt, writtenAt: systemClock.now() };
    await inTransaction(world.dataSource, (m) =>
      createAccounts(m, { campaign: { campaignId, campaignKey, programmeVersion }, passwordHash }, written),
    );
    if (address) return new HttpWorld(world, address);
    const { temporalAddress = NOBODY_ANSWERS, namespace: temporalNamespace = 'none', csvRowLimit, mail = null } = world;
    const config = { temporalAddress, temporalNamespace, mail, ...(csvRowLimit && { csvRowLimit }) };
    const logger = createLogger('api', 'silent');
    const app = await createApp({ dataSource: world.dataSource, clock: systemClock, config, logger });
    await app.init();
    return new HttpWorld(world, app);
  }

  /** The same people before another API. */
  at(address: string): HttpWorld {
    return new HttpWorld(this.world, address);
  }

  /** Sends a request as the person with this code of the roster, or as nobody. */
  async send(
    person: string | null,
    method: 'get' | 'post' | 'put' | 'delete',
    { path, body, key = randomUUID(), headers = {}, onAnswer }: Asked,
  ): Promise<Response> {
    const served = typeof this.app === 'string' ? this.app : this.app.getHttpServer();
    const asked = request(served)[method](/^\/(health|metrics|api)/.test(path) ? path : `/api/v1${path}`);
    if (person) asked.set('authorization', `Bearer ${await this.signIn(person)}`);
    if (key && method !== 'get') asked.set('idempotency-key', key);
    for (const [name, value] of Object.entries(headers)) asked.set(name, value);
    if (onAnswer) asked.buffer(true).parse((answer, done) => onAnswer(answer as unknown as IncomingMessage, done));
    return body === undefined ? asked : asked.send(body);
  }

  /** The port on which it also listens, for what no client of HTTP would send. */
  async listen(): Promise<number> {
    if (typeof this.app === 'string') return Number(new URL(this.app).port);
    await this.app.listen(0, '127.0.0.1');
    return Number(new URL(await this.app.getUrl()).port);
  }

  /** His session has ended: he signs in anew. */
  forget(person: string): void {
    this.tokens.delete(person);
  }

  async close(): Promise<void> {
    if (typeof this.app !== 'string') await this.app.close();
  }

  /** What the person with this code of the roster signs in with. */
  accountOf(person: string): { login: string; password: string } {
    return { login: sampleLogin(this.world.campaign.setting.campaignKey, person), password: PASSWORD };
  }

  /** The token of this person's session, begun with its first use. */
  async signIn(person: string): Promise<string> {
    const known = this.tokens.get(person);
    if (known) return known;
    const { body } = await this.send(null, 'post', {
      path: '/sessions',
      body: this.accountOf(person),
      key: null,
    });
    const { token } = body as { token: string };
    this.tokens.set(person, token);
    return token;
  }
}
