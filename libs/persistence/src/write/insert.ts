import type { EntityManager, InsertQueryBuilder, ObjectLiteral } from 'typeorm';

const CHUNK = 500;

/** Inserts rows, some hundred in one statement. */
export async function insertAll(
  m: EntityManager,
  entity: new () => ObjectLiteral,
  rows: readonly object[],
): Promise<void> {
  for (const insert of inserts(m, entity, rows)) await insert.execute();
}

/** Inserts those of the rows that are not there. */
export async function insertMissing(
  m: EntityManager,
  entity: new () => ObjectLiteral,
  rows: readonly object[],
): Promise<void> {
  for (const insert of inserts(m, entity, rows)) await insert.orIgnore().execute();
}

function* inserts(
  m: EntityManager,
  entity: new () => ObjectLiteral,
  rows: readonly object[],
): Generator<InsertQueryBuilder<ObjectLiteral>> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    yield m.createQueryBuilder().insert().into(entity).values(part).updateEntity(false);
  }
}
