import type { EntityManager } from 'typeorm';
import { DomainError, MOST_VIEWS } from '@app/domain';
import { isDuplicate } from '../database/database-fault';
import { ViewEntity } from '../tables/view.entity';

/** Keeps a new view; `already-exists` where its owner has one of that name on that list, or too many. */
export async function insertView(m: EntityManager, view: ViewEntity): Promise<void> {
  const { ownerId, campaignId } = view;
  if ((await m.countBy(ViewEntity, { ownerId, campaignId })) >= MOST_VIEWS) {
    throw new DomainError('invalid-input', `每人最多保存 ${MOST_VIEWS} 个视图，请先删去不用的`, { pointer: '' });
  }
  await named(() => m.insert(ViewEntity, view));
}

/** Puts the next version in the place of a view that the caller has locked. */
export async function replaceView(m: EntityManager, { id, ...view }: ViewEntity): Promise<void> {
  await named(() => m.update(ViewEntity, { id }, view));
}

async function named(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError('already-exists', '已有同名视图，请换一个名称', { pointer: '/name' });
  }
}
