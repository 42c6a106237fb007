import { type EntityManager, In } from 'typeorm';
import type { HeldOffice, ViewList } from '@app/domain';
import { ViewEntity } from '../../tables/view.entity';
import { Conditions, idsOf, inOrder, type Listed, type PageRequest, readPage } from '../select';

/** Whose views are listed: his own, and those shared with the offices that he acts in. */
export interface ViewReader {
  readonly campaignId: string;
  readonly ownerId: string;
  readonly offices: readonly HeldOffice[];
}

/** One page of the views that somebody may open, by name. */
export async function listViews(
  m: EntityManager,
  { campaignId, ownerId, offices }: ViewReader,
  { list, page }: { readonly list: ViewList | undefined; readonly page: PageRequest },
): Promise<Listed<ViewEntity>> {
  const shared = offices.filter((office) => office.campaignId === campaignId);
  const his = ['v.owner_id = ?', ...shared.map(() => '(v.shared_role = ? AND COALESCE(v.shared_body_id, ?) = ?)')];
  const where = new Conditions()
    .equal('v.campaign_id', campaignId)
    .equal('v.list', list)
    .add(`(${his.join(' OR ')})`, ownerId, ...shared.flatMap(({ role, bodyId }) => [role, bodyId, bodyId]));
  const sort = { keys: [{ sql: 'v.name' }, { sql: 'v.id' }] };
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'v.id',
    from: 'views v',
    where,
    sort,
    page,
  });
  const ids = idsOf(items);
  return { items: inOrder(ids, await m.findBy(ViewEntity, { id: In(ids) })), nextCursor };
}
