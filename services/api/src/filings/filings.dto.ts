import { z } from 'zod';
import { batchOf } from '../process/batch';
import { idSchema } from '../edge/decorators';
import { listFields, yearQuery } from '../edge/lists.dto';
import { handOverDto } from '../process/remarks.dto';
import { namesDto, pageOf } from '../edge/paging';
import { instant, attributionFields } from '../edge/attribution.dto';

/** The digest of the generated result list as it was read. */
export const sendFilingDto = handOverDto.extend({ organisationRunId: idSchema }).meta({ id: 'SendFiling' });

export type SendFiling = z.infer<typeof sendFilingDto>;

export const sendFilingsDto = batchOf(sendFilingDto, 'organisationRunId', 'SendFilings');

export type SendFilings = z.infer<typeof sendFilingsDto>;

export const registerFilingsDto = batchOf(
  z.strictObject({ id: idSchema, ...attributionFields }),
  'id',
  'RegisterFilings',
);

export type RegisterFilings = z.infer<typeof registerFilingsDto>;

/** `registered=false`: what waits for the committee. */
export const filingsQueryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationRunId: idSchema.optional(),
  registered: z.enum(['true', 'false']).optional(),
});

export type FilingsQuery = z.infer<typeof filingsQueryDto>;

export const nextFilingQueryDto = z.strictObject({ organisationRunId: idSchema });

export type NextFilingQuery = z.infer<typeof nextFilingQueryDto>;

/** `sentAt` is the date that counts as filed; a list corrected in time keeps its first. */
export const filingPageDto = pageOf(
  z
    .object({
      id: z.string(),
      organisationRunId: z.string(),
      organisationId: z.string(),
      organisationCode: z.string(),
      year: z.int(),
      no: z.int(),
      decisionId: z.string(),
      lines: z.int(),
      sendings: z.int(),
      sentAt: instant.nullable(),
      returnedAt: instant.nullable(),
      registeredAt: instant.nullable(),
      bySilence: z.boolean(),
    })
    .meta({ id: 'Filing' }),
  'FilingPage',
);

/** The result list as it would be sent now; its digest is what is handed over. */
export const nextFilingDto = z
  .object({
    filingId: z.string(),
    decisionId: z.string(),
    documentId: z.string(),
    digest: z.string(),
    names: namesDto,
    body: z.object({
      organisationId: z.string(),
      year: z.int(),
      decisionNumber: z.string(),
      decidedOn: z.string(),
      branches: z.array(z.string()),
    }),
  })
  .meta({ id: 'NextFiling' });
