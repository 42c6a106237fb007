import { z } from 'zod';
import { batchOf } from '../http/batch';
import { idSchema } from '../http/decorators';
import { civilDate, spokenFields } from '../http/spoken.dto';

/** `struck`: branches the party group did not agree to; `recusals`: members who stood back (回避). */
export const recordDecisionDto = z
  .strictObject({
    organisationRunId: idSchema,
    number: z.string().trim().min(1, '须填文号').max(80),
    decidedOn: civilDate,
    struck: z.array(idSchema).max(2000).default([]),
    recusals: z.array(idSchema).max(50).default([]),
    ...spokenFields,
  })
  .meta({ id: 'RecordDecision' });

export type RecordDecision = z.infer<typeof recordDecisionDto>;

export const recordDecisionsDto = batchOf(recordDecisionDto, 'RecordDecisions');

export type RecordDecisions = z.infer<typeof recordDecisionsDto>;
