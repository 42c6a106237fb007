import { type DataSource, type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import {
  type Deadline,
  earliest,
  hasCome,
  type Instant,
  type Programme,
  programmeNow,
  replanDeadline,
} from '@app/domain';
import { calendarOf, type LoadedCalendar } from './calendar';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import { deadlineColumns, storedRung, toDeadline } from './deadline';
import { DeadlineEntity, KeeperEntity, type StoredRung } from '../tables/deadline.entity';
import { appendEvents, type NewEvent } from '../record/event-log';
import { programmeOf } from '../read/programme-store';
import { idsOf, select } from '../read/select';
import { holdLit, keepLights } from './run-light';
import { inTransaction } from '../database/transaction';

/** How many deadlines one transaction plans anew: commands of the same runs wait for no more than these. */
const AT_ONCE = 500;

/** A campaign with dates that bind, at its own time. */
export interface ReplannedCampaign {
  readonly id: string;
  readonly key: string;
  readonly now: Instant;
  readonly programme: Programme;
}

/** The campaigns that have open deadlines; `realNow` is real time. */
export async function campaignsWithDates(m: EntityManager, realNow: Instant): Promise<ReplannedCampaign[]> {
  const rows = await select<{ id: string; key: string }>(
    m,
    `SELECT c.id, c.campaign_key AS \`key\` FROM campaigns c
      WHERE EXISTS (SELECT 1 FROM deadlines d WHERE d.campaign_id = c.id AND d.met_at IS NULL AND d.voided_at IS NULL)
      ORDER BY c.campaign_key`,
  );
  const campaigns: ReplannedCampaign[] = [];
  for (const { id, key } of rows) {
    campaigns.push({ id, key, now: await nowOf(m, id, realNow), programme: await programmeOf(m, id) });
  }
  return campaigns;
}

/** Every open deadline of a campaign, in the order of their ids. */
export async function* openDeadlines(m: EntityManager, campaignId: string): AsyncGenerator<DeadlineEntity> {
  for (let last = ''; ;) {
    const rows = await m.find(DeadlineEntity, {
      where: { campaignId, metAt: IsNull(), voidedAt: IsNull(), id: MoreThan(last) },
      order: { id: 'ASC' },
      take: AT_ONCE,
    });
    yield* rows;
    last = rows.at(-1)?.id ?? '';
    if (rows.length < AT_ONCE) return;
  }
}

/** The act that dates are planned anew by. */
export interface ReplanAct {
  /** The notice by its number. */
  readonly notice: string;
  /** Real time. */
  readonly writtenAt: Instant;
}

/**
 * Plans the open deadlines of every campaign anew by the calendar as it stands, keeper by keeper, with an event in the
 * stream of each that changes. Run again, it goes on where it was broken off: what is planned so already is left alone.
 * Answers how many changed, by the campaign's key.
 */
export async function replanDeadlines(dataSource: DataSource, act: ReplanAct): Promise<Map<string, number>> {
  const changed = new Map<string, number>();
  for (const campaign of await campaignsWithDates(dataSource.manager, act.writtenAt)) {
    const keepers = await select<{ id: string }>(
      dataSource.manager,
      `SELECT DISTINCT keeper_id AS id FROM deadlines
        WHERE campaign_id = ? AND met_at IS NULL AND voided_at IS NULL ORDER BY keeper_id`,
      [campaign.id],
    );
    for (const { id: keeperId } of keepers) {
      const more = await replanKeeper(dataSource, { campaign, keeperId }, act);
      changed.set(campaign.key, (changed.get(campaign.key) ?? 0) + more);
    }
  }
  return changed;
}

/** The keepers that sleep beyond their next instant, or whose instant has come: they must look again. `realNow` is real time. */
export async function keepersToWake(m: EntityManager, realNow: Instant): Promise<string[]> {
  const rows = await select<{ workflowId: string; campaignId: string; nextAt: Date | null; least: Date | null }>(
    m,
    `SELECT k.workflow_id AS workflowId, k.campaign_id AS campaignId, k.next_at AS nextAt,
            (SELECT MIN(d.next_rung_at) FROM deadlines d WHERE d.keeper_id = k.id) AS least
       FROM keepers k ORDER BY k.workflow_id`,
  );
  const nows = new Map<string, number>();
  for (const campaignId of new Set(rows.map((row) => row.campaignId))) {
    nows.set(campaignId, Date.parse(await nowOf(m, campaignId, realNow)));
  }
  return rows
    .filter(({ campaignId, nextAt, least }) => {
      const isDue = nextAt !== null && nextAt.getTime() <= (nows.get(campaignId) ?? 0);
      return isDue || (least !== null && (nextAt === null || least < nextAt));
    })
    .map(({ workflowId }) => workflowId);
}

/** The keepers that have the daily reminders made: the next day on which they are due may be another one now. */
export async function reminderKeepers(m: EntityManager): Promise<string[]> {
  const keepers = await select<{ workflowId: string }>(
    m,
    'SELECT workflow_id AS workflowId FROM keepers WHERE scope_id = campaign_id ORDER BY workflow_id',
  );
  return keepers.map(({ workflowId }) => workflowId);
}

async function replanKeeper(
  dataSource: DataSource,
  keeper: Pick<ReplanPlace, 'campaign' | 'keeperId'>,
  act: ReplanAct,
): Promise<number> {
  let changed = 0;
  for (let after: string | null = ''; after !== null;) {
    const place: ReplanPlace = { ...keeper, after };
    const part: ReplannedPart = await inTransaction(dataSource, (m) => replanPart(m, place, act));
    changed += part.changed;
    after = part.last;
  }
  return changed;
}

interface ReplannedPart {
  readonly changed: number;
  /** The last id looked at; null when there is no more. */
  readonly last: string | null;
}

interface ReplanPlace {
  readonly campaign: ReplannedCampaign;
  readonly keeperId: string;
  readonly after: string;
}

/** The runs are held first, then the calendar, the keeper and its dates: the order in which a step that opens a date takes them. */
async function replanPart(
  m: EntityManager,
  { campaign, keeperId, after }: ReplanPlace,
  act: ReplanAct,
): Promise<ReplannedPart> {
  // who opens a date from here on reads the calendar of this notice
  const found = await m.find(DeadlineEntity, {
    select: { id: true, runId: true },
    where: { keeperId, metAt: IsNull(), voidedAt: IsNull(), id: MoreThan(after) },
    order: { id: 'ASC' },
    take: AT_ONCE,
  });
  await holdLit(m, runsOf(found));
  const calendar = await calendarOf(m, { hold: true });
  // before the first round an organisation has none: its problems' dates have reminders only, for which no keeper sleeps
  const keeper = await m.findOne(KeeperEntity, {
    where: { id: keeperId },
    lock: { mode: 'pessimistic_write' },
  });
  const rows = await m.find(DeadlineEntity, {
    where: { id: In(idsOf(found)), metAt: IsNull(), voidedAt: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const now = await nowOf(m, campaign.id, act.writtenAt);
  const changed: DeadlineEntity[] = [];
  const events: NewEvent[] = [];
  let due = keeper?.nextAt ?? null;
  for (const row of rows) {
    const before = toDeadline(row, campaign.programme);
    const deadline = replanDeadline(before, now, calendar);
    if (deadline === before) continue;
    const columns = deadlineColumns(deadline);
    await m.update(DeadlineEntity, { id: row.id }, columns);
    changed.push(row);
    events.push(replannedEvent(row, deadline, { ...act, now, calendar }));
    if (hasCome(columns.nextRungAt ?? null, now)) due = earliest([due, columns.nextRungAt ?? null]);
  }
  await keepLights(m, runsOf(changed));
  await appendEvents(m, events);
  // its instant has come: until it looks, nothing is missing
  if (keeper && due !== keeper.nextAt) await m.update(KeeperEntity, { id: keeperId }, { nextAt: due });
  return { changed: events.length, last: found.length < AT_ONCE ? null : (found.at(-1)?.id ?? null) };
}

function runsOf(dates: readonly Pick<DeadlineEntity, 'runId'>[]): string[] {
  return [...new Set(dates.map(({ runId }) => runId))];
}

function replannedEvent(
  row: DeadlineEntity,
  deadline: Deadline,
  { notice, writtenAt, now, calendar }: ReplanAct & { readonly now: Instant; readonly calendar: LoadedCalendar },
): NewEvent {
  const { generation, remindByDate, dueDate, nearAt, dueAt, veryLateAt, originalDueAt } = deadline;
  return {
    campaign: row.campaignId,
    programmeVersion: row.programmeVersion,
    stream: row.stream,
    type: 'deadline-replanned',
    actor: null,
    office: null,
    operationKey: `${row.id}/calendar/${calendar.sequence}`,
    provenance: 'import',
    happenedAt: null,
    recordedAt: now,
    writtenAt,
    payload: {
      at: now,
      deadlineId: row.id,
      calendar: calendar.sequence,
      notice,
      generation,
      remindByDate,
      dueDate,
      nearAt,
      dueAt,
      veryLateAt,
      originalDueAt,
      rungs: deadline.rungs.map((rung): StoredRung => {
        const [name, at, state] = storedRung(rung);
        // reminders are read and not recorded
        return [name, at, rung.kind === 'remind' && typeof state === 'string' ? 0 : state];
      }),
    },
  };
}

async function nowOf(m: EntityManager, campaignId: string, realNow: Instant): Promise<Instant> {
  return programmeNow(await m.findOneByOrFail(CampaignClockEntity, { campaignId }), realNow);
}
