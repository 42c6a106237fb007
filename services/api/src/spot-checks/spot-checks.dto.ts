import { z } from 'zod';
import { SPOT_CHECK_STEPS } from '@app/domain';
import { pageOf } from '../http/paging';
import { instant, spokenFields } from '../http/spoken.dto';

export const orderSpotCheckDto = z.strictObject({ year: z.int(), ...spokenFields }).meta({ id: 'OrderSpotCheck' });

export type OrderSpotCheck = z.infer<typeof orderSpotCheckDto>;

const line = {
  id: z.string(),
  year: z.int(),
  no: z.int(),
  step: z.enum(SPOT_CHECK_STEPS),
  since: instant,
};

export const spotCheckPageDto = pageOf(z.object(line).meta({ id: 'SpotCheckLine' }), 'SpotCheckPage');

/**
 * A spot check with everything that decides its draw: whoever has this answer can draw again. `ratio` in ten-thousandths
 * of each stratum; `seed` is null until it is revealed, its SHA-256 `seedHash` is known before the population is frozen.
 * Verdicts are not here: they are read with the rechecks, each by who sees its branch.
 */
export const spotCheckDto = z
  .object({
    ...line,
    workflowId: z.string(),
    ratio: z.int(),
    perOrganisationAtLeast: z.int(),
    seedHash: z.string().nullable(),
    seed: z.string().nullable(),
    frozenBy: z.string().nullable(),
    populationDigest: z.string().nullable(),
    population: z.array(z.object({ branchId: z.string(), organisationId: z.string(), stratum: z.string() })),
    drawn: z.array(
      z.object({
        recheckId: z.string(),
        branchId: z.string(),
        stratum: z.string(),
        rank: z.int(),
        hmac: z.string(),
        by: z.enum(['ratio', 'organisation-minimum']),
      }),
    ),
    concluded: z.int(),
    overturned: z.int(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'SpotCheck' });
