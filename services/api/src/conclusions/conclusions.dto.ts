import { z } from 'zod';
import { idSchema } from '../edge/decorators';
import { carriedPassDto, generatedFields, scoreDto } from '../edge/lists.dto';
import { namesDto } from '../edge/paging';
import { handOverDto } from '../process/remarks.dto';

/** The digest of the generated list as it was read. */
export const submitConclusionsDto = handOverDto
  .extend({ organisationRunId: idSchema })
  .meta({ id: 'SubmitConclusions' });

export type SubmitConclusions = z.infer<typeof submitConclusionsDto>;

export const conclusionsQueryDto = z.strictObject({ organisationRunId: idSchema });

export type ConclusionsQuery = z.infer<typeof conclusionsQueryDto>;

const scored = z.array(z.object({ branchId: z.string(), score: scoreDto.nullable() }));

const listFields = {
  ...generatedFields,
  names: namesDto,
  body: z.object({
    year: z.int(),
    organisationId: z.string(),
    /** A pass of an earlier round that is carried on has no score of this year. */
    passed: z.array(
      z.object({ branchId: z.string(), score: scoreDto.nullable(), carriedPass: carriedPassDto.optional() }),
    ),
    failed: scored,
    reviewed: z.array(z.object({ branchId: z.string(), result: z.string() })),
  }),
};

/** The list that was laid before the party group last: a decision names its digest. */
export const conclusionListDto = z.object({ ...listFields, no: z.int() }).meta({ id: 'ConclusionList' });

/** The list as it would be handed over now; `pending`: branches that still lack a conclusion. */
export const nextConclusionsDto = z
  .object({ ...listFields, pending: z.array(z.string()) })
  .meta({ id: 'NextConclusions' });
