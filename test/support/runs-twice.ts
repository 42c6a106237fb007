import type { DataSource } from 'typeorm';
import { canonicalJson } from '@app/persistence';

/** A write that did something more when it ran a second time. */
export class NotIdempotent extends Error {
  override readonly name = 'NotIdempotent';
}

/**
 * Runs a write twice and compares every table: the second run must leave all as the first left it. Answers what the first
 * run answered; throws `NotIdempotent` with the table and the rows that differ.
 */
export async function runsTwiceLikeOnce<T>(dataSource: DataSource, write: () => Promise<T>): Promise<T> {
  const answer = await write();
  const once = await contentsOf(dataSource);
  await write();
  const twice = await contentsOf(dataSource);
  for (const [table, rows] of twice) {
    const before = new Set(once.get(table));
    const after = new Set(rows);
    const more = rows.filter((row) => !before.has(row));
    const less = [...before].filter((row) => !after.has(row));
    if (more.length + less.length > 0 || rows.length !== once.get(table)?.length) {
      throw new NotIdempotent(`${table}: + ${more.join(' ')} − ${less.join(' ')}`);
    }
  }
  return answer;
}

/** Every row of every table, in one order. */
export async function contentsOf(dataSource: DataSource): Promise<Map<string, string[]>> {
  const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName).sort();
  const contents = new Map<string, string[]>();
  for (const table of tables) {
    const rows = await dataSource.query<object[]>(`SELECT * FROM ${table}`);
    contents.set(table, rows.map((row) => canonicalJson(JSON.parse(JSON.stringify(row)))).sort());
  }
  return contents;
}
