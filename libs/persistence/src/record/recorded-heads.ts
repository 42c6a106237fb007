import type { EntityManager } from 'typeorm';
import { type Instant, instantOf, msOf } from '@app/domain';
import { canonicalJson, sha256Hex } from './digest';
import { appendEvent, type RecordedEvent } from './event-log';
import { NO_CAMPAIGN } from './imported-event';

/** The event in a campaign's stream that holds the heads of its other streams; it is no event of the campaign's own state. */
export const HEADS_RECORDED = 'stream-heads-recorded';

/** One head: how far its stream reached, and the hash of its last event. */
export interface RecordedHead {
  readonly stream: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What the campaign's stream says of one record. */
export interface HeadsRecorded {
  readonly no: number;
  readonly at: Instant;
  /** Real time: what was appended up to then is in this record or an earlier one. */
  readonly until: Instant;
  /** Streams that changed since the record before. */
  readonly heads: number;
  /** All streams of the campaign, and of none, at that moment. */
  readonly streams: number;
  /** Of the changed heads, `headsDigest`. */
  readonly digest: string;
}

/** Heads in one record; what is more goes into the next, at once. */
export const HEADS_AT_ONCE = 5000;

/** A write may be committed so much later than it says; clocks of machines may differ by it. */
const MARGIN_MS = 300_000;

/** SHA-256 of the canonical JSON of `[stream, sequence, hash]` of each head, by stream. */
export function headsDigest(heads: readonly RecordedHead[]): string {
  return sha256Hex(canonicalJson(heads.map(({ stream, sequence, hash }) => [stream, sequence, hash])));
}

/**
 * Puts on record, in the campaign's stream, every head that moved since the last record, of the streams of no campaign too
 * (calendar, programmes): one that is set back later contradicts it. Reads heads without a lock, as committed; a head that moves meanwhile is in the next record. Answers how
 * many were new; with none nothing is written. The keeper's row is locked, so that records follow each other.
 */
export async function recordHeads(
  m: EntityManager,
  order: { readonly campaignId: string; readonly keeperId: string; readonly at: Instant; readonly writtenAt: Instant },
): Promise<number> {
  const { campaignId, keeperId, at, writtenAt } = order;
  await m.query('SELECT id FROM keepers WHERE id = ? FOR UPDATE', [keeperId]);
  const [campaign] = await m.query<{ stream: string; programmeVersion: string }[]>(
    'SELECT workflow_id AS stream, programme_version AS programmeVersion FROM campaigns WHERE id = ?',
    [campaignId],
  );
  if (!campaign) return 0;
  const { stream, programmeVersion } = campaign;
  const last = await lastRecord(m, stream);
  const heads = await movedHeads(m, { campaignId, stream, since: last?.until ?? null });
  if (heads.length === 0) return 0;
  const no = (last?.no ?? 0) + 1;
  await insertHeads(m, heads, { campaignId, no });
  const streams = await countStreams(m, campaignId);
  const until = heads.length < HEADS_AT_ONCE ? writtenAt : (last?.until ?? instantOf(0));
  const digest = headsDigest(heads);
  const payload: HeadsRecorded = { no, at, until, heads: heads.length, streams, digest };
  await appendEvent(m, {
    ...{ campaign: campaignId, programmeVersion, stream, type: HEADS_RECORDED, actor: null, office: null },
    ...{ operationKey: `heads/${no}`, provenance: 'keeper', happenedAt: null, recordedAt: at, writtenAt, payload },
  });
  return heads.length;
}

/** How many streams a campaign's record covers. */
export async function countStreams(m: EntityManager, campaignId: string): Promise<number> {
  const [{ n }] = await m.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM stream_heads WHERE campaign_id IN (?, ?)', [
    campaignId,
    NO_CAMPAIGN,
  ]);
  return Number(n);
}

async function lastRecord(m: EntityManager, stream: string): Promise<HeadsRecorded | null> {
  const [row] = await m.query<{ canonical: string }[]>(
    'SELECT canonical FROM process_events WHERE stream = ? AND type = ? ORDER BY sequence DESC LIMIT 1',
    [stream, HEADS_RECORDED],
  );
  return row ? ((JSON.parse(row.canonical) as RecordedEvent).payload as HeadsRecorded) : null;
}

async function movedHeads(
  m: EntityManager,
  {
    campaignId,
    stream,
    since,
  }: { readonly campaignId: string; readonly stream: string; readonly since: Instant | null },
): Promise<RecordedHead[]> {
  const from = new Date(since === null ? 0 : Math.max(0, msOf(since) - MARGIN_MS));
  const rows = await m.query<RecordedHead[]>(
    `SELECT h.stream, h.sequence, h.hash FROM stream_heads h
      WHERE h.campaign_id IN (?, ?) AND h.changed_at >= ? AND h.stream <> ?
        AND NOT EXISTS (SELECT 1 FROM recorded_heads r
                         WHERE r.stream = h.stream AND r.sequence = h.sequence AND r.campaign_id = ?)
      ORDER BY h.stream LIMIT ${HEADS_AT_ONCE}`,
    [campaignId, NO_CAMPAIGN, from, stream, campaignId],
  );
  return rows.map(({ stream: name, sequence, hash }) => ({ stream: name, sequence, hash }));
}

async function insertHeads(
  m: EntityManager,
  heads: readonly RecordedHead[],
  { campaignId, no }: { readonly campaignId: string; readonly no: number },
): Promise<void> {
  for (let from = 0; from < heads.length; from += 500) {
    const part = heads.slice(from, from + 500);
    await m.query(
      `INSERT INTO recorded_heads (stream, sequence, hash, campaign_id, record_no)
       VALUES ${part.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      part.flatMap(({ stream, sequence, hash }) => [stream, sequence, hash, campaignId, no]),
    );
  }
}
