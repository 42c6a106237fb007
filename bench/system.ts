import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { campaignWorkflowId, PROCESS_QUEUE, workflowTypeOf } from '@app/contracts';
import { type Instant, programmeFormat, type Roster } from '@app/domain';
import {
  createAccounts,
  type EstablishedCampaign,
  establishCampaign,
  inTransaction,
  migrate,
  openDataSource,
  publishProgramme,
  sampleLogin,
  seedCalendar,
} from '@app/persistence';
import { hashPassword, loadProgramme, systemClock } from '@app/platform';
import { keepHeartbeat } from '../services/starter/src/heartbeat';
import { until } from './load';
import { Services } from './services';

const ROOT = join(__dirname, '../..');
/** Of every account. */
export const PASSWORD = 'a password of the bench';

/** The system under measurement: database and engine are the run's own, worker and API are processes of their own. */
export interface BenchSystem {
  readonly dataSource: DataSource;
  readonly engine: Client;
  readonly url: string;
  readonly services: Services;
  readonly apiStartMs: number;
  /** Real time at which the processes were begun, in ms. */
  readonly beganAt: number;
  readonly stop: () => Promise<void>;
}

/** Migrates, starts worker and API, waits until they serve. */
export async function startSystem(): Promise<BenchSystem> {
  const beganAt = Date.now();
  const environment = process.env as Record<string, string>;
  await migrate(environment.DATABASE_OWNER_URL ?? '');
  const dataSource = await openDataSource({ url: environment.DATABASE_URL ?? '', poolSize: 10 });
  const connection = await Connection.connect({ address: environment.TEMPORAL_ADDRESS ?? '' });
  const engine = new Client({ connection, namespace: environment.TEMPORAL_NAMESPACE ?? 'default' });
  const port = String(20_000 + (process.pid % 20_000));
  const url = `http://127.0.0.1:${port}`;
  const services = new Services(port);
  services.start('worker');
  const begun = performance.now();
  services.start('api');
  await untilReady(url);
  const apiStartMs = performance.now() - begun;
  const heartbeat = keepHeartbeat(environment.DATABASE_URL ?? '', () => true);
  const stop = async () => {
    await heartbeat.stop();
    await Promise.all([services.stop('api'), services.stop('worker')]);
    await connection.close();
    await dataSource.destroy();
  };
  return { dataSource, engine, url, services, apiStartMs, beganAt, stop };
}

/** Waits until the API serves. */
export async function untilReady(url: string): Promise<void> {
  while (!(await answers(`${url}/health/ready`))) await pause(10);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Establishes a rehearsal with an account for everybody, and starts its workflow where asked. */
export async function establishRehearsal(
  { dataSource, engine }: BenchSystem,
  {
    key,
    roster,
    at,
    rate,
    starts,
  }: {
    readonly key: string;
    readonly roster: Roster;
    readonly at: Instant;
    readonly rate: number;
    readonly starts: boolean;
  },
): Promise<EstablishedCampaign> {
  const read = loadProgramme(join(ROOT, 'programmes/suzhou-2020'), programmeFormat);
  if (!read.programme) throw new Error('the committed programme has faults');
  const { programme } = read;
  const passwordHash = await hashPassword(PASSWORD);
  const campaign = await inTransaction(dataSource, async (m) => {
    const now = systemClock.now();
    await publishProgramme(m, read, now);
    await seedCalendar(m, now);
    const rehearsal = { seed: 'bench', anchorProgramme: at, rate };
    const established = await establishCampaign(m, { key, name: key, programme: programme.id, roster, rehearsal }, now);
    const { campaignId, campaignKey, programmeVersion } = established.setting;
    const owner = { campaignId, campaignKey, programmeVersion };
    await createAccounts(m, { campaign: owner, passwordHash }, { recordedAt: at, writtenAt: now });
    return established;
  });
  if (starts) {
    await engine.workflow.start(workflowTypeOf('campaign'), {
      workflowId: campaignWorkflowId(key),
      taskQueue: PROCESS_QUEUE,
      args: [{ setting: campaign.setting, openedAt: campaign.establishedAt }],
    });
  }
  return campaign;
}

/** Waits until the campaign's workflow has opened it. */
export async function untilRunning({ dataSource }: BenchSystem, campaignId: string): Promise<void> {
  await until(async () => {
    const [row] = await dataSource.query<{ step: string }[]>('SELECT step FROM campaigns WHERE id = ?', [campaignId]);
    return row?.step === 'running';
  }, 'the campaign runs');
}

/** Requests as one person of a campaign. */
export class Caller {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn({ url }: BenchSystem, key: string, person: string): Promise<Caller> {
    const caller = new Caller(url, '');
    const { token } = await caller.send<{ token: string }>('POST', '/sessions', {
      body: { login: sampleLogin(key, person), password: PASSWORD },
    });
    return new Caller(url, token);
  }

  async send<T>(
    method: 'GET' | 'POST',
    path: string,
    { body, key }: { readonly body?: object | undefined; readonly key?: string | undefined } = {},
  ): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 503) return this.send(method, path, { body, key }); // not known yet: the same key again
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  }

  /** Opens a stream of server-sent events. */
  async listen(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'text/event-stream' };
    const { ok, status, body } = await fetch(`${this.url}/api/v1${path}`, { headers, signal });
    if (!ok || !body) throw new Error(`GET ${path}: ${status}`);
    return body;
  }
}
