import { z } from 'zod';
import { DEADLINE_KINDS, FORECAST_LIMITS } from '@app/domain';
import { lightDto, yearQuery } from '../edge/lists.dto';

export const overviewQueryDto = z.strictObject({ year: yearQuery.optional(), format: z.enum(['json']).optional() });

const count = z.int();

/** `required` is rounded up; `missing` = required − recognised, at least 0: both are reckoned, and open no list. */
const goalDto = z
  .object({
    inScope: count,
    required: count,
    planned: count,
    assessed: count,
    filed: count,
    recognised: count,
    missing: count,
  })
  .meta({ id: 'Goal' });

/** `ratio` in ten-thousandths, rounded to the nearest. */
const readingDto = z.object({ count, of: count, ratio: count.nullable() }).meta({ id: 'Reading' });

const countByName = z.record(z.string(), count);

/** Dates of the organisations' own years: of one organisation one a kind, as a rule; `dueDate` is the earliest. */
const ownDatesDto = z
  .object({ kind: z.enum(DEADLINE_KINDS), light: lightDto, dueDate: z.string().nullable(), count })
  .meta({ id: 'OwnDates' });

const figures = {
  phases: countByName,
  lights: countByName,
  waitingOn: countByName,
  worst: z.record(z.string(), lightDto),
  dates: z.array(ownDatesDto),
  goal: goalDto,
  outOfScope: count,
  /** What narrows each list of `lists` to these figures. */
  filter: z.record(z.string(), z.string()),
};

/** A list with what narrows it to all counts of a kind; the parameters of `by` take the name of the count. */
const countedListDto = z
  .object({ path: z.string(), filter: z.record(z.string(), z.string()), by: z.array(z.string()) })
  .meta({ id: 'CountedList' });

const basisDto = z.object({ since: z.string(), until: z.string(), filed: count });

/** From `basis` as if filing went on evenly; `limit` says why no more can be said, in words too. */
const forecastDto = z
  .object({
    basis: basisDto,
    projected: count.nullable(),
    reached: z.boolean().nullable(),
    reachedOn: z.string().nullable(),
    limit: z.enum(FORECAST_LIMITS).nullable(),
    message: z.string().nullable(),
    messageEn: z.string().nullable(),
  })
  .meta({ id: 'Forecast' });

const area = { areaId: z.string(), code: z.string(), name: z.string(), ...figures };

/**
 * Organisation × phase with lights and the organisations' own dates, by area and as a whole. A count opens the list of its
 * kind: `lists.phases.path`, narrowed by its `filter`, by the `filter` beside the count, and by the count's name.
 */
export const overviewDto = z
  .object({
    year: count,
    assessBy: z.string(),
    ...figures,
    areas: z.array(z.object(area)),
    organisations: z.array(z.object({ organisationId: z.string(), ...area })),
    /** Each organisation's share rounded up sums to more than the goal, which is of the whole. */
    requiredOfOrganisations: count,
    readings: z.object({ filedOfInScope: readingDto, recognisedOfInScope: readingDto }),
    countedOn: z.string(),
    forecast: forecastDto.nullable(),
    lists: z.object({
      phases: countedListDto,
      lights: countedListDto,
      waitingOn: countedListDto,
      dates: countedListDto,
      goal: countedListDto,
      outOfScope: countedListDto,
    }),
  })
  .meta({ id: 'Overview' });
