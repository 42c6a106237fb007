import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type GroupCounts, type Instant, shanghaiDateOf } from '@app/domain';
import { BranchEntity } from '../tables/organisation.entity';

/** Those of these branches that were dissolved. */
export async function dissolvedOf(m: EntityManager, branchIds: readonly string[]): Promise<string[]> {
  if (branchIds.length === 0) return [];
  const rows = await m.findBy(BranchEntity, { id: In([...branchIds]), validTo: Not(IsNull()) });
  return rows.map(({ id }) => id);
}

/** How many members and others a branch has. */
export async function branchSizeOf(m: EntityManager, branchId: string): Promise<GroupCounts> {
  const { members, masses } = await m.findOneOrFail(BranchEntity, {
    where: { id: branchId },
    select: { members: true, masses: true },
  });
  return { members, masses };
}

/** A dissolved branch is no branch from that day on. */
export async function endBranch(
  m: EntityManager,
  { branchId, at }: { readonly branchId: string; readonly at: Instant },
): Promise<void> {
  await m.update(BranchEntity, { id: branchId, validTo: IsNull() }, { validTo: shanghaiDateOf(at) });
}
