import type { EntityManager } from 'typeorm';
import { DocumentEntity, frozenPopulationOf, keptList, SpotCheckEntity } from '@app/persistence';

/** So many lists are held: those of a whole campaign, of which a round has a handful. */
const HELD = 8;

/** By digest, so that what is held can never be another content than what is asked for; the last one asked for is last. */
const held = new Map<string, Promise<unknown>>();

/** A list of a whole campaign as it was frozen: a round that is begun again asks for it once for each of its branches. */
export async function frozenList<B>(m: EntityManager, id: string): Promise<B | null> {
  const document = await m.findOne(DocumentEntity, { where: { id }, select: { digest: true } });
  return document ? hold(document.digest, () => keptList<B>(m, id)) : null;
}

/** The branches of which a spot check draws. */
export async function populationOf(m: EntityManager, id: string): Promise<readonly string[]> {
  const check = await m.findOne(SpotCheckEntity, { where: { id }, select: { populationDigest: true } });
  if (!check?.populationDigest) return [];
  return hold(check.populationDigest, async () => {
    return (JSON.parse((await frozenPopulationOf(m, id)) ?? '[]') as { branchId: string }[]).map(
      ({ branchId }) => branchId,
    );
  });
}

function hold<T>(digest: string, read: () => Promise<T>): Promise<T> {
  const list = (held.get(digest) as Promise<T> | undefined) ?? read();
  held.delete(digest);
  held.set(digest, list);
  list.catch(() => held.delete(digest));
  for (const [oldest] of held) {
    if (held.size <= HELD) break;
    held.delete(oldest);
  }
  return list;
}
