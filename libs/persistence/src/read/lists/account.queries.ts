import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { searchPatterns } from '../search-text';
import { Conditions, instantLiteral, type Listed, type PageRequest, readPage } from '../select';

/** An account, the person behind it, and how many sessions it has open. */
export interface AccountSessionsLine {
  readonly id: string;
  readonly login: string;
  readonly personId: string | null;
  readonly sample: boolean;
  readonly openSessions: number;
  /** The last request of a session that has not been closed; null where none is left. */
  readonly lastSeenAt: Instant | null;
}

interface Asked {
  readonly campaignId: string;
  readonly page: PageRequest;
  /** What the login or the person's code begins with, or his name holds. */
  readonly q?: string | undefined;
  readonly signedIn?: boolean | undefined;
  /** A session of which nothing was heard since has ended. */
  readonly openSince: Instant;
}

interface Row extends Omit<AccountSessionsLine, 'sample' | 'openSessions' | 'lastSeenAt'> {
  readonly sample: number;
  readonly openSessions: string;
  readonly lastSeenAt: Date | null;
}

/** One page of a campaign's accounts in the order of their logins. */
export async function listAccountSessions(m: EntityManager, asked: Asked): Promise<Listed<AccountSessionsLine>> {
  const where = new Conditions().equal('u.campaign_id', asked.campaignId);
  const patterns = searchPatterns(asked.q ?? '');
  if (patterns) {
    where.add(
      '(u.login LIKE ? OR p.search_text LIKE ? OR p.search_text LIKE ?)',
      patterns.code,
      patterns.code,
      patterns.name,
    );
  }
  const open = `sessions s WHERE s.user_id = u.id AND s.last_seen_at >= ${instantLiteral(asked.openSince)}`;
  if (asked.signedIn !== undefined) where.add(`${asked.signedIn ? '' : 'NOT '}EXISTS (SELECT 1 FROM ${open})`);
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `u.id, u.login, u.person_id AS personId, u.sample, (SELECT COUNT(*) FROM ${open}) AS openSessions,
      (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS lastSeenAt`,
    from: 'users u LEFT JOIN people p ON p.id = u.person_id',
    where,
    sort: { keys: [{ sql: 'u.login' }, { sql: 'u.id' }] },
    page: asked.page,
  });
  return {
    items: items.map(({ sample, openSessions, lastSeenAt, ...row }) => ({
      ...row,
      sample: Boolean(sample),
      openSessions: Number(openSessions),
      lastSeenAt: lastSeenAt && toInstant(lastSeenAt),
    })),
    nextCursor,
  };
}
