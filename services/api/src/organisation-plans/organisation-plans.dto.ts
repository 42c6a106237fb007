import { z } from 'zod';
import { TARGETS } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { namesDto } from '../edge/paging';
import { documentDto, versionsDto } from '../process/documents.dto';
import { civilDate } from '../edge/attribution.dto';

/** Every branch that is to attain the standard, once, with its target; dates where any is for this year. */
export const planBodyDto = z
  .strictObject({
    branches: z.array(z.strictObject({ branchId: idSchema, target: z.enum(TARGETS) })).max(2000),
    responsible: z.array(idSchema).max(50),
    dates: z.strictObject({ applyBy: civilDate, ballotBy: civilDate, assessBy: civilDate }).nullable(),
  })
  .meta({ id: 'OrganisationPlanBody' });

export type PlanBody = z.infer<typeof planBodyDto>;

export const organisationPlanDto = documentDto(planBodyDto, 'OrganisationPlan', { names: namesDto });

export const organisationPlanVersionsDto = versionsDto(planBodyDto, 'OrganisationPlan');
