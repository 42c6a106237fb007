import { z } from 'zod';
import { ORGANISATION_STEPS } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { documentLineDto, listFields, runLineFields, yearQuery } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { instant } from '../edge/attribution.dto';

const stepDto = z.enum(ORGANISATION_STEPS);

export const organisationRunsQueryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
  step: stepDto.optional(),
});

export type OrganisationRunsQuery = z.infer<typeof organisationRunsQueryDto>;

const lineFields = {
  ...runLineFields,
  step: stepDto,
  plannedThisYear: z.int(),
  plannedNextYear: z.int(),
  surveyMet: z.boolean(),
  sentAt: instant.nullable(),
  registeredAt: instant.nullable(),
};

export const organisationRunPageDto = pageOf(
  z.object(lineFields).meta({ id: 'OrganisationRunLine' }),
  'OrganisationRunPage',
);

/** A generated list as it would be handed over now. */
const listDto = z.object({ documentId: z.string(), digest: z.string() });

/** `pending` branches still lack a conclusion; `filing` is null before the party group has decided. */
export const organisationRunDto = z
  .object({
    ...lineFields,
    listNo: z.int(),
    documents: z.array(documentLineDto),
    conclusions: listDto.extend({ pending: z.int() }),
    filing: listDto.extend({ filingId: z.string(), decisionId: z.string() }).nullable(),
    names: namesDto,
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'OrganisationRun' });
