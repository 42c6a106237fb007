import type { EntityManager } from 'typeorm';
import { type Name, type NamedTable, namesOf, sheetWordsOf } from '@app/persistence';
import { idsWithin } from './ids';
import type { CsvColumn, CsvLine, CsvNames } from './columns';

/** What may be called by a name anywhere in an answer. */
const BODIES_AND_PEOPLE = ['areas', 'organisations', 'branches', 'people', 'users'] as const;

/** What the bodies and people of an answer are called. */
export function namesWithin(m: EntityManager, answer: object): Promise<Map<string, Name>> {
  const ids = new Set(idsWithin(answer));
  return namesOf(m, new Map(BODIES_AND_PEOPLE.map((table) => [table, ids])));
}

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
