import { createConnection, type Connection } from 'mysql2/promise';
import { HEARTBEAT_GRACE_MS } from '@app/domain';
import { systemClock } from '@app/platform';

const everyMs = 100;

/**
 * The sign of life of every rehearsal's clock, `beat` of the domain in one statement: a silence longer than the grace
 * moves `anchor_real` on by the excess, so no outage makes anyone late. Assignments run left to right: the old
 * `heartbeat_at` is read before it is replaced.
 */
const beatStatement = `UPDATE campaign_clocks SET
  anchor_real = TIMESTAMPADD(MICROSECOND, GREATEST(0, TIMESTAMPDIFF(MICROSECOND,
    GREATEST(anchor_real, COALESCE(TIMESTAMPADD(MICROSECOND, ${HEARTBEAT_GRACE_MS * 1000}, heartbeat_at), anchor_real)),
    CAST(:now AS DATETIME(3)))), anchor_real),
  heartbeat_at = CAST(:now AS DATETIME(3))
  WHERE rehearsal = 1`;

/** Writes one beat with the real instant `now` (ISO, ms, Z). */
export async function beat(connection: Connection, now: string): Promise<void> {
  await connection.query({ sql: beatStatement, namedPlaceholders: true }, { now: now.slice(0, -1).replace('T', ' ') });
}

/** Beats ten times a second while every part is up; a part that is down stops rehearsal time until it is back. */
export function keepHeartbeat(databaseUrl: string, isUp: () => boolean): { stop(): Promise<void> } {
  let connection: Connection | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let beating = Promise.resolve();

  async function once(): Promise<void> {
    if (!isUp()) return;
    try {
      connection ??= await open(databaseUrl);
      if (isUp()) await beat(connection, systemClock.now());
    } catch {
      connection?.destroy(); // the database is down, or its table is not there yet: the next beat tries anew
      connection = undefined;
    }
  }

  function plan(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      beating = once().finally(plan);
    }, everyMs);
  }

  plan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await beating;
      connection?.destroy();
    },
  };
}

async function open(uri: string): Promise<Connection> {
  const connection = await createConnection({ uri, connectTimeout: 2000, timezone: 'Z' });
  connection.on('error', () => undefined); // told by the next query
  return connection;
}
