import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { campaignWorkflowId, type KeeperAnswer, type KeeperLook, type KeeperNews } from '@app/contracts';
import {
  type Instant,
  instantOf,
  keeperTurn,
  msOf,
  type ProgrammeClock,
  programmeNow,
  realDelayUntil,
  recordRevival,
  type RoundOpening,
} from '@app/domain';
import {
  appendEvent,
  CampaignClockEntity,
  CampaignEntity,
  dailyRemindersAfter,
  findExpiries,
  findNextRung,
  findRoundOpening,
  fireDueRungs,
  idOf,
  inTransaction,
  KeeperEntity,
  readStream,
  type Written,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { RightOfWay } from './right-of-way';

/** The keeper's one local write: what is due and unmet is acted on, and the next instant is answered. */
@Injectable()
export class KeeperActivities {
  /** What of it workflows call. */
  static readonly ACTIVITIES = ['actOnDeadlines'] as const satisfies readonly (keyof KeeperActivities)[];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RightOfWay) private readonly way: RightOfWay,
  ) {}

  /**
   * Reads the programme clock first and never acts early; fires every due rung of the keeper's deadlines with events,
   * slip drafts and notices in one transaction. Run twice, a fired rung is fired already.
   */
  async actOnDeadlines(start: KeeperLook): Promise<KeeperAnswer> {
    return this.way.keeper(() => this.act(start));
  }

  private async act(start: KeeperLook): Promise<KeeperAnswer> {
    const writtenAt = this.clock.now();
    return inTransaction(this.dataSource, async (m) => {
      const keeper = await m.findOneOrFail(KeeperEntity, {
        where: { id: start.keeperId },
        lock: { mode: 'pessimistic_write' },
      });
      const clock = await m.findOneByOrFail(CampaignClockEntity, { campaignId: start.campaignId });
      const now = programmeNow(clock, writtenAt);
      await recordKeeperRevival(m, keeper, { start, written: { recordedAt: now, writtenAt } });
      const fired = await fireDueRungs(m, keeper, { now, writtenAt });
      const { remindedAt } = keeper;
      const opening = remindedAt === null ? null : await findRoundOpening(m, keeper.campaignId);
      const news = [...(await expiryNews(m, keeper, now)), ...roundNews(opening, start, now)];
      const due = remindedAt && (await dailyRemindersAfter(m, remindedAt));
      const again = remindedAt && due === null ? dayAfter(now) : due;
      const next = earliest([
        await findNextRung(m, keeper.id),
        again !== null && again > now ? again : null,
        opening !== null && opening.at > now ? opening.at : null,
      ]);
      await m.update(KeeperEntity, { id: keeper.id }, { nextAt: next });
      return {
        fired,
        news,
        remindersAt: due !== null && due <= now ? due : null,
        next: next === null ? null : sleepUntil(next, keeper.id, { clock, realNow: writtenAt }),
      };
    });
  }
}

/** That a keeper was begun again is an event of its own stream, once for each execution that was begun. */
async function recordKeeperRevival(
  m: EntityManager,
  { workflowId: stream, campaignId }: KeeperEntity,
  { start, written }: { readonly start: KeeperLook; readonly written: Written },
): Promise<void> {
  const { revival, revivedAs } = start;
  if (!revival || !revivedAs) return;
  const operationKey = `revived/${revivedAs}`;
  if ((await readStream(m, stream)).some((event) => event.operationKey === operationKey)) return;
  const { programmeVersion } = await m.findOneByOrFail(CampaignEntity, { id: campaignId });
  const [{ type, payload }] = recordRevival(written.recordedAt, revival).events;
  await appendEvent(m, {
    ...{ campaign: campaignId, programmeVersion, stream, type, payload, operationKey },
    ...{ actor: null, office: null, provenance: 'keeper', happenedAt: null, ...written },
  });
}

/** What is due already waits for no turn: a keeper of very many dates takes them in several looks. */
function sleepUntil(
  at: Instant,
  keeperId: string,
  { clock, realNow }: { readonly clock: ProgrammeClock; readonly realNow: Instant },
): KeeperAnswer['next'] {
  const delay = realDelayUntil(clock, realNow, at);
  if (delay === 'held') return delay;
  return { at, sleepMs: delay === 0 ? 0 : delay + keeperTurn(keeperId, clock.rate) };
}

/** What expired with a consequence; told again at every look until the organisation's run has taken it in. */
async function expiryNews(m: EntityManager, keeper: KeeperEntity, now: Instant): Promise<KeeperNews[]> {
  const expiries = await findExpiries(m, keeper.id, now);
  return expiries.map(({ id, dueAt, workflowId, news }) => ({
    workflowId,
    messageId: idOf('expiry', id),
    receivedAt: dueAt,
    news: { topic: news },
  }));
}

/** That the first day of a round has come; told again at every look until the campaign has taken it in. */
function roundNews(opening: RoundOpening | null, { campaignId, campaignKey }: KeeperLook, now: Instant): KeeperNews[] {
  if (opening === null || opening.at > now) return [];
  const { year, at: receivedAt } = opening;
  return [
    {
      workflowId: campaignWorkflowId(campaignKey),
      messageId: idOf(campaignId, 'round-due', year),
      receivedAt,
      news: { topic: 'round-due', year },
    },
  ];
}

/** When a keeper asks again for a calendar that it does not have. */
function dayAfter(now: Instant): Instant {
  return instantOf(msOf(now) + 86_400_000);
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (least, at) => (at !== null && (least === null || at < least) ? at : least),
    null,
  );
}
