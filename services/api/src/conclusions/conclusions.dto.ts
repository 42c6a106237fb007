import { z } from 'zod';
import { idSchema } from '../http/decorators';
import { handOverDto } from '../http/remarks.dto';

/** The digest of the generated list as it was read. */
export const submitConclusionsDto = handOverDto
  .extend({ organisationRunId: idSchema })
  .meta({ id: 'SubmitConclusions' });

export type SubmitConclusions = z.infer<typeof submitConclusionsDto>;
