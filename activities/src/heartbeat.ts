import { Context } from '@temporalio/activity';

const EVERY_MS = 2000;

/** How far an errand with many recipients has come; the next attempt goes on there. */
export interface Cursor {
  readonly from: number;
  readonly reached: (next: number) => void;
}

/**
 * Runs an errand with a sign of life every two seconds, so that only the death of its worker, never a slow item, brings a
 * new attempt; each sign carries the cursor.
 */
export async function withHeartbeat<T>(work: (cursor: Cursor) => Promise<T>): Promise<T> {
  const context = Context.current();
  const from = Number(context.info.heartbeatDetails ?? 0);
  let cursor = from;
  const beat = () => context.heartbeat(cursor);
  const timer = setInterval(beat, EVERY_MS);
  const reached = (next: number) => {
    cursor = next;
    beat();
  };
  try {
    return await work({ from, reached });
  } finally {
    clearInterval(timer);
  }
}
