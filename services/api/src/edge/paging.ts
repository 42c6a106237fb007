import { z } from 'zod';
import { LARGEST_LIMIT } from '@app/persistence';

/** Query fields of every list: how many, and where the page before ended. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(LARGEST_LIMIT).default(50),
  cursor: z.string().max(500).optional(),
  format: z.enum(['json', 'csv']).optional(),
  fields: z
    .string()
    .max(1000)
    .optional()
    .meta({ description: 'CSV：只要这些栏，以逗号分隔，依此顺序 / CSV: these fields alone, in this order' }),
};

/** What the ids in an answer are called, by id: the code people know, and a name. An id that is not here has no name. */
export const namesDto = z
  .record(z.string(), z.object({ code: z.string(), name: z.string() }))
  .meta({ id: 'Names', description: '答复中各标识的编号和名称 / code and name of the ids in the answer' });

/** The schema of a page of such items. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), names: namesDto }).meta({ id });
}
