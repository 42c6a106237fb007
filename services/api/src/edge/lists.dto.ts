import { z } from 'zod';
import { DEADLINE_KINDS, LIGHTS, PROBLEM_STATES, STREAM_KINDS } from '@app/domain';
import { idSchema } from './decorators';
import { pageFields } from './paging';
import { officeRefDto } from '../process/run-answer.dto';
import { civilDate, instant } from './attribution.dto';

/** Query fields of a list within one campaign. */
export const listFields = { campaignId: idSchema.optional(), ...pageFields };

/** A word to look for: what a code begins with, or a name holds. */
export const searchQuery = z.string().trim().max(60);

/** As it was on this day. */
export const asOfQuery = civilDate;

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A year of a programme, in a body and in a query. */
export const yearField = z.int().min(FIRST_YEAR).max(LAST_YEAR);
export const yearQuery = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** Query fields of a list of the committee that can be narrowed to one round. */
export const yearListDto = z.strictObject({ ...listFields, year: yearQuery.optional() });

export type YearListQuery = z.infer<typeof yearListDto>;

/** A list generated from the step before; its digest is what is handed over. */
export const generatedFields = { documentId: z.string(), digest: z.string() };

/** A score, everywhere in JSON; what people read is made of it by `formatPoints` (95.00). */
export const scoreDto = z
  .int()
  .meta({ id: 'Score', description: '百分之一分：9550 即 95.50 分 / hundredths of a point: 9550 is 95.50' });

/** A pass of an earlier round that is carried on: its year and the score that stands for it there. */
export const carriedPassDto = z.object({ year: z.int(), score: scoreDto }).meta({ id: 'CarriedPass' });

/** The state of a dated obligation. */
export const lightDto = z.enum(LIGHTS);

/** By which date what a run stands at is needed; `workdaysLeft` is negative by the workdays that have passed since. */
export const awaitedDto = z
  .object({
    kind: z.enum(DEADLINE_KINDS),
    dueDate: z.string().nullable(),
    workdaysLeft: z.int().nullable(),
    light: lightDto,
  })
  .meta({ id: 'Awaited' });

/** What a line of either kind of run shows. */
export const runLineFields = {
  id: z.string(),
  workflowId: z.string(),
  version: z.int(),
  year: z.int(),
  organisationId: z.string(),
  organisationCode: z.string(),
  organisationName: z.string(),
  areaId: z.string(),
  step: z.string(),
  since: instant,
  light: lightDto.nullable(),
  waitingOn: officeRefDto.nullable(),
  awaited: awaitedDto.nullable(),
};

/** A document without its body. */
export const documentLineDto = z
  .object({
    id: z.string(),
    kind: z.string(),
    no: z.int(),
    version: z.int(),
    digest: z.string(),
    authorId: z.string().nullable(),
    savedAt: instant,
    frozenAt: instant.nullable(),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'DocumentLine' });

/**
 * One event of a stream, with its place in the chain. `by`: who did it, in which office of which body on that day; of what a spot
 * check told a branch, who decided it there, with the `reason` of an overturned pass.
 */
export const timelineLineDto = z
  .object({
    sequence: z.int(),
    hash: z.string(),
    type: z.string(),
    title: z.string(),
    titleEn: z.string(),
    actor: z.string().nullable(),
    office: z.string().nullable(),
    by: z
      .object({ name: z.string(), title: z.string(), titleEn: z.string(), body: z.string().nullable() })
      .meta({ id: 'Doer' })
      .nullable(),
    reason: z.string().nullable(),
    provenance: z.string(),
    happenedAt: z.string().nullable(),
    recordedAt: instant,
    writtenAt: instant,
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineLine' });

/** The record of one run or register entry: how many events it has, and when the last was recorded. */
export const streamLineDto = z
  .object({
    kind: z.enum(STREAM_KINDS),
    organisationId: z.string().nullable(),
    branchId: z.string().nullable(),
    year: z.int().nullable(),
    no: z.int().nullable(),
    events: z.int(),
    lastAt: instant,
    stream: z.string(),
  })
  .meta({ id: 'StreamLine' });

/** A dated obligation with its light and its ladder. */
export const deadlineLineDto = z
  .object({
    id: z.string(),
    runId: z.string(),
    kind: z.enum(DEADLINE_KINDS),
    body: z.string(),
    year: z.int(),
    organisationId: z.string(),
    branchId: z.string().nullable(),
    generation: z.int(),
    openedAt: instant,
    remindByDate: z.string().nullable(),
    dueDate: z.string().nullable(),
    light: lightDto,
    metAt: instant.nullable(),
    metHow: z.string().nullable(),
    voidedAt: instant.nullable(),
    rungs: z.array(
      z.object({
        rung: z.string(),
        at: instant.nullable(),
        skipped: z.boolean(),
        firedAt: instant.nullable(),
        missed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DeadlineLine' });

/** Fields of a line of the problem register. */
export const problemFields = {
  id: z.string(),
  branchId: z.string(),
  openedYear: z.int(),
  version: z.int(),
  dimension: z.string(),
  indicator: z.string().nullable(),
  source: z.string(),
  description: z.string(),
  mandatory: z.boolean(),
  measure: z.string().nullable(),
  ownerId: z.string().nullable(),
  dueDate: z.string().nullable(),
  state: z.enum(PROBLEM_STATES),
  raisedBecause: z.string().nullable(),
  verifierId: z.string().nullable(),
  closedAt: instant.nullable(),
  /** Of its owner's date; null before it has one. */
  light: lightDto.nullable(),
  allowedActions: z.array(z.string()),
};
