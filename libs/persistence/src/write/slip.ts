import { type EntityManager, In } from 'typeorm';
import {
  decideSlip,
  DomainError,
  endSlip,
  evolveSlip,
  type Instant,
  ladderOf,
  type NoticeSubject,
  type OfficeRef,
  placeWorkday,
  type Role,
  shanghaiDateOf,
  type Slip,
  SLIP_ANSWER_WORKDAYS,
  type SlipCommand,
  slipCommands,
  type SlipEvent,
  type SlipMoment,
  slipOffices,
  slipYear,
} from '@app/domain';
import { appendEvents, type NewEvent, type Provenance } from '../record/event-log';
import { lateBranches } from '../read/awaited.queries';
import { holdersOf } from '../read/holder.queries';
import { programmeOf } from '../read/programme-store';
import { DeadlineEntity } from '../tables/deadline.entity';
import { SlipEntity } from '../tables/slip.entity';
import { calendarOf } from './calendar';
import type { EndedDeadline } from './deadline';
import { addNotices } from './notice';

/** By whom, under which key and when something is written about slips. */
export interface SlipSource {
  readonly actor?: string;
  readonly office?: Role;
  readonly operationKey: string;
  readonly provenance: Provenance;
  /** Programme time. */
  readonly recordedAt: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** A command on one slip: who spoke it, in which office, under which key. */
export interface SlipWrite extends Omit<SlipSource, 'provenance'> {
  readonly slipId: string;
  readonly command: SlipCommand;
  readonly actor: string;
  readonly office: Role;
}

/** The stream of a slip's events. */
export const slipStream = (slipId: string): string => `slip:${slipId}`;

/** Keeps one command on a slip inside the caller's transaction: decides under lock, writes row, event and notices. */
export async function keepSlip(m: EntityManager, write: SlipWrite): Promise<SlipEntity> {
  const { slipId, command, actor } = write;
  const found = await m.findOneBy(SlipEntity, { id: slipId });
  const about = found ? await lockSlips(m, [found.deadlineId]) : [];
  const slip = about.find(({ id }) => id === slipId);
  if (!slip) throw new DomainError('not-found', '没有这张督办单', { pointer: '/path/id' });
  const others = about.filter((other) => other !== slip);
  const source: SlipSource = { ...write, provenance: 'api' };
  const issue = command.kind === 'issue' ? await issuing(m, slip, write.recordedAt) : null;
  const events = decideSlip(slip, command, { at: write.recordedAt, actor, others, issue });
  const next = await recordSlip(m, slip, { events, source });
  if (command.kind === 'answer') {
    for (const other of others.filter(({ state }) => state === 'draft')) {
      await endOne(m, other, { ended: 'answered', source });
    }
  }
  return next;
}

/** Issues a draft by itself; where the rule does not let it yet, it stays a draft for a signature. */
export async function issueByItself(m: EntityManager, slip: SlipEntity, source: SlipSource): Promise<SlipEntity> {
  const others = (await lockSlips(m, [slip.deadlineId])).filter(({ id }) => id !== slip.id);
  const at = source.recordedAt;
  if (!slipCommands(slip, at, others).includes('issue')) return slip;
  const moment: SlipMoment = { at, actor: null, others, issue: await issuing(m, slip, at) };
  const events = decideSlip(slip, { kind: 'issue', documentNumber: null }, moment);
  return recordSlip(m, slip, { events, source });
}

/** Doing the work closes what is out and voids what is a draft, and so does what ceases to be owed. */
export async function endSlips(m: EntityManager, ended: readonly EndedDeadline[], source: SlipSource): Promise<void> {
  if (ended.length === 0) return;
  const how = new Map(ended.map((deadline) => [deadline.id, deadline.how]));
  for (const slip of await lockSlips(m, [...how.keys()])) {
    await endOne(m, slip, { ended: how.get(slip.deadlineId) ?? 'met', source });
  }
}

/** Ends a slip that is not over yet, without anybody's decision. */
export async function endOne(
  m: EntityManager,
  slip: SlipEntity,
  { ended, source }: { readonly ended: NonNullable<Slip['ended']>; readonly source: SlipSource },
): Promise<void> {
  const event = endSlip(slip, ended, source.recordedAt);
  if (event) await recordSlip(m, slip, { events: [event], source });
}

/** All slips about these dates, in one order, so that two who take them never wait for each other in a circle. */
export function lockSlips(m: EntityManager, deadlineIds: readonly string[]): Promise<SlipEntity[]> {
  return m.find(SlipEntity, {
    where: { deadlineId: In([...deadlineIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Writes events of a slip with its row, their fold, and tells whom they concern. */
export async function recordSlip(
  m: EntityManager,
  slip: Pick<SlipEntity, 'id' | 'campaignId' | 'programmeVersion'> & Partial<SlipEntity>,
  { events, source }: { readonly events: readonly SlipEvent[]; readonly source: SlipSource },
): Promise<SlipEntity> {
  const { id, campaignId, programmeVersion, version = 0 } = slip;
  const before = version > 0 ? slipOf(slip as SlipEntity) : null;
  const folded = events.reduce<Slip | null>(evolveSlip, before);
  if (!folded) throw new DomainError('internal', '督办单没有拟单', { slipId: id });
  const next = m.create(SlipEntity, {
    ...folded,
    lines: [...folded.lines],
    id,
    campaignId,
    programmeVersion,
    version: version + events.length,
  });
  await appendEvents(
    m,
    events.map((event) => toEvent(next, event, source)),
  );
  if (before) await m.update(SlipEntity, { id }, next);
  else await m.insert(SlipEntity, next);
  for (const { type } of events) await tell(m, next, { type, source });
  return next;
}

/** The domain's slip in a row. */
export function slipOf(row: SlipEntity): Slip {
  const { id: _id, campaignId: _campaign, programmeVersion: _programme, version: _version, ...slip } = row;
  return slip;
}

/** The next number of the campaign's year, by turns: whoever issues holds the campaign's row until his number is written. */
async function issuing(
  m: EntityManager,
  { campaignId, deadlineId }: SlipEntity,
  at: Instant,
): Promise<NonNullable<SlipMoment['issue']>> {
  await m.query('SELECT id FROM campaigns WHERE id = ? FOR UPDATE', [campaignId]);
  const [row] = await m.query<{ last: number | null }[]>(
    'SELECT MAX(serial) AS last FROM slips WHERE campaign_id = ? AND serial_year = ?',
    [campaignId, slipYear(at)],
  );
  const answerDate = placeWorkday(shanghaiDateOf(at), SLIP_ANSWER_WORKDAYS, await calendarOf(m));
  const deadline = await m.findOneByOrFail(DeadlineEntity, { id: deadlineId });
  return { serial: (row?.last ?? 0) + 1, answerDate, lines: await lateBranches(m, deadline) };
}

function toEvent(slip: SlipEntity, { type, payload }: SlipEvent, source: SlipSource): NewEvent {
  const { actor = null, office = null, operationKey, provenance, recordedAt, writtenAt } = source;
  return {
    campaign: slip.campaignId,
    programmeVersion: slip.programmeVersion,
    stream: slipStream(slip.id),
    type,
    actor,
    office,
    operationKey,
    provenance,
    happenedAt: type === 'slip-received' ? slip.receivedOn : null,
    recordedAt,
    writtenAt,
    payload,
  };
}

/** Whom an event of a slip concerns: who commands hears of draft, receipt and answer, who owes of what becomes of the order. */
async function tell(
  m: EntityManager,
  slip: SlipEntity,
  { type, source }: { readonly type: SlipEvent['type']; readonly source: SlipSource },
): Promise<void> {
  const { campaignId, programmeVersion, id, colour } = slip;
  const orders = await noticesOf(m, slip, type);
  for (const { to: office, subject } of orders) {
    const holders = await holdersOf(m, office);
    await addNotices(
      m,
      holders.map((to) => ({
        campaignId,
        programmeVersion,
        to,
        subject,
        runId: id,
        deadline: null,
        colour,
        at: source.recordedAt,
        cause: `${id}/${slip.version}`,
      })),
    );
  }
}

async function noticesOf(
  m: EntityManager,
  slip: SlipEntity,
  type: SlipEvent['type'],
): Promise<{ readonly to: OfficeRef; readonly subject: NoticeSubject }[]> {
  const { commander, owing, partyGroup } = slipOffices(slip, slip.campaignId);
  switch (type) {
    case 'slip-drafted':
    case 'slip-received':
    case 'slip-answered':
      return [{ to: commander, subject: type }];
    case 'slip-issued': {
      const isCopied = await isForPartyGroup(m, slip);
      return [{ to: owing, subject: type }, ...(isCopied ? [{ to: partyGroup, subject: 'slip-copied' } as const] : [])];
    }
    case 'slip-withdrawn':
      return [{ to: owing, subject: type }];
    case 'slip-closed':
      return slip.ended === 'decided' ? [{ to: owing, subject: type }] : [];
    case 'slip-voided':
      return [];
  }
}

/** 抄告: the party group gets a copy where the rung names it; to it no slip is an order. */
async function isForPartyGroup(m: EntityManager, { campaignId, deadlineId, rung }: SlipEntity): Promise<boolean> {
  const date = await m.findOneByOrFail(DeadlineEntity, { id: deadlineId });
  const ladder = ladderOf(await programmeOf(m, campaignId), date);
  return ladder.some(({ offset, to }) => `+${offset}` === rung && to.includes('party-group'));
}
