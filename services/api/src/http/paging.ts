import { z } from 'zod';
import { DomainError } from '@app/domain';

/** The largest page. */
export const LARGEST_PAGE = 200;

/** Query fields of every list: how many, and where the page before ended. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
  cursor: z.string().max(500).optional(),
  format: z.enum(['json', 'csv']).optional(),
};

/** One page and the cursor of the next; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The schema of a page of such items. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });
}

/** A cursor as it travels: opaque to clients. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a cursor holds; one that was made up is refused. */
export function decodeCursor(cursor: string | undefined, parts: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const sound = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === parts && values.every(sound)) {
      return values;
    }
  } catch {
    // said below
  }
  throw new DomainError('invalid-input', '翻页位置无效', { pointer: '/query/cursor' });
}

/** One page out of rows read with one more than `limit`. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  { item, cursor }: { readonly item: (row: R) => T; readonly cursor: (row: R) => readonly (string | number | null)[] },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null,
  };
}
