import { z } from 'zod';
import { DISPOSITIONS } from '@app/domain';
import { generatedFields, yearField } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { handOverDto } from '../process/remarks.dto';
import { civilDate, instant, attributionFields } from '../edge/attribution.dto';

export const openRoundDto = z.strictObject({ year: yearField, ...attributionFields }).meta({ id: 'OpenRound' });

export type OpenRound = z.infer<typeof openRoundDto>;

/** The digest of the dispositions as they were read, and the paper of the closing decision. */
export const closeRoundDto = handOverDto
  .extend({ documentNumber: z.string().trim().min(1).max(80) })
  .meta({ id: 'CloseRound' });

export type CloseRound = z.infer<typeof closeRoundDto>;

/** `figures`: what froze with the closing; null before. `assessBy`: the date of 评估认定 in this round. */
export const roundPageDto = pageOf(
  z
    .object({
      id: z.string(),
      year: z.int(),
      name: z.string(),
      status: z.enum(['opening', 'open', 'closed']),
      assessBy: civilDate.or(z.literal('')),
      openedAt: instant.nullable(),
      closedAt: instant.nullable(),
      documentNumber: z.string().nullable(),
      figures: z
        .object({
          inScope: z.int(),
          filed: z.int(),
          recognised: z.int(),
          dispositions: z.record(z.string(), z.int()),
        })
        .nullable(),
    })
    .meta({ id: 'Round' }),
  'RoundPage',
);

/** Every branch of the round once; `pending`: branches that stand between two steps of the committee. */
export const dispositionListDto = z
  .object({
    ...generatedFields,
    body: z.object({
      year: z.int(),
      branches: z.array(
        z.object({
          branchId: z.string(),
          runId: z.string(),
          disposition: z.enum(DISPOSITIONS),
        }),
      ),
    }),
    pending: z.array(z.string()),
    names: namesDto,
  })
  .meta({ id: 'DispositionList' });
