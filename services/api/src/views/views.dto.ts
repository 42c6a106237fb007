import { z } from 'zod';
import { BODY_KINDS, type Role, ROLES, VIEW_LIST_NAMES } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { instant } from '../edge/attribution.dto';

const MOST_FILTERS = 30;
const MOST_COLUMNS = 60;

/** The name of a parameter, a column or an order. */
const nameSchema = z.string().regex(/^-?[A-Za-z]{1,39}$/);
const filtersSchema = z
  .record(nameSchema, z.string().min(1).max(200))
  .refine((filters) => Object.keys(filters).length <= MOST_FILTERS, {
    error: `最多 ${MOST_FILTERS} 项`,
    params: { code: 'too-big' },
  });

const viewFields = {
  name: z.string().trim().min(1).max(60),
  filters: filtersSchema.default({}),
  sort: nameSchema.nullable().default(null),
  columns: z.array(nameSchema).max(MOST_COLUMNS).default([]),
  /** With every holder of a role, or with those in one body alone. */
  shared: z
    .strictObject({ role: z.enum(ROLES as [Role, ...Role[]]), bodyId: idSchema.nullable().default(null) })
    .nullable()
    .default(null),
};

export const saveViewDto = z
  .strictObject({ campaignId: idSchema.optional(), list: z.enum(VIEW_LIST_NAMES), ...viewFields })
  .meta({ id: 'SaveView' });

export type SaveView = z.infer<typeof saveViewDto>;

export const changeViewDto = z.strictObject(viewFields).meta({ id: 'ChangeView' });

export type ChangeView = z.infer<typeof changeViewDto>;

export const viewsQueryDto = z.strictObject({ ...listFields, list: z.enum(VIEW_LIST_NAMES).optional() });

export type ViewsQuery = z.infer<typeof viewsQueryDto>;

/** What a list was shown by, as it was kept; what of it the list no longer has is the reader's to leave out. */
export const viewDto = z
  .object({
    name: z.string(),
    list: z.enum(VIEW_LIST_NAMES),
    filters: z.record(z.string(), z.string()),
    sort: z.string().nullable(),
    columns: z.array(z.string()),
    shared: z
      .object({
        role: z.enum(ROLES as [Role, ...Role[]]),
        bodyKind: z.enum(BODY_KINDS).nullable(),
        bodyId: z.string().nullable(),
      })
      .nullable(),
    campaignId: z.string(),
    ownerId: z.string(),
    isOwn: z.boolean(),
    version: z.int(),
    etag: z.string(),
    savedAt: instant,
    id: z.string(),
  })
  .meta({ id: 'View' });

export const viewPageDto = pageOf(viewDto, 'ViewPage');

export const viewDeletedDto = z.object({ id: z.string() }).meta({ id: 'ViewDeleted' });
