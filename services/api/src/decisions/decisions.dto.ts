import { z } from 'zod';
import { batchOf } from '../process/batch';
import { idSchema } from '../edge/decorators';
import { listFields, yearQuery } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { handOverDto } from '../process/remarks.dto';
import { civilDate, instant } from '../edge/attribution.dto';

/** On the list with this digest; `struck`: branches the party group did not agree to, each with why; `recusals`: members who stood back (回避). */
export const recordDecisionDto = handOverDto
  .extend({
    organisationRunId: idSchema,
    number: z.string().trim().min(1, '须填文号').max(80),
    decidedOn: civilDate,
    struck: z
      .array(z.strictObject({ branchId: idSchema, reason: z.string().trim().min(1, '须写明理由').max(2000) }))
      .max(2000)
      .default([]),
    recusals: z.array(idSchema).max(50).default([]),
  })
  .meta({ id: 'RecordDecision' });

export type RecordDecision = z.infer<typeof recordDecisionDto>;

export const recordDecisionsDto = batchOf(recordDecisionDto, 'organisationRunId', 'RecordDecisions');

export type RecordDecisions = z.infer<typeof recordDecisionsDto>;

export const decisionsQueryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationRunId: idSchema.optional(),
});

export type DecisionsQuery = z.infer<typeof decisionsQueryDto>;

const decisionDto = z
  .object({
    id: z.string(),
    organisationRunId: z.string(),
    organisationId: z.string(),
    organisationCode: z.string(),
    year: z.int(),
    listNo: z.int(),
    listId: z.string(),
    number: z.string(),
    decidedOn: civilDate,
    agreed: z.array(z.string()),
    struck: z.array(z.string()),
    /** Why, in the order of `struck`; empty in decisions of before a reason was asked. */
    struckReasons: z.array(z.string()),
    recusals: z.array(z.string()),
    recordedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'Decision' });

export const decisionPageDto = pageOf(decisionDto, 'DecisionPage');
