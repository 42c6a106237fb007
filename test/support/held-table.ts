import { openDataSource } from '@app/persistence';
import type { TestDatabase } from './database';

/** Holds a table of a spec's database, so that whoever reads it waits, as behind a long piece of maintenance; answers how to let go. */
export async function holdTable(
  { ownerUrl }: Pick<TestDatabase, 'ownerUrl'>,
  table: string,
): Promise<() => Promise<void>> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1 });
  await owner.query(`LOCK TABLES ${table} WRITE`);
  return () => owner.destroy();
}
