import type { EntityManager } from 'typeorm';
import { type NamedTable, namesOf, sheetWordsOf } from '@app/persistence';
import type { CsvColumn, CsvLine, CsvNames } from './columns';

/** What the ids and codes of these lines are called, each kind asked for once. */
export async function readNames(
  m: EntityManager,
  columns: readonly CsvColumn[],
  lines: readonly CsvLine[],
): Promise<CsvNames> {
  const asked = new Map<NamedTable, Set<string>>();
  for (const { needs } of columns) {
    if (!needs) continue;
    const ids = lines.flatMap((line) => needs.ids(line));
    for (const table of needs.tables) asked.set(table, new Set([...(asked.get(table) ?? []), ...ids]));
  }
  const branchId = lines.find(({ dimension }) => dimension !== undefined)?.branchId;
  const sheet = typeof branchId === 'string' ? await sheetWordsOf(m, branchId) : new Map<string, string>();
  return { of: await namesOf(m, asked), sheet };
}
