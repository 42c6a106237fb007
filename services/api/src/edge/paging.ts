import { z } from 'zod';
import { LARGEST_LIMIT } from '@app/persistence';

/** Query fields of every list: how many, and where the page before ended. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(LARGEST_LIMIT).default(50),
  cursor: z.string().max(500).optional(),
  format: z.enum(['json', 'csv']).optional(),
};

/** The schema of a page of such items. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });
}
