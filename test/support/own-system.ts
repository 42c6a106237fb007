import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Roster } from '@app/domain';
import { pidFileOf, readPidFile } from '../../services/starter/src/pid-file';
import { probePort } from '../../services/starter/src/ports';
import { type Embedded, embeddedOptionsFrom, startEmbedded } from '../../services/starter/src/start-embedded';
import { HttpWorld } from './http';
import { present } from './present';
import { kill, type PartsAt, spawnApi, spawnWorker } from './worker-process';
import { World } from './world';

/** Database, engine, worker and API of one spec alone, each a process that it may stop, kill or start again. */
export class OwnSystem {
  readonly world: World;
  readonly http: HttpWorld;
  readonly address: string;
  worker: ChildProcess;
  api: ChildProcess;

  private constructor(
    readonly home: string,
    private embedded: Embedded,
    { world, http, address }: Pick<OwnSystem, 'world' | 'http' | 'address'>,
  ) {
    this.world = world;
    this.http = http;
    this.address = address;
  }

  static async start(roster: Roster): Promise<OwnSystem> {
    const home = mkdtempSync(join(tmpdir(), 'duibiao-own-'));
    const embedded = await startEmbedded(optionsOf(home));
    const world = await World.open({
      roster,
      key: 'own',
      engine: embedded.temporalAddress,
      worker: false,
      server: embedded,
    });
    const port = present(await probePort(0));
    const address = `http://127.0.0.1:${port}`;
    const http = await HttpWorld.open(world, address);
    const system = new OwnSystem(home, embedded, { world, http, address });
    await system.startServices();
    return system;
  }

  /** Worker and API, as they are; killed ones are replaced. */
  async startServices(): Promise<void> {
    this.startWorker();
    await this.startApi();
  }

  /** A second API and a second worker beside the first; whoever started them ends them. */
  async startSecond(): Promise<{ http: HttpWorld; api: ChildProcess; worker: ChildProcess }> {
    const { child: api, address } = await spawnApi(this.parts, present(await probePort(0)));
    return { http: this.http.at(address), api, worker: spawnWorker(this.parts) };
  }

  startWorker(): void {
    this.worker = spawnWorker(this.parts);
  }

  /** `parts`: where it finds another part elsewhere. */
  async startApi(parts: Partial<PartsAt> = {}): Promise<void> {
    this.api = (await spawnApi({ ...this.parts, ...parts }, Number(new URL(this.address).port))).child;
  }

  /** Kills API and worker, ends engine and database, and starts all of them on what they left, and `meanwhile` was done. */
  async restart(meanwhile: () => void = () => undefined): Promise<void> {
    await Promise.all([kill(this.api), kill(this.worker)]);
    await this.embedded.stop();
    meanwhile();
    this.embedded = await startEmbedded(optionsOf(this.home));
    await this.startServices();
  }

  /** The process of a part, to be stopped or killed. */
  pidOf(part: 'database' | 'engine'): number {
    return present(readPidFile(pidFileOf(this.home, part))).pid;
  }

  async close(): Promise<void> {
    await Promise.all([kill(this.api), kill(this.worker)]);
    await this.world.close();
    await this.embedded.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  private get parts() {
    return {
      DATABASE_URL: this.world.database.appUrl,
      TEMPORAL_ADDRESS: this.world.temporalAddress,
      TEMPORAL_NAMESPACE: this.world.namespace,
    };
  }
}

/** A private database and engine, whatever the test run itself stands on. */
function optionsOf(home: string) {
  return {
    ...embeddedOptionsFrom(process.env, home),
    databaseUrl: undefined,
    temporalAddress: undefined,
    namespace: 'duibiao',
    headless: true,
  };
}
