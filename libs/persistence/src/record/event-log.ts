import type { EntityManager } from 'typeorm';
import type { CivilDate, EventType, Instant } from '@app/domain';
import { marks } from '../read/select';
import { canonicalJson, sha256Hex } from './digest';

/** Version of the event format itself. */
const EVENT_FORMAT = 1;

/** The hash before the first event of a stream. */
export const GENESIS_HASH = '0'.repeat(64);

/** Through which door an event came in. */
export type Provenance = 'api' | 'process' | 'keeper' | 'import';

/** An event to append; everything a fold needs is in `payload`, and no personal data is. */
export interface NewEvent {
  /** The campaign's id; `NO_CAMPAIGN` for what belongs to none. */
  readonly campaign: string;
  readonly programmeVersion: string;
  readonly stream: string;
  readonly type: EventType;
  readonly actor: string | null;
  readonly office: string | null;
  readonly operationKey: string;
  readonly provenance: Provenance;
  /** The stated date or instant of the event; null where it is its recording. */
  readonly happenedAt: CivilDate | Instant | null;
  /** Programme time. */
  readonly recordedAt: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
  readonly payload: unknown;
}

/** An event as recorded: what its canonical text says. */
export interface RecordedEvent extends Omit<NewEvent, 'type'> {
  /** This version may not know it. */
  readonly type: string;
  readonly v: number;
  readonly sequence: number;
  readonly previousHash: string;
}

/**
 * Appends events inside the caller's transaction: heads are taken in the order of their streams, so that two
 * transactions never wait for each other in a circle; sequence has no gap; each hash holds the one before.
 */
export async function appendEvents(m: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const streams = [...new Set(events.map((event) => event.stream))].sort();
  const owners = new Map(events.map((event) => [event.stream, event]));
  const heads = await lockHeads(m, streams, owners);
  const rows: unknown[] = [];
  for (const event of events) {
    const head = heads.get(event.stream) as Head;
    const sequence = head.sequence + 1;
    const canonical = canonicalJson({ v: EVENT_FORMAT, ...event, sequence, previousHash: head.hash });
    const hash = sha256Hex(canonical);
    rows.push(event.stream, sequence, event.campaign, event.type, new Date(event.recordedAt), hash, canonical);
    heads.set(event.stream, { sequence, hash });
  }
  await insertInChunks(m, rows);
  await m.query(
    `INSERT INTO stream_heads (stream, sequence, hash, campaign_id, changed_at)
     VALUES ${streams.map(() => '(?, ?, ?, ?, UTC_TIMESTAMP(3))').join(', ')}
     ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), hash = VALUES(hash), changed_at = VALUES(changed_at)`,
    streams.flatMap((stream) => {
      const { campaign } = owners.get(stream) as NewEvent;
      return [stream, heads.get(stream)?.sequence, heads.get(stream)?.hash, campaign];
    }),
  );
}

/** Where a stream ends. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The heads of these streams, locked in their order; a stream that is new gets one, after the others. */
export async function lockHeads(
  m: EntityManager,
  streams: readonly string[],
  owners: ReadonlyMap<string, Pick<NewEvent, 'campaign'>>,
): Promise<Map<string, Head>> {
  const lock = async () => {
    const rows = await m.query<(Head & { stream: string })[]>(
      `SELECT stream, sequence, hash FROM stream_heads WHERE stream IN (${marks(streams)})
       ORDER BY stream FOR UPDATE`,
      [...streams],
    );
    return new Map(rows.map(({ stream, sequence, hash }) => [stream, { sequence, hash }]));
  };
  const heads = await lock();
  const fresh = streams.filter((stream) => !heads.has(stream));
  if (fresh.length === 0) return heads;
  await m.query(
    `INSERT INTO stream_heads (stream, sequence, hash, campaign_id, changed_at)
     VALUES ${fresh.map(() => '(?, 0, ?, ?, UTC_TIMESTAMP(3))').join(', ')}
     ON DUPLICATE KEY UPDATE sequence = stream_heads.sequence`,
    fresh.flatMap((stream) => {
      const { campaign } = owners.get(stream) as Pick<NewEvent, 'campaign'>;
      return [stream, GENESIS_HASH, campaign];
    }),
  );
  return lock();
}

/** Appends one event; see `appendEvents`. */
export function appendEvent(m: EntityManager, event: NewEvent): Promise<void> {
  return appendEvents(m, [event]);
}

/** The events of a stream in order, parsed from their canonical text. */
export async function readStream(m: EntityManager, stream: string): Promise<RecordedEvent[]> {
  const rows = await m.query<
    {
      canonical: string;
    }[]
  >('SELECT canonical FROM process_events WHERE stream = ? ORDER BY sequence', [stream]);
  return rows.map((row) => JSON.parse(row.canonical) as RecordedEvent);
}

const COLUMNS = 7;
const CHUNK = 200;

async function insertInChunks(m: EntityManager, values: readonly unknown[]): Promise<void> {
  for (let from = 0; from < values.length; from += CHUNK * COLUMNS) {
    const part = values.slice(from, from + CHUNK * COLUMNS);
    const rows = Array.from({ length: part.length / COLUMNS }, () => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
    await m.query(
      `INSERT INTO process_events (stream, sequence, campaign_id, type, recorded_at, hash, canonical) VALUES ${rows}`,
      [...part],
    );
  }
}
