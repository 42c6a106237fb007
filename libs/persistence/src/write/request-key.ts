import type { EntityManager } from 'typeorm';
import { type Instant, instantOf, msOf } from '@app/domain';

/** So long a key answers for its command; who asks again does so within minutes, or with a new key. */
export const KEY_DAYS = 90;

const DAY_MS = 86_400_000;

/** How many keys one statement takes: nobody who commands meanwhile waits for it. */
const AT_ONCE = 1000;

/**
 * Lets go of the keys that are older than `KEY_DAYS` at the real instant `now`, and answers how many went. The record loses
 * nothing: what a command did stands in its event, and under the same key in `run_operations` (docs/decisions/0024).
 */
export async function expireRequestKeys(m: EntityManager, now: Instant): Promise<number> {
  const before = new Date(instantOf(msOf(now) - KEY_DAYS * DAY_MS));
  let expired = 0;
  for (let gone = AT_ONCE; gone === AT_ONCE; expired += gone) {
    ({ affectedRows: gone } = await m.query<{ affectedRows: number }>(
      'DELETE FROM request_keys WHERE written_at < ? ORDER BY written_at LIMIT ?',
      [before, AT_ONCE],
    ));
  }
  return expired;
}
