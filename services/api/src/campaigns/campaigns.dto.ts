import { z } from 'zod';
import { listFields } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { givenInstant, instant } from '../edge/attribution.dto';

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

/** Programme instant at which the clock stops by itself; without it a hold alone is lifted. */
export const releaseDto = z.strictObject({ until: givenInstant.optional() }).meta({ id: 'Release' });

export const holdDto = z.strictObject({}).meta({ id: 'Hold' });

export const clockAnswerDto = z.object({ id: z.string() }).meta({ id: 'ClockAnswer' });
