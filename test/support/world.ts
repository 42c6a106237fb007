import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import {
  workflowTypeOf,
  campaignWorkflowId,
  clockReleased,
  type CommandAnswer,
  commandUpdate,
  fromFailure,
  isForTheMoment,
  lookAgain,
  PROCESS_QUEUE,
  readState,
} from '@app/contracts';
import {
  beat,
  isStanding,
  programmeFormat,
  release,
  type Instant,
  type Programme,
  type Roster,
  type Attribution,
  type RecordFault,
} from '@app/domain';
import {
  CampaignClockEntity,
  canonicalJson,
  digestOf,
  type EstablishedCampaign,
  establishCampaign,
  inTransaction,
  KeeperEntity,
  knownRun,
  openDataSource,
  publishProgramme,
  seedCalendar,
  verifyCampaign,
} from '@app/persistence';
import { loadProgramme, prepareNamespace, systemClock } from '@app/platform';
import { engineReader } from '@app/engine';
import { startWorker } from '../../services/worker/src/start-worker';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { type DatabaseServer, testDatabase, type TestDatabase } from './database';
import { eventually } from './eventually';

Runtime.install({ logger: new DefaultLogger('WARN') });

const ROOT = join(__dirname, '../..');

/** The hour at which a rehearsal starts: the morning of the circular's date. */
export const FIRST_INSTANT: Instant = '2020-04-17T00:30:00.000Z';

/** A database, a namespace of the engine, a worker in this process and one established rehearsal, for one spec. */
export class World {
  readonly campaign: EstablishedCampaign;
  readonly temporalAddress: string;
  private readonly stopWorker: () => Promise<void>;

  private constructor(
    readonly database: TestDatabase,
    readonly engine: Client,
    parts: Pick<World, 'campaign' | 'temporalAddress'> & { readonly stopWorker: () => Promise<void> },
  ) {
    this.campaign = parts.campaign;
    this.temporalAddress = parts.temporalAddress;
    this.stopWorker = parts.stopWorker;
  }

  /** `engine`, `server`: own ones instead of the run's; `worker: false`: the spec runs its own. */
  static async open({
    roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 }),
    key = 'world',
    engine: temporalAddress = required('TEMPORAL_ADDRESS'),
    worker = true,
    server = undefined as DatabaseServer | undefined,
  } = {}): Promise<World> {
    const database = await testDatabase({ server });
    const connection = await Connection.connect({ address: temporalAddress });
    const temporalNamespace = `duibiao-${randomUUID().slice(0, 8)}`;
    await prepareNamespace(connection, temporalNamespace);
    const engine = new Client({ connection, namespace: temporalNamespace });
    const workerSource = await openDataSource({ url: database.appUrl, poolSize: 10 });
    const settings = {
      temporalAddress,
      temporalNamespace,
      maxCachedWorkflows: 200,
      workflows: { bundle: join(ROOT, 'dist/workflow-bundle.js') },
    };
    const running = worker
      ? await startWorker(settings, { dataSource: workerSource, clock: systemClock, engine })
      : null;
    const campaign = await establishRehearsal(database.dataSource, { key, roster });
    const { setting } = campaign;
    await engine.workflow.start(workflowTypeOf('campaign'), {
      workflowId: campaignWorkflowId(setting.campaignKey),
      taskQueue: PROCESS_QUEUE,
      args: [{ setting, openedAt: campaign.establishedAt }],
    });
    const stopWorker = async () => {
      await running?.stop();
      await workerSource.destroy();
    };
    return new World(database, engine, { campaign, temporalAddress, stopWorker });
  }

  /** The engine's namespace of this world alone. */
  get namespace(): string {
    return this.engine.options.namespace;
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  get campaignId(): string {
    return this.campaign.setting.campaignId;
  }

  /** Sends one command as the API does; throws the DomainError of a refusal. */
  async send(
    workflowId: string,
    name: string,
    input: object,
    attribution: Attribution,
    updateId = digestOf({ workflowId, name, input, attribution }),
  ): Promise<CommandAnswer> {
    const update = commandUpdate<{ name: string; input: object }>(name);
    const message = { command: { name, input }, attribution, requestDigest: digestOf(input) };
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.engine.workflow.getHandle(workflowId).executeUpdate(update, { args: [message], updateId });
      } catch (error) {
        const refusal = error instanceof WorkflowUpdateFailedError ? fromFailure(error.cause) : undefined;
        const again = isForTheMoment(error) ? tries < RENEWALS : refusal && tries === 1;
        if (!again) throw refusal ?? error;
        if (refusal) await this.lookAgainIfBehind(workflowId);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** A refusal by a workflow that is behind its row says nothing. */
  private async lookAgainIfBehind(workflowId: string): Promise<void> {
    const row = await knownRun(this.dataSource.manager, workflowId);
    const handle = this.engine.workflow.getHandle(workflowId);
    if (row && (await handle.query(readState)).version < row.version) await handle.executeUpdate(lookAgain);
  }

  /** Lets the programme clock run to `until`, and answers when every keeper has acted on all dates up to there. */
  async goTo(until: Instant): Promise<void> {
    const { manager } = this.dataSource;
    const where = { campaignId: this.campaignId };
    await inTransaction(this.dataSource, async (m) => {
      const clock = await m.findOneByOrFail(CampaignClockEntity, where);
      const now = systemClock.now();
      await m.update(CampaignClockEntity, where, { ...release(clock, now, until), heartbeatAt: now });
    });
    for (const { workflowId } of await manager.findBy(KeeperEntity, where)) {
      const told = this.engine.workflow.getHandle(workflowId).signal(clockReleased);
      await told.catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error; // it does not run and looks when it does again
      });
    }
    await eventually(async () => {
      const clock = await manager.findOneByOrFail(CampaignClockEntity, where);
      const now = systemClock.now();
      await manager.update(CampaignClockEntity, where, beat(clock, now));
      return isStanding(clock, now);
    }, `the clock stands at ${until}`);
    await eventually(async () => {
      const [row] = await this.dataSource.query<[{ due: string }]>(
        'SELECT COUNT(*) AS due FROM deadlines WHERE campaign_id = ? AND next_rung_at <= ?',
        [this.campaignId, new Date(until)],
      );
      return Number(row.due) === 0;
    }, `every rung up to ${until} has fired`);
  }

  /** What the verifier finds, this world's own workflows asked. */
  async faults(): Promise<readonly RecordFault[]> {
    const reader = engineReader(this.engine, () => systemClock.now());
    return (await verifyCampaign(this.dataSource, reader, this.campaign.setting.campaignKey)).faults;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.engine.connection.close();
    await this.database.close();
  }
}

/** The circular's programme with something else in it. */
export type Alteration = (programme: Programme) => Programme;

/** Publishes the circular's programme and establishes a rehearsal on a roster, held at its first instant. */
export async function establishRehearsal(
  dataSource: DataSource,
  {
    key,
    roster,
    alter,
    calendarUntil,
  }: {
    readonly key: string;
    readonly roster: Roster;
    readonly alter?: Alteration;
    /** The last year whose days the notices name; all that are published by default. */
    readonly calendarUntil?: string;
  },
): Promise<EstablishedCampaign> {
  const read = loadProgramme(join(ROOT, 'programmes/suzhou-2020'), programmeFormat);
  if (!read.programme) throw new Error(`the committed programme has faults: ${JSON.stringify(read.faults)}`);
  const { programme } = read;
  return inTransaction(dataSource, async (m) => {
    const now = systemClock.now();
    const altered = alter && alter(programme);
    await publishProgramme(
      m,
      altered ? { programme: altered, digestSource: canonicalJson(altered) } : { ...read, programme },
      now,
    );
    await seedCalendar(m, now, calendarUntil === undefined ? {} : { until: calendarUntil });
    return establishCampaign(
      m,
      {
        key,
        name: programme.name,
        programme: programme.id,
        roster,
        rehearsal: { seed: 'test', anchorProgramme: FIRST_INSTANT, rate: DAY_MS },
      },
      now,
    );
  });
}

/** The name by which specs outside this folder still call it. */

/** So often a command is sent again while its run goes over into a new history. */
const RENEWALS = 100;

/** A day of programme time in each real millisecond. */
const DAY_MS = 86_400_000;

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
