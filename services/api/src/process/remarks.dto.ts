import { z } from 'zod';
import { attributionFields } from '../edge/attribution.dto';

/** Remarks by line on what is returned. */
export const remarksDto = z
  .strictObject({
    lines: z
      .array(z.strictObject({ pointer: z.string().max(200), text: z.string().trim().min(1).max(2000) }))
      .min(1)
      .max(200),
    ...attributionFields,
  })
  .meta({ id: 'Remarks' });

export type RemarksBody = z.infer<typeof remarksDto>;

/** A hand-over that pins what was read by its digest. */
export const handOverDto = z
  .strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制摘要'), ...attributionFields })
  .meta({ id: 'HandOver' });

export type HandOver = z.infer<typeof handOverDto>;

/** A hand-over that needs nothing but who and when. */
export const plainDto = z.strictObject({ ...attributionFields }).meta({ id: 'PlainHandOver' });

export type Plain = z.infer<typeof plainDto>;
