import type { EntityManager } from 'typeorm';
import {
  afterTry,
  type CivilDate,
  type DeadlineKind,
  type Instant,
  instantOf,
  leavesAt,
  type MailLine,
  type MailWish,
  msOf,
  type TryOutcome,
} from '@app/domain';
import { marks, select } from '../read/select';
import { idOf } from '../record/ids';
import { toInstant } from '../tables/columns';
import { DeliveryEntity, DeliveryTryEntity, MailAddressEntity } from '../tables/delivery.entity';
import { calendarOf } from './calendar';

/** So many notices are looked through at once, escalations before all others. */
const NOTICES_AT_ONCE = 5000;
/** What is older stays at home: it is no news any more, and nobody looks through years every two seconds. */
const OLDEST_MS = 60 * 86_400_000;
/** Whoever takes a delivery up keeps it for so long; then another may, because he is dead. */
const CLAIM_MS = 5 * 60_000;
/** What the other side answered is kept up to here. */
const ANSWER_LENGTH = 200;

/** Has a person's notices sent to this address from now on. */
export async function setMailAddress(
  m: EntityManager,
  wish: { readonly personId: string; readonly address: string; readonly wish: MailWish; readonly since: Instant },
): Promise<void> {
  await m.upsert(MailAddressEntity, wish, ['personId']);
}

/** Takes the address away, and with it what waits to be sent there. */
export async function forgetMailAddress(m: EntityManager, personId: string, at: Instant): Promise<void> {
  await m.delete(MailAddressEntity, { personId });
  const waiting = { personId, state: 'waiting' as const };
  await m.update(DeliveryEntity, waiting, { state: 'dropped', nextTryAt: null, endedAt: at });
}

interface Waiting {
  readonly id: string;
  readonly campaignId: string;
  readonly personId: string;
  readonly at: Date;
  readonly urgent: number;
}

/**
 * Makes the deliveries that are due: of each person one with all that has to leave by now. What he has read in the meantime
 * stays at home, and nothing of a rehearsal leaves (docs/decisions/0040). Answers how many were made. Safe to run twice and
 * by two at once: a notice leaves once. It locks nothing that a command writes. Call it in a transaction.
 */
export async function makeDeliveries(m: EntityManager, now: Instant): Promise<number> {
  const waiting = await select<Waiting>(
    m,
    `SELECT n.id, n.campaign_id AS campaignId, n.person_id AS personId, n.at, n.subject = 'deadline-escalated' AS urgent
       FROM mail_addresses a JOIN notices n ON n.person_id = a.person_id AND n.at >= GREATEST(a.since, ?)
       JOIN campaign_clocks k ON k.campaign_id = n.campaign_id AND k.rehearsal = 0
      WHERE n.delivery_id IS NULL AND n.lead_id IS NULL AND n.read_at IS NULL AND (a.wish = 'all' OR n.subject = 'deadline-escalated')
      ORDER BY urgent DESC, n.at, n.id LIMIT ${NOTICES_AT_ONCE}`,
    [new Date(msOf(now) - OLDEST_MS)],
  );
  if (waiting.length === 0) return 0;
  const calendar = await calendarOf(m);
  const due = waiting.filter((one) => leavesAt({ at: toInstant(one.at), urgent: one.urgent === 1 }, calendar) <= now);
  const persons = new Map<string, [Waiting, ...Waiting[]]>();
  for (const one of due) {
    const before = persons.get(one.personId);
    if (before) before.push(one);
    else persons.set(one.personId, [one]);
  }
  let made = 0;
  for (const notices of persons.values()) if (await makeDelivery(m, notices, now)) made += 1;
  return made;
}

/** Its id is that of the first notice: whoever comes second makes nothing. */
async function makeDelivery(
  m: EntityManager,
  notices: readonly [Waiting, ...Waiting[]],
  now: Instant,
): Promise<boolean> {
  const [{ id: first, campaignId, personId }] = notices;
  const id = idOf('delivery', 'mail', first);
  const { affectedRows } = await m.query<{ affectedRows: number }>(
    `INSERT IGNORE INTO deliveries (id, campaign_id, person_id, channel, notices, state, made_at, tries, put_off, next_try_at)
     VALUES (?, ?, ?, 'mail', ?, 'waiting', ?, 0, 0, ?)`,
    [id, campaignId, personId, notices.length, new Date(now), new Date(now)],
  );
  if (affectedRows === 0) return false;
  const ids = notices.map((notice) => notice.id);
  await m.query(`UPDATE notices SET delivery_id = ? WHERE delivery_id IS NULL AND id IN (${marks(ids)})`, [id, ...ids]);
  return true;
}

/** A delivery that somebody has taken up, and all that its message needs. */
export interface TakenDelivery {
  readonly delivery: DeliveryEntity;
  readonly address: string;
  readonly lines: readonly MailLine[];
}

/** Takes up the delivery that has waited longest, so that nobody else does meanwhile; null where none is due. */
export async function takeDelivery(m: EntityManager, now: Instant): Promise<TakenDelivery | null> {
  const [next] = await select<{ id: string }>(
    m,
    `SELECT d.id FROM deliveries d JOIN mail_addresses a ON a.person_id = d.person_id
      WHERE d.state = 'waiting' AND d.next_try_at <= ? ORDER BY d.next_try_at, d.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [new Date(now)],
  );
  if (!next) return null;
  await m.update(DeliveryEntity, { id: next.id }, { nextTryAt: instantOf(msOf(now) + CLAIM_MS) });
  const delivery = await m.findOneByOrFail(DeliveryEntity, { id: next.id });
  const { address } = await m.findOneByOrFail(MailAddressEntity, { personId: delivery.personId });
  const lines = await select<{ kind: DeadlineKind | null; dueDate: CivilDate | null; urgent: number }>(
    m,
    `SELECT d.kind, d.due_date AS dueDate, n.subject = 'deadline-escalated' AS urgent
       FROM notices n LEFT JOIN deadlines d ON d.id = n.deadline_id WHERE n.delivery_id = ?`,
    [next.id],
  );
  return { delivery, address, lines: lines.map((line) => ({ ...line, urgent: line.urgent === 1 })) };
}

/** Records a try and what becomes of the delivery by it, in the caller's transaction. */
export async function recordTry(
  m: EntityManager,
  { delivery }: Pick<TakenDelivery, 'delivery'>,
  { outcome, answer, now }: { readonly outcome: TryOutcome; readonly answer: string; readonly now: Instant },
): Promise<void> {
  const { id, tries, putOff, madeAt } = delivery;
  const { state, nextTryAt } = afterTry(outcome, { putOff, madeAt, now });
  const no = tries + 1;
  await m.insert(DeliveryTryEntity, { deliveryId: id, no, at: now, outcome, answer: answer.slice(0, ANSWER_LENGTH) });
  await m.update(
    DeliveryEntity,
    { id, state: 'waiting' },
    {
      state,
      nextTryAt,
      tries: no,
      putOff: putOff + (outcome === 'put-off' ? 1 : 0),
      endedAt: state === 'waiting' ? null : now,
    },
  );
}
