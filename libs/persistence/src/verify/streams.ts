/** Reads the streams as they stand in their rows; what they say is for the checks. */
import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import type { RecordedEvent } from '../record/event-log';
import { NO_CAMPAIGN } from '../record/imported-event';
import { marks, select } from '../read/select';

/** An event as it stands in its row, and as its text says; `record` is null where the text is no event. */
export interface ReadEvent {
  readonly stream: string;
  readonly sequence: number;
  readonly campaignId: string;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly hash: string;
  readonly canonical: string;
  readonly record: RecordedEvent | null;
}

/** A campaign with the workflow that its own stream is named after. */
export interface CampaignStream {
  readonly id: string;
  readonly workflowId: string;
}

/** One stream, whole, with its head; no head is a fault of the chain. */
export interface ReadStream {
  readonly stream: string;
  readonly events: readonly ReadEvent[];
  readonly head: { readonly sequence: number; readonly hash: string } | null;
}

type EventRow = Omit<ReadEvent, 'recordedAt' | 'record'> & { readonly recordedAt: Date };

/** So small that whoever verifies besides serving is never kept long by one part. */
const PAGE = 500;

/**
 * The streams of a campaign, and those that belong to none (programmes, the calendar), whole and in order of their names,
 * page by page of the primary key: memory holds one page and the longest stream, however many runs there are.
 */
export async function* readStreams(m: EntityManager, campaignId: string): AsyncGenerator<ReadStream[]> {
  const own = [campaignId, NO_CAMPAIGN];
  let open: ReadEvent[] = [];
  for (let after: { stream: string; sequence: number } = { stream: '', sequence: 0 }; ;) {
    const rows = await eventsAfter(m, after);
    const streams: ReadEvent[][] = [];
    for (const row of rows) {
      if (open.length > 0 && open[0]?.stream !== row.stream) {
        streams.push(open);
        open = [];
      }
      open.push(toReadEvent(row));
    }
    const last = rows.at(-1);
    const isEnd = rows.length < PAGE || !last;
    if (isEnd && open.length > 0) streams.push(open);
    yield await withHeads(
      m,
      streams.filter((events) => events.some((event) => own.includes(event.campaignId))),
    );
    if (isEnd) return;
    after = last;
  }
}

/** One stream's events, read apart. */
export async function readEvents(m: EntityManager, stream: string): Promise<ReadEvent[]> {
  const rows = await select<EventRow>(m, `${COLUMNS} WHERE stream = ? ORDER BY sequence`, [stream]);
  return rows.map(toReadEvent);
}

/** The events of several streams, by stream. */
export async function readEventsOf(m: EntityManager, streams: readonly string[]): Promise<Map<string, ReadEvent[]>> {
  const sql = `${COLUMNS} WHERE stream IN (${marks(streams)}) ORDER BY stream, sequence`;
  const found = new Map<string, ReadEvent[]>();
  for (const row of streams.length === 0 ? [] : await select<EventRow>(m, sql, streams)) {
    found.set(row.stream, [...(found.get(row.stream) ?? []), toReadEvent(row)]);
  }
  return found;
}

/** Heads of which no event is left; those of other campaigns' runs are theirs to name. */
export async function readEventlessHeads(
  m: EntityManager,
  campaignId: string,
): Promise<{ stream: string; n: number }[]> {
  const keys = await select<{ key: string }>(m, 'SELECT campaign_key AS `key` FROM campaigns WHERE id <> ?', [
    campaignId,
  ]);
  const others = new Set(keys.map(({ key }) => key));
  const rows = await select<{ stream: string; n: number }>(
    m,
    `SELECT h.stream, h.sequence AS n FROM stream_heads h
      WHERE NOT EXISTS (SELECT 1 FROM process_events e WHERE e.stream = h.stream)
        AND NOT EXISTS (SELECT 1 FROM problems p WHERE h.stream = CONCAT('problem:', p.id) AND p.campaign_id <> ?)
        AND NOT EXISTS (SELECT 1 FROM slips s WHERE h.stream = CONCAT('slip:', s.id) AND s.campaign_id <> ?)
      ORDER BY h.stream`,
    [campaignId, campaignId],
  );
  return rows.filter(({ stream }) => !others.has(stream.split(':')[1] ?? ''));
}

const COLUMNS = `SELECT stream, sequence, campaign_id AS campaignId, type, recorded_at AS recordedAt, hash, canonical
   FROM process_events`;

async function eventsAfter(m: EntityManager, after: { stream: string; sequence: number }): Promise<EventRow[]> {
  return select<EventRow>(
    m,
    `${COLUMNS} WHERE stream >= ? AND (stream > ? OR sequence > ?) ORDER BY stream, sequence LIMIT ${PAGE}`,
    [after.stream, after.stream, after.sequence],
  );
}

async function withHeads(m: EntityManager, streams: readonly (readonly ReadEvent[])[]): Promise<ReadStream[]> {
  if (streams.length === 0) return [];
  const names = streams.map((events) => events[0]?.stream ?? '');
  const rows = await select<{ stream: string; sequence: number; hash: string }>(
    m,
    `SELECT stream, sequence, hash FROM stream_heads WHERE stream IN (${marks(names)})`,
    names,
  );
  const heads = new Map(rows.map(({ stream, sequence, hash }) => [stream, { sequence, hash }]));
  return streams.map((events, at) => {
    const stream = names[at] ?? '';
    return { stream, events, head: heads.get(stream) ?? null };
  });
}

function toReadEvent(row: EventRow): ReadEvent {
  return { ...row, recordedAt: instantIn(row.recordedAt), record: parsed(row.canonical) };
}

/** A row may hold what is no instant; its text says another, and that is the fault. */
function instantIn(at: Date): Instant {
  return Number.isNaN(at.getTime()) ? NO_INSTANT : at.toISOString();
}

const NO_INSTANT: Instant = '1970-01-01T00:00:00.000Z';

function parsed(canonical: string): RecordedEvent | null {
  try {
    const value = JSON.parse(canonical) as RecordedEvent | null;
    return typeof value === 'object' && value?.payload !== undefined ? value : null;
  } catch {
    return null;
  }
}
