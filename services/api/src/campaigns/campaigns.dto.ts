import { z } from 'zod';
import { lightDto, listFields, yearQuery } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { givenInstant, instant } from '../edge/attribution.dto';

const counts = {
  inScope: z.int(),
  required: z.int(),
  planned: z.int(),
  assessed: z.int(),
  filed: z.int(),
  recognised: z.int(),
  missing: z.int(),
};

/** `required` is rounded up; `missing` = required − recognised, at least 0. */
export const goalDto = z.object(counts).meta({ id: 'Goal' });

export const campaignsQueryDto = z.strictObject(listFields);

export const campaignPageDto = pageOf(
  z
    .object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      step: z.string(),
      programmeVersion: z.string(),
      rehearsal: z.boolean(),
      establishedAt: instant,
    })
    .meta({ id: 'CampaignLine' }),
  'CampaignPage',
);

/** `settled`: everything that is due at the clock's instant is acted on; a rehearsal goes on only then. */
export const campaignDto = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    workflowId: z.string(),
    step: z.string(),
    programmeVersion: z.string(),
    rehearsal: z.boolean(),
    rounds: z.array(
      z.object({
        year: z.int(),
        status: z.enum(['opening', 'open', 'closed']),
        openedAt: instant.nullable(),
        closedAt: instant.nullable(),
      }),
    ),
    clock: z.object({
      now: instant,
      rate: z.number(),
      standing: z.boolean(),
      heldSince: instant.nullable(),
      holdsAt: instant.nullable(),
      settled: z.boolean(),
    }),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'Campaign' });

export const overviewQueryDto = z.strictObject({ year: yearQuery.optional(), format: z.enum(['json']).optional() });

/** `ratio` in ten-thousandths, rounded down. */
const readingDto = z.object({ count: z.int(), of: z.int(), ratio: z.int().nullable() }).meta({ id: 'Reading' });

const countByName = z.record(z.string(), z.int());

/** Organisation × phase with lights; the goal, both its readings and the forecast once for all that the asker sees. */
export const overviewDto = z
  .object({
    year: z.int(),
    assessBy: z.string(),
    organisations: z.array(
      z.object({
        organisationId: z.string(),
        code: z.string(),
        name: z.string(),
        phases: countByName,
        worst: z.record(z.string(), lightDto),
        lights: countByName,
        goal: goalDto,
      }),
    ),
    goal: goalDto,
    readings: z.object({ filedOfInScope: readingDto, recognisedOfInScope: readingDto }),
    countedOn: z.string(),
    forecast: z
      .object({ filed: z.int(), projected: z.int(), reached: z.boolean(), reachedOn: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Overview' });

/** Programme instant at which the clock stops by itself; without it a hold alone is lifted. */
export const releaseDto = z.strictObject({ until: givenInstant.optional() }).meta({ id: 'Release' });

export const holdDto = z.strictObject({}).meta({ id: 'Hold' });

export const clockAnswerDto = z.object({ id: z.string() }).meta({ id: 'ClockAnswer' });
