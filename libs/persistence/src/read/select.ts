import type { EntityManager } from 'typeorm';
import { DomainError, type Instant } from '@app/domain';
import { searchPatterns } from './search-text';

/** The largest page a list answers with. */
export const LARGEST_LIMIT = 200;

/** How much of a list is asked for, and where the page before ended. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | null;
}

/** One page; `nextCursor` is null at the end. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** One expression a list is ordered by; only one that is marked is NULL in a row. */
export interface SortKey {
  readonly sql: string;
  readonly isInstant?: true;
  /** Rows without a value come first, in an order that descends last. */
  readonly isNullable?: true;
}

/** An order that is total: its last key is the row's id. */
export interface Sort {
  readonly keys: readonly SortKey[];
  readonly descending?: true;
}

/** Conditions joined by AND, with their parameters in order. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly parameters: unknown[] = [];

  add(sql: string, ...parameters: unknown[]): this {
    this.parts.push(sql);
    this.parameters.push(...parameters);
    return this;
  }

  /** Adds `column = value` where a value is given. */
  equal(column: string, value: string | number | null | undefined): this {
    return value === undefined || value === null ? this : this.add(`${column} = ?`, value);
  }

  /** Adds `column IN (values)`; no value matches no row. */
  among(column: string, values: readonly (string | number)[]): this {
    return values.length === 0 ? this.add('FALSE') : this.add(`${column} IN (${marks(values)})`, ...values);
  }

  get sql(): string {
    return this.parts.length === 0 ? 'TRUE' : this.parts.join(' AND ');
  }
}

/** A list query without its order: the same from and where serve its count. */
export interface ListQuery {
  readonly from: string;
  readonly where: Conditions;
}

/** Typed rows of a SELECT. */
export async function select<R>(m: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  return await m.query<R[]>(sql, [...parameters]);
}

/** One page of a list in a total order; throws `invalid-input` for a cursor that this list did not give out. */
export async function readPage<R>(
  m: EntityManager,
  { columns, from, where, sort, page }: ListQuery & { columns: string; sort: Sort; page: PageRequest },
): Promise<Listed<R>> {
  const { keys, descending } = sort;
  const limit = Math.min(Math.max(1, Math.trunc(page.limit)), LARGEST_LIMIT);
  const after = page.cursor ? afterCursor(sort, decodeCursor(page.cursor, keys)) : null;
  const direction = descending ? 'DESC' : 'ASC';
  const rows = await select<Record<string, unknown>>(
    m,
    `SELECT ${columns}, ${keys.map(({ sql }, index) => `${sql} AS sortKey${index}`).join(', ')}
       FROM ${from} WHERE ${where.sql}${after ? ` AND ${after.sql}` : ''}
      ORDER BY ${keys.map(({ sql }) => `${sql} ${direction}`).join(', ')} LIMIT ${limit + 1}`,
    [...where.parameters, ...(after?.parameters ?? [])],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => withoutKeys<R>(row)),
    nextCursor: rows.length > limit && last ? encodeCursor(keys.map((_, index) => last[`sortKey${index}`])) : null,
  };
}

/** One page of a list that is at hand whole, in the order of keys that tell its lines apart. */
export function pageOfWhole<T>(
  whole: readonly T[],
  keyOf: (line: T) => readonly string[],
  { limit, cursor }: PageRequest,
): Listed<T> {
  const inOrder = (one: readonly string[], other: readonly string[]): number => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
  };
  const sorted = whole.map((line) => ({ line, key: keyOf(line) })).sort((a, b) => inOrder(a.key, b.key));
  const [first] = sorted;
  if (!first) return { items: [], nextCursor: null };
  const keys = first.key.map(() => ({ sql: '' }));
  const after = cursor ? decodeCursor(cursor, keys).map(String) : null;
  const left = after ? sorted.filter(({ key }) => inOrder(key, after) > 0) : sorted;
  const shown = left.slice(0, Math.min(Math.max(1, Math.trunc(limit)), LARGEST_LIMIT));
  const last = shown.at(-1);
  return {
    items: shown.map(({ line }) => line),
    nextCursor: last && shown.length < left.length ? encodeCursor(last.key) : null,
  };
}

/** An instant as a literal of SQL, so that an expression can name it many times; refuses anything else. */
export function instantLiteral(instant: Instant): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}\.\d{3})Z$/.exec(instant);
  if (!match) throw new DomainError('internal', '不是有效的时刻', { instant });
  return `'${match[1]} ${match[2]}'`;
}

/** Narrows a list to rows whose code begins with a word, or whose name holds it, by their `search_text`. */
export function addSearch(where: Conditions, word: string | undefined, column: string): void {
  const patterns = searchPatterns(word ?? '');
  if (patterns) where.add(`(${column} LIKE ? OR ${column} LIKE ?)`, patterns.code, patterns.name);
}

/** So many rows are named one by one; of more a page is soon found in order. */
const FEW = 300;

/** The ids that a query finds, or null where they are many. */
export async function fewOf(m: EntityManager, sql: string, parameters: readonly unknown[]): Promise<string[] | null> {
  const rows = await select<{ id: string }>(m, `${sql} LIMIT ${FEW + 1}`, parameters);
  return rows.length <= FEW ? idsOf(rows) : null;
}

/** The ids of rows, in their order. */
export function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Rows in the order of these ids. */
export function inOrder<R extends { readonly id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A word of the code as a literal of SQL; refuses anything that could be more than a word. */
export function literal<W extends string>(word: W): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(word)) throw new DomainError('internal', '不是代码里的词', { word });
  return `'${word}'`;
}

/** Words of the code as a list of SQL, which an expression can name where parameters would lose their order. */
export function literals<W extends string>(words: readonly W[]): string {
  return words.map((word) => literal(word)).join(', ');
}

/** One question mark for each value. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function withoutKeys<R>(row: Record<string, unknown>): R {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('sortKey'))) as R;
}

function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeCursor(cursor: string, keys: readonly SortKey[]): (string | number | Date | null)[] {
  const values = parsed(cursor);
  const isSound = (value: unknown, index: number) =>
    value === null
      ? keys[index]?.isNullable === true
      : keys[index]?.isInstant
        ? typeof value === 'string' && !Number.isNaN(Date.parse(value))
        : typeof value === 'string' || typeof value === 'number';
  if (!Array.isArray(values) || values.length !== keys.length || !values.every(isSound)) {
    throw new DomainError('invalid-input', '翻页位置无效', { pointer: '/query/cursor' });
  }
  return values.map((value: string | number | null, index) =>
    keys[index]?.isInstant && value !== null ? new Date(value) : value,
  );
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The rows strictly after a position, key by key. */
function afterCursor({ keys, descending }: Sort, values: readonly unknown[]): { sql: string; parameters: unknown[] } {
  const beyond = descending ? '<' : '>';
  const parameters: unknown[] = [];
  const alternatives = keys.map(({ sql }, index) => {
    const equal = keys.slice(0, index).map((key) => `${key.sql} ${key.isNullable ? '<=>' : '='} ?`);
    const value = values[index];
    parameters.push(...values.slice(0, index), ...(value === null ? [] : [value]));
    const strictly = keys[index]?.isNullable && descending ? `(${sql} < ? OR ${sql} IS NULL)` : `${sql} ${beyond} ?`;
    const afterNull = descending ? 'FALSE' : `${sql} IS NOT NULL`;
    return `(${[...equal, value === null ? afterNull : strictly].join(' AND ')})`;
  });
  return { sql: `(${alternatives.join(' OR ')})`, parameters };
}
