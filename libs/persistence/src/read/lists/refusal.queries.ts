import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { Conditions, type Listed, type PageRequest, readPage } from '../select';

/** A command that was refused: who asked what about what, and why not. */
export interface RefusalLine {
  readonly id: string;
  readonly actor: string | null;
  readonly command: string;
  readonly subjectId: string | null;
  readonly code: string;
  readonly recordedAt: Instant;
}

/** One page of refusals, the newest first. */
export async function listRefusals(
  m: EntityManager,
  asked: { readonly campaignId: string; readonly page: PageRequest },
): Promise<Listed<RefusalLine>> {
  const { items, nextCursor } = await readPage<Omit<RefusalLine, 'recordedAt'> & { recordedAt: Date }>(m, {
    columns: 'r.id, r.actor, r.command, r.subject_id AS subjectId, r.code, r.recorded_at AS recordedAt',
    from: 'refusals r',
    where: new Conditions().equal('r.campaign_id', asked.campaignId),
    sort: { keys: [{ sql: 'r.recorded_at', isInstant: true }, { sql: 'r.id' }], descending: true },
    page: asked.page,
  });
  return { items: items.map((row) => ({ ...row, recordedAt: toInstant(row.recordedAt) })), nextCursor };
}
