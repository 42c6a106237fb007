import type { EntityManager } from 'typeorm';
import { DomainError, type Programme } from '@app/domain';

const programmes = new Map<string, Programme>();

/** The frozen programme version a campaign runs; kept, because a published version never changes. */
export async function programmeOf(m: EntityManager, campaignId: string): Promise<Programme> {
  const known = programmes.get(campaignId);
  if (known) return known;
  const [row] = await m.query<{ definition: string }[]>(
    'SELECT p.definition FROM programmes p JOIN campaigns c ON c.programme_id = p.id WHERE c.id = ?',
    [campaignId],
  );
  if (!row) throw new DomainError('not-found', '专项工作没有对应的方案', { campaignId });
  const programme = JSON.parse(row.definition) as Programme;
  programmes.set(campaignId, programme);
  return programme;
}
