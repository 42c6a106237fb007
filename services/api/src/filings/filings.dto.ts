import { z } from 'zod';
import { batchOf } from '../http/batch';
import { idSchema } from '../http/decorators';
import { handOverDto } from '../http/remarks.dto';
import { pageFields, pageOf } from '../http/paging';
import { instant, spokenFields } from '../http/spoken.dto';

/** The digest of the generated result list as it was read. */
export const sendFilingDto = handOverDto.extend({ organisationRunId: idSchema }).meta({ id: 'SendFiling' });

export type SendFiling = z.infer<typeof sendFilingDto>;

export const sendFilingsDto = batchOf(sendFilingDto, 'SendFilings');

export type SendFilings = z.infer<typeof sendFilingsDto>;

export const registerFilingsDto = batchOf(z.strictObject({ id: idSchema, ...spokenFields }), 'RegisterFilings');

export type RegisterFilings = z.infer<typeof registerFilingsDto>;

export const filingsQueryDto = z.strictObject({ ...pageFields, organisationRunId: idSchema });

export type FilingsQuery = z.infer<typeof filingsQueryDto>;

/** `sentAt` is the date that counts as filed; a list corrected in time keeps its first. */
export const filingPageDto = pageOf(
  z
    .object({
      id: z.string(),
      organisationRunId: z.string(),
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
    body: z.object({
      organisationId: z.string(),
      year: z.int(),
      decisionNumber: z.string(),
      decidedOn: z.string(),
      branches: z.array(z.string()),
    }),
  })
  .meta({ id: 'NextFiling' });
