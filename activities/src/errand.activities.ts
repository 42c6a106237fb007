import { Inject, Injectable } from '@nestjs/common';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import {
  branchWorkflowId,
  campaignWorkflowId,
  type CatchUpOrder,
  type DailyReminderOrder,
  type KeeperNews,
  keeperWorkflowId,
  messageOf,
  type NewsMessage,
  organisationWorkflowId,
  workflowTypeOf,
  spotCheckWorkflowId,
  tellNews,
  type TellOrder,
  wakeKeeper,
} from '@app/contracts';
import { type ErrorCode, type Instant, type SpotCheckSetting, UNOPENED_SPOT_CHECK } from '@app/domain';
import {
  CampaignEntity,
  effectsBetween,
  findKeepersTelling,
  idOf,
  inTransaction,
  prepareRound,
  programmeOf,
  SpotCheckEntity,
} from '@app/persistence';
import { beginIfLost, startProcess } from '@app/engine';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { makeDailyReminders } from './daily-reminders';
import { type Cursor, withHeartbeat } from './heartbeat';
import { recipientsOf, type Telling, UnknownNews } from './recipients';
import { missedBy } from './catch-up';
import { startRoundRuns } from './run-starter';
import { noteUnheard } from './unheard';
import { type Addressed, onlyUntaken, untakenOf } from './untaken';

/** Injection token of the engine's client. */
export const ENGINE = Symbol('Engine');

/** How many signals or starts are under way at once. */
const AT_ONCE = 20;

/** A signal and the run that it is for. */
interface Signalled extends Addressed {
  /** Programme time, where the message says one. */
  readonly at: Instant | null;
}

/** What is slow or foreign: telling other runs, starting runs, daily reminders. Each attempt goes on where the last one stopped. */
@Injectable()
export class ErrandActivities {
  /** What of it workflows call. */
  static readonly ACTIVITIES = [
    'tell',
    'tellRun',
    'catchUp',
    'makeDailyReminders',
  ] as const satisfies readonly (keyof ErrandActivities)[];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENGINE) private readonly engine: Client,
  ) {}

  /** Tells other runs what a write asked for; receivers know message ids, so that telling twice is telling once. */
  async tell(order: TellOrder): Promise<number> {
    return withHeartbeat((cursor) => this.tellWhom(order, cursor));
  }

  /** Tells one run that its day has come or gone by. */
  async tellRun(news: KeeperNews): Promise<void> {
    await this.tellOne(news);
  }

  /**
   * Tells a run that was begun again what it was told and has not taken in, and has the keepers look: what expired
   * meanwhile they tell again by themselves.
   */
  async catchUp(order: CatchUpOrder): Promise<number> {
    return withHeartbeat(async (cursor) => {
      const { manager } = this.dataSource;
      for (const keeper of await findKeepersTelling(manager, order.runId)) {
        const messageId = idOf(order.workflowId, this.clock.now());
        await this.signal({ workflowId: keeper, messageId, at: null }, (handle) => handle.signal(wakeKeeper));
      }
      const { messages, unknown } = await missedBy(manager, order);
      for (const one of unknown) await this.noteUnknown(one);
      return this.tellAll(messages, { ...cursor, from: 0 });
    });
  }

  /** Makes the daily reminders of one workday; each reminder reaches a person once. */
  async makeDailyReminders(order: DailyReminderOrder): Promise<number> {
    return withHeartbeat(() => makeDailyReminders(this.dataSource, order, this.clock.now()));
  }

  private async tellWhom(order: TellOrder, cursor: Cursor): Promise<number> {
    const { effect } = order;
    switch (effect.tell) {
      case 'keeper':
        await this.wake(effect.refs.workflowId, messageOf(order));
        return 1;
      case 'organisation':
        await this.tellOne({ workflowId: effect.refs.workflowId, ...messageOf(order) });
        return 1;
      case 'start-round':
        return this.startRound(order, effect.refs.year, cursor);
      case 'start-spot-check':
        return this.startSpotCheck(order, effect.refs);
      case 'untold':
        return this.tellUntold(order, effect.refs, cursor);
      case 'branch':
      case 'branches':
      case 'organisations':
      case 'other-rounds':
        return this.tellRuns(order, cursor);
      default:
        effect satisfies never; // one of another release
        return this.tellRuns(order, cursor);
    }
  }

  /** Tried again, it finds less: what was told is taken in by then. */
  private async tellUntold(
    { sourceRunId, sourceWorkflowId, operationKey }: TellOrder,
    span: { readonly after: number; readonly until: number },
    cursor: Cursor,
  ): Promise<number> {
    const { manager } = this.dataSource;
    const pending = (await effectsBetween(manager, sourceRunId, span)).filter(
      (one) => one.operationKey !== operationKey,
    );
    const untold = await untakenOf(manager, sourceRunId, pending);
    for (const one of untold) await this.tellWhom({ ...one, sourceRunId, sourceWorkflowId }, { ...cursor, from: 0 });
    return untold.length;
  }

  /** What no release knows is recorded and dropped: tried again, it would keep everything behind it from being told. */
  private async tellRuns(order: TellOrder, cursor: Cursor): Promise<number> {
    try {
      return await this.tellAll(await recipientsOf(this.dataSource.manager, order), cursor);
    } catch (error) {
      if (!(error instanceof UnknownNews)) throw error;
      await this.noteUnknown(order);
      return 0;
    }
  }

  private noteUnknown(order: TellOrder): Promise<void> {
    return this.note(
      { workflowId: order.sourceWorkflowId, messageId: messageOf(order).messageId, at: order.at },
      'invalid-input',
    );
  }

  private async tellAll(
    recipients: readonly (Pick<Telling, 'workflowId'> & NewsMessage<unknown>)[],
    cursor: Cursor,
  ): Promise<number> {
    for (let { from } = cursor; from < recipients.length; from += AT_ONCE) {
      await Promise.all(recipients.slice(from, from + AT_ONCE).map((telling) => this.tellOne(telling)));
      cursor.reached(Math.min(from + AT_ONCE, recipients.length));
    }
    return recipients.length;
  }

  private wake(workflowId: string, { messageId, receivedAt: at }: NewsMessage<unknown>): Promise<void> {
    return this.signal({ workflowId, messageId, at }, (handle) => handle.signal(wakeKeeper));
  }

  private tellOne({ workflowId, ...message }: Pick<Telling, 'workflowId'> & NewsMessage<unknown>): Promise<void> {
    const { messageId, receivedAt: at } = message;
    return this.signal({ workflowId, messageId, at }, (handle) => handle.signal(tellNews, message));
  }

  /**
   * A run that the engine lost is begun again and told. One that is closed or was ended is recorded and not tried again,
   * unless it is this very message that closed it; one that was ended hears it when it is revived.
   */
  private async signal(
    message: Signalled,
    send: (handle: ReturnType<Client['workflow']['getHandle']>) => Promise<void>,
  ): Promise<void> {
    const { workflowId } = message;
    try {
      await send(this.engine.workflow.getHandle(workflowId));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      if ((await onlyUntaken(this.dataSource.manager, [message])).length === 0) return;
      const world = { dataSource: this.dataSource, engine: this.engine, now: () => this.clock.now() };
      const met = await beginIfLost(world, workflowId, 'worker');
      if (met === 'runs') await send(this.engine.workflow.getHandle(workflowId));
      else await this.note(message, met === 'dead' ? 'run-not-running' : 'run-closed');
    }
  }

  private note({ workflowId, messageId, at }: Signalled, code: ErrorCode): Promise<void> {
    const id = idOf('untold', workflowId, messageId);
    return noteUnheard(this.dataSource.manager, { id, workflowId, code, at, writtenAt: this.clock.now() });
  }

  private async startRound(
    { sourceRunId, operationKey, at }: TellOrder,
    year: number,
    cursor: Cursor,
  ): Promise<number> {
    const runs = await inTransaction(this.dataSource, (m) =>
      prepareRound(
        m,
        { campaignId: sourceRunId, year, at },
        { organisation: organisationWorkflowId, branch: branchWorkflowId, keeper: keeperWorkflowId },
      ),
    );
    await startRoundRuns(this.engine, runs, { campaignId: sourceRunId, openedAt: at, cursor });
    await this.tellOne({
      workflowId: campaignWorkflowId(runs.campaignKey),
      messageId: idOf(sourceRunId, operationKey, 'runs-started'),
      receivedAt: at,
      news: { topic: 'runs-started', year, organisations: runs.organisations.length, branches: runs.branches.length },
    });
    return runs.branches.length;
  }

  private async startSpotCheck(
    { sourceRunId, at }: TellOrder,
    { spotCheckId, year, no }: Pick<SpotCheckSetting, 'spotCheckId' | 'year' | 'no'>,
  ): Promise<number> {
    const { manager } = this.dataSource;
    const campaign = await manager.findOneByOrFail(CampaignEntity, { id: sourceRunId });
    const programme = await programmeOf(manager, sourceRunId);
    const setting: SpotCheckSetting = {
      campaignId: campaign.id,
      campaignKey: campaign.key,
      programmeVersion: campaign.programmeVersion,
      spotCheckId,
      year,
      no,
      passMark: programme.assessment.passMark,
      ratio: programme.spotCheck.ratio,
      perOrganisationAtLeast: programme.spotCheck.perOrganisationAtLeast,
    };
    const workflowId = spotCheckWorkflowId(campaign.key, setting.no);
    await manager
      .createQueryBuilder()
      .insert()
      .into(SpotCheckEntity)
      .values({
        id: setting.spotCheckId,
        workflowId,
        campaignId: campaign.id,
        programmeVersion: campaign.programmeVersion,
        version: 0,
        step: 'opening',
        since: at,
        setting,
        state: UNOPENED_SPOT_CHECK,
        year: setting.year,
        no: setting.no,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    await startProcess(this.engine, {
      workflow: workflowTypeOf('spot-check'),
      workflowId,
      start: { setting, openedAt: at },
      labels: { campaign: campaign.key, year: setting.year },
    });
    return 1;
  }
}
