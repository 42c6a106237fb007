import { z } from 'zod';
import { batchOf } from '../process/batch';
import { idSchema } from '../edge/decorators';
import { documentDto } from '../process/documents.dto';
import { attributionFields } from '../edge/attribution.dto';

/** The open problems of the branch, as the register holds them. */
const branchPlanBodyDto = z
  .object({
    problems: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        dimension: z.string(),
        measure: z.string().nullable(),
        ownerId: z.string().nullable(),
        dueDate: z.string().nullable(),
        state: z.string(),
      }),
    ),
  })
  .meta({ id: 'BranchPlanBody' });

export const branchPlanDto = documentDto(branchPlanBodyDto, 'BranchPlan');

export const approvePlansDto = batchOf(
  z.strictObject({ id: idSchema, ...attributionFields }),
  'id',
  'ApproveBranchPlans',
);

export type ApprovePlans = z.infer<typeof approvePlansDto>;
