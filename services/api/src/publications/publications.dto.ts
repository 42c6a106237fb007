import { z } from 'zod';
import { BRANCH_STEPS } from '@app/domain';
import { carriedPassDto, generatedFields, listFields, scoreDto, yearField, yearQuery } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { runAnswerDto } from '../process/run-answer.dto';
import { handOverDto } from '../process/remarks.dto';
import { civilDate, instant } from '../edge/attribution.dto';

/** The digest of the generated population as it was read. */
export const openPublicationDto = handOverDto.extend({ year: yearField }).meta({ id: 'OpenPublication' });

export type OpenPublication = z.infer<typeof openPublicationDto>;

/** The campaign's run after it, and the publication that was opened. */
export const openedPublicationDto = z
  .object({ run: runAnswerDto, publicationId: z.string(), endsOn: civilDate })
  .meta({ id: 'OpenedPublication' });

export const nextPublicationQueryDto = z.strictObject({ campaignId: listFields.campaignId, year: yearQuery });

export type NextPublicationQuery = z.infer<typeof nextPublicationQueryDto>;

const publicationDto = z
  .object({
    id: z.string(),
    year: z.int(),
    branches: z.int(),
    openedAt: instant,
    endsOn: civilDate,
    recognised: z.boolean(),
  })
  .meta({ id: 'Publication' });

export const publicationPageDto = pageOf(publicationDto, 'PublicationPage');

/** The frozen population, which everybody in office may read; `runId` where the reader may open the branch's year too. */
export const publishedListDto = publicationDto
  .extend({ names: namesDto, lines: z.array(z.object({ branchId: z.string(), runId: z.string().nullable() })) })
  .meta({ id: 'PublishedList' });

/**
 * The population as it would be frozen now: registered branches that were not drawn, or whose recheck upheld the pass.
 * `waiting`: how many are not offered because they still wait for the draw or for the result of their recheck.
 */
export const nextPublicationDto = z
  .object({
    ...generatedFields,
    names: namesDto,
    waiting: z.array(z.object({ step: z.enum(BRANCH_STEPS), count: z.int() })),
    body: z.object({
      year: z.int(),
      branches: z.array(
        z.object({
          branchId: z.string(),
          runId: z.string(),
          score: scoreDto.nullable(),
          carriedPass: carriedPassDto.optional(),
          recheck: z.string(),
        }),
      ),
    }),
  })
  .meta({ id: 'NextPublication' });
