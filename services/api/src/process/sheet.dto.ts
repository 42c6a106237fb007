import { z } from 'zod';
import { LONGEST_REASON, LONGEST_REMARK } from '@app/domain';

const reason = z.string().trim().min(1, '须写明原因').max(LONGEST_REASON);

/** Ids of dimensions and of single indicators. */
const confirmed = z.array(z.string().max(20)).max(200);

/** Opening a version of a sheet by the digest of what was read; `confirmed` says what of it is confirmed, absent: nothing changes. */
export const openSheetDto = z
  .strictObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制摘要'),
    confirmed: confirmed.optional(),
  })
  .meta({ id: 'OpenSheet' });

export type OpenSheet = z.infer<typeof openSheetDto>;

/**
 * A filled score sheet: only deductions are typed, points are computed. `confirmed` names what its author has looked at;
 * whoever signs must have confirmed each indicator, singly or by its dimension. What a branch's own sheet calls not
 * applicable earns nothing until its superior's sheet says the same.
 */
export const sheetBodyDto = z
  .strictObject({
    deductions: z
      .array(z.strictObject({ indicator: z.string().max(20), rule: z.int().min(0), times: z.int().min(1), reason }))
      .max(500),
    notApplicable: z.array(z.strictObject({ indicator: z.string().max(20), reason })).max(200),
    confirmed: confirmed.optional(),
    remark: z.string().max(LONGEST_REMARK).optional(),
  })
  .meta({ id: 'SheetBody' });

/** A review: the last sheet plus what changed since. */
export const reviewBodyDto = sheetBodyDto
  .extend({
    changes: z
      .array(z.strictObject({ indicator: z.string().max(20), note: z.string().trim().min(1).max(500) }))
      .max(200),
  })
  .meta({ id: 'ReviewBody' });
