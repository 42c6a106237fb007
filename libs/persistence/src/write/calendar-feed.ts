import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { sha256Hex } from '../record/digest';
import { CalendarFeedEntity } from '../tables/calendar-feed.entity';

/** Gives a person's calendar this secret; the one it had leads nowhere from now on. */
export async function issueCalendarFeed(
  m: EntityManager,
  { personId, secret, issuedAt }: { readonly personId: string; readonly secret: string; readonly issuedAt: Instant },
): Promise<void> {
  await m.upsert(CalendarFeedEntity, { personId, secretHash: sha256Hex(secret), issuedAt }, ['personId']);
}

/** Takes the secret away; answers whether there was one. */
export async function revokeCalendarFeed(m: EntityManager, personId: string): Promise<boolean> {
  const { affected } = await m.delete(CalendarFeedEntity, { personId });
  return affected === 1;
}
