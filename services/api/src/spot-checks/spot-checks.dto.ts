import { z } from 'zod';
import { SPOT_CHECK_STEPS } from '@app/domain';
import { yearField } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { runAnswerDto } from '../process/run-answer.dto';
import { instant, attributionFields } from '../edge/attribution.dto';

export const orderSpotCheckDto = z
  .strictObject({ year: yearField, ...attributionFields })
  .meta({ id: 'OrderSpotCheck' });

export type OrderSpotCheck = z.infer<typeof orderSpotCheckDto>;

/** The campaign's run after it, and the spot check that was ordered. */
export const orderedSpotCheckDto = z
  .object({ run: runAnswerDto, spotCheckId: z.string(), no: z.int() })
  .meta({ id: 'OrderedSpotCheck' });

const line = {
  id: z.string(),
  year: z.int(),
  no: z.int(),
  step: z.enum(SPOT_CHECK_STEPS),
  since: instant,
};

export const spotCheckPageDto = pageOf(z.object(line).meta({ id: 'SpotCheckLine' }), 'SpotCheckPage');

const candidate = { branchId: z.string(), organisationId: z.string(), stratum: z.string() };
const WAYS = ['ratio', 'organisation-minimum'] as const;

/**
 * Where a spot check stands; `ratio` in ten-thousandths of each stratum, `seed` null until the reveal, `population` how many
 * branches were frozen. Verdicts are not here: they are read with the rechecks, each by who sees its branch; how many there
 * are, `concluded` and `overturned`, is told to who sees every branch, since of a few drawn it says which.
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
    frozenAt: instant.nullable(),
    revealedBy: z.string().nullable(),
    revealedAt: instant.nullable(),
    population: z.int(),
    populationDigest: z.string().nullable(),
    drawn: z.array(
      z.object({
        recheckId: z.string(),
        branchId: z.string(),
        organisationId: z.string(),
        rank: z.int(),
        by: z.enum(WAYS),
      }),
    ),
    concluded: z.int().nullable(),
    overturned: z.int().nullable(),
    names: namesDto,
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'SpotCheck' });

const ranked = { branchId: z.string(), stratum: z.string(), rank: z.int(), hmac: z.string() };

/**
 * Everything that decides a draw: whoever has this answer can draw again, by docs/draw.md. `seed`, `strata` and `ranked` are
 * null until the reveal. SHA-256 of the seed's 32 bytes, `seedHash`, is known before the population is frozen;
 * `populationDigest` is SHA-256 of `populationText`.
 */
export const drawDto = z
  .object({
    id: z.string(),
    ratio: z.int(),
    perOrganisationAtLeast: z.int(),
    seedHash: z.string().nullable(),
    seed: z.string().nullable(),
    populationDigest: z.string().nullable(),
    entropy: z.string(),
    population: z.array(z.object(candidate)),
    populationText: z.string().nullable(),
    strata: z.array(z.object({ stratum: z.string(), population: z.int(), quota: z.int(), drawn: z.int() })).nullable(),
    ranked: z.array(z.object({ ...ranked, organisationId: z.string(), by: z.enum(WAYS).nullable() })).nullable(),
    drawn: z.array(z.object({ ...ranked, by: z.enum(WAYS) })),
    names: namesDto,
  })
  .meta({ id: 'Draw' });
