import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import {
  activitiesOf,
  DroppedSignalActivities,
  ErrandActivities,
  KeeperActivities,
  RightOfWay,
  RunActivities,
} from '@app/activities';
import {
  campaignWorkflowId,
  type CommandAnswer,
  type KeeperAnswer,
  type KeeperStart,
  type NewsMessage,
  type RunAnswer,
  type RunStart,
  type RunWrite,
  tellNews,
  writeNameOf,
} from '@app/contracts';
import { systemClock } from '@app/platform';
import {
  DomainError,
  type Instant,
  type Roster,
  RUN_KINDS,
  type RunTypes,
  type Attribution,
  stemOf,
  tableOf,
} from '@app/domain';
import { digestOf, type EstablishedCampaign } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { testDatabase, type TestDatabase } from './database';
import { type Alteration, establishRehearsal } from './world';

/** One call of an activity, so that a spec can repeat it. */
export interface ActivityCall {
  readonly name: string;
  readonly input: object;
}

/** Around every call of an activity; a spec looks at the tables there. */
export type OnCall = (call: ActivityCall, run: () => Promise<unknown>) => Promise<unknown>;

const asItIs: OnCall = (_, run) => run();

interface Opening {
  readonly roster: Roster;
  readonly key: string;
  readonly suffix: string;
  readonly onCall: OnCall;
  readonly alter: Alteration;
  readonly calendarUntil: string;
}

type Answer = RunAnswer<{ readonly step: string }>;

/** The committee opens the second round while the notices of the year before still tell its days. */
export const secondInDecember: Alteration = (programme) => ({
  ...programme,
  rounds: programme.rounds.map((round) =>
    round.year === 2021 ? { ...round, opensOn: '2020-12-01', opens: 'by-decision' } : round,
  ),
});

const NO_REQUEST = '';

/** By the stem of its workflow's id, what writes a run and where. */
const WRITES = new Map(
  RUN_KINDS.map((kind) => [stemOf(kind), { activity: writeNameOf(kind), table: tableOf(kind) }] as const),
);

/**
 * An established rehearsal whose history is made by the real local writes and errands, called one after the other in this
 * process: what a workflow would do with their answers is done at once. It has no engine, so nothing here proves one.
 */
export class LocalWorld {
  private readonly activities: ReturnType<typeof activitiesOf>;

  private constructor(
    readonly database: TestDatabase,
    readonly campaign: EstablishedCampaign,
    private readonly onCall: OnCall,
  ) {
    const { dataSource } = database;
    const clock = systemClock;
    const way = new RightOfWay();
    this.activities = activitiesOf(
      new RunActivities(dataSource, clock, way),
      new KeeperActivities(dataSource, clock, way),
      new ErrandActivities(dataSource, clock, this.engine()),
      new DroppedSignalActivities(dataSource, clock),
    );
  }

  static async open({
    roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 }),
    key = 'local',
    suffix = '',
    onCall = asItIs,
    alter,
    calendarUntil,
  }: Partial<Opening> = {}): Promise<LocalWorld> {
    const database = await testDatabase({ suffix });
    const campaign = await establishRehearsal(database.dataSource, {
      key,
      roster,
      ...(alter && { alter }),
      ...(calendarUntil && { calendarUntil }),
    });
    const world = new LocalWorld(database, campaign, onCall);
    await world.openRun(campaignWorkflowId(key), campaign.establishedAt);
    return world;
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  get campaignId(): string {
    return this.campaign.setting.campaignId;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Runs one activity as the worker would. */
  async call(name: string, input: object): Promise<unknown> {
    const activity = this.activities[name] as (given: object) => Promise<unknown>;
    const context = { info: {}, heartbeat: () => undefined } as unknown as Context;
    return this.onCall({ name, input }, () => asyncLocalStorage.run(context, () => activity(input)));
  }

  /** One command, as its workflow would have it written; throws the DomainError of a refusal. */
  async send(
    workflowId: string,
    name: string,
    input: object,
    attribution: Attribution,
    operationKey = digestOf({ workflowId, name, input, attribution }),
  ): Promise<CommandAnswer> {
    const what = { kind: 'command' as const, command: { name, input }, attribution };
    const written = { requestDigest: digestOf(input), what, at: attribution.receivedAt };
    const { answer } = await this.write(workflowId, operationKey, written);
    if (answer.refusal) throw new DomainError(answer.refusal.code, answer.refusal.message, answer.refusal.details);
    return { version: answer.version, step: answer.state.step ?? '' };
  }

  /** Sets the programme clock to each instant that asks for an act, and last to `until`; the keepers act there. */
  async goTo(until: Instant): Promise<void> {
    await this.actAll();
    for (;;) {
      const [row] = await this.dataSource.query<[{ next: Date | null }]>(
        'SELECT MIN(next_at) AS next FROM keepers WHERE campaign_id = ?',
        [this.campaignId],
      );
      const next = row.next?.toISOString() ?? until;
      const now = next < until ? next : until;
      await this.dataSource.query('UPDATE campaign_clocks SET held_since = ? WHERE campaign_id = ?', [
        new Date(now),
        this.campaignId,
      ]);
      if (next >= until) return this.actAll();
      const due = await this.dataSource.query<{ id: string }[]>(
        'SELECT id FROM keepers WHERE campaign_id = ? AND next_at <= ? ORDER BY id',
        [this.campaignId, new Date(now)],
      );
      // what they tell of may concern any keeper
      if ((await this.actAsKeepers(due)).told) await this.actAll();
    }
  }

  private async actAll(): Promise<void> {
    const keepers = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM keepers WHERE campaign_id = ? ORDER BY id',
      [this.campaignId],
    );
    while ((await this.actAsKeepers(keepers)).told);
  }

  /** Each looks until there is nothing more to do for it. */
  private async actAsKeepers(keepers: readonly { readonly id: string }[]): Promise<{ told: boolean }> {
    let told = false;
    for (const { id } of keepers) {
      const start: KeeperStart = {
        campaignId: this.campaignId,
        campaignKey: this.campaign.setting.campaignKey,
        keeperId: id,
      };
      for (let acted = true; acted;) {
        const { fired, news, remindersAt } = (await this.call('actOnDeadlines', start)) as KeeperAnswer;
        for (const item of news) await this.call('tellRun', item);
        if (remindersAt !== null) {
          await this.call('makeDailyReminders', { campaignId: this.campaignId, keeperId: id, at: remindersAt });
        }
        acted = fired > 0 || news.length > 0 || remindersAt !== null;
        told ||= news.length > 0;
      }
    }
    return { told };
  }

  private async openRun(workflowId: string, at: Instant): Promise<void> {
    await this.write(workflowId, 'opened', { requestDigest: NO_REQUEST, what: { kind: 'open', at }, at });
  }

  private async hearNews(workflowId: string, message: NewsMessage<RunTypes['news']>): Promise<void> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM branch_runs WHERE workflow_id = ? AND step = 'closed' UNION ALL
       SELECT 1 FROM organisation_runs WHERE workflow_id = ? AND step = 'closed'`,
      [workflowId, workflowId],
    );
    if (rows.length > 0) throw new WorkflowNotFoundError('the run is closed', workflowId, undefined);
    const what = { kind: 'news' as const, message };
    await this.write(workflowId, message.messageId, { requestDigest: NO_REQUEST, what, at: message.receivedAt });
  }

  private async write(
    workflowId: string,
    operationKey: string,
    { requestDigest, what, at }: Pick<RunWrite, 'requestDigest' | 'what'> & { readonly at: Instant },
  ): Promise<{ runId: string; answer: Answer }> {
    const { activity, table } = WRITES.get(workflowId.split(':')[0] ?? '') ?? { activity: '', table: '' };
    const rows = await this.dataSource.query<{ id: string; version: number }[]>(
      `SELECT id, version FROM ${table} WHERE workflow_id = ?`,
      [workflowId],
    );
    if (!rows[0]) throw new Error(`no run ${workflowId}`);
    const { id: runId, version: expectedVersion } = rows[0];
    const input: RunWrite = { runId, expectedVersion, operationKey, requestDigest, what };
    const answer = (await this.call(activity, input)) as Answer;
    for (const [index, effect] of (answer.effects ?? []).entries()) {
      await this.call('tell', { sourceRunId: runId, sourceWorkflowId: workflowId, operationKey, index, at, effect });
    }
    return { runId, answer };
  }

  /** The engine as the errands use it: a started run is opened at once, a signal is taken in at once. */
  private engine(): Client {
    const start = async (_: string, options: { workflowId: string; args: [RunStart<unknown> | KeeperStart] }) => {
      const [argument] = options.args;
      if ('openedAt' in argument) await this.openRun(options.workflowId, argument.openedAt);
    };
    const getHandle = (workflowId: string) => ({
      signal: async ({ name }: { name: string }, ...args: unknown[]) => {
        if (name === tellNews.name) await this.hearNews(workflowId, args[0] as NewsMessage<RunTypes['news']>);
      },
    });
    return { workflow: { start, getHandle } } as unknown as Client;
  }
}
