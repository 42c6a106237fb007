import { z } from 'zod';
import { LONGEST_REASON, LONGEST_REMARK } from '@app/domain';

const reason = z.string().trim().min(1, '须写明原因').max(LONGEST_REASON);

/** A filled score sheet: only deductions are typed, points are computed. */
export const sheetBodyDto = z
  .strictObject({
    deductions: z
      .array(z.strictObject({ indicator: z.string().max(20), rule: z.int().min(0), times: z.int().min(1), reason }))
      .max(500),
    notApplicable: z.array(z.strictObject({ indicator: z.string().max(20), reason })).max(200),
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
