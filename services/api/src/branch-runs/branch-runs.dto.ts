import { z } from 'zod';
import {
  BRANCH_RUN_MODES,
  BRANCH_STEPS,
  DISPOSITIONS,
  OUTCOMES,
  PHASES,
  REVIEW_RESULTS,
  SURVEY_CLASSES,
  TARGETS,
  VERDICTS,
} from '@app/domain';
import { BRANCH_RUN_SORTS, COUNTED } from '@app/persistence';
import { idSchema } from '../edge/decorators';
import {
  awaitedDto,
  carriedPassDto,
  documentLineDto,
  lightDto,
  listFields,
  problemFields,
  runLineFields,
  scoreDto,
  searchQuery,
  yearQuery,
} from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { roleDto } from '../process/run-answer.dto';
import { instant } from '../edge/attribution.dto';

const modeDto = z.enum(BRANCH_RUN_MODES);
const dispositionDto = z.enum(DISPOSITIONS);

/** What a list of branch runs can be narrowed and ordered by; `counted` with `year`. */
export const branchRunsQueryDto = z
  .strictObject({
    ...listFields,
    year: yearQuery.optional(),
    organisationId: idSchema.optional(),
    areaId: idSchema.optional(),
    branchId: idSchema.optional(),
    phase: z.enum(PHASES).optional(),
    step: z.enum(BRANCH_STEPS).optional(),
    mode: modeDto.optional(),
    target: z.enum(TARGETS).optional(),
    result: z.enum(OUTCOMES).optional(),
    disposition: dispositionDto.optional(),
    counted: z.enum(COUNTED).optional(),
    light: lightDto.optional(),
    waitingOn: roleDto.optional(),
    /** `others`: what waits for an office that the asker does not hold. */
    waits: z.enum(['others']).optional(),
    q: searchQuery.optional(),
    sort: z.enum(BRANCH_RUN_SORTS).default('code'),
  })
  .refine(({ year, counted }) => year !== undefined || counted === undefined, {
    path: ['year'],
    error: '按计数口径筛选须写明年度',
    params: { code: 'invalid-type' },
  });

export type BranchRunsQuery = z.infer<typeof branchRunsQueryDto>;

const lineFields = {
  ...runLineFields,
  branchId: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  mode: modeDto,
  phase: z.enum(PHASES),
  step: z.enum(BRANCH_STEPS),
  target: z.enum(TARGETS).nullable(),
  early: z.boolean(),
  surveyClass: z.enum(SURVEY_CLASSES).nullable(),
  attempt: z.int(),
  selfScore: scoreDto.nullable(),
  superiorScore: scoreDto.nullable(),
  /** The pass of an earlier round that it goes on with, while the year itself gave it no score. */
  carriedPass: carriedPassDto.nullable(),
  result: z.enum(OUTCOMES).nullable(),
  review: z.enum(REVIEW_RESULTS).nullable(),
  recheck: z.enum(['not-drawn', ...VERDICTS]).nullable(),
  recognisedAt: instant.nullable(),
  disposition: dispositionDto.nullable(),
};

export const branchRunPageDto = pageOf(z.object(lineFields).meta({ id: 'BranchRunLine' }), 'BranchRunPage');

/** A branch's year, its newest document of each kind, and what the speaker may do next. */
export const branchRunDto = z
  .object({
    ...lineFields,
    problems: z.int(),
    ballotBoxId: z.string().nullable(),
    /** Its ballot is counted; whoever applies again holds no other. */
    isBalloted: z.boolean(),
    recheckId: z.string().nullable(),
    documents: z.array(documentLineDto),
    assessors: z.array(z.string()),
    warnings: z.array(z.string()),
    concludedAt: instant.nullable(),
    registeredAt: instant.nullable(),
    struck: z.boolean(),
    names: namesDto,
    allowedActions: z.array(z.string()),
    /** Of these, what is taken by now only as a late entry (补录). */
    lateEntryActions: z.array(z.string()),
  })
  .meta({ id: 'BranchRun' });

/** Why it stands here, since when, who must act, what happens next and when. */
export const explanationDto = z
  .object({
    campaign: z.string(),
    branch: z.object({ code: z.string(), name: z.string(), organisation: z.string() }),
    year: z.int(),
    workflowId: z.string(),
    phase: z.enum(PHASES),
    step: z.enum(BRANCH_STEPS),
    since: instant,
    light: lightDto.nullable(),
    because: z.object({ type: z.string(), title: z.string(), titleEn: z.string(), recordedAt: instant }).nullable(),
    /** `persons` may act now; `isBarred`: the office is held, and the separation of persons keeps all its holders away. */
    waitingOn: z
      .object({ role: roleDto, body: z.string(), persons: z.array(z.string()), isBarred: z.boolean() })
      .nullable(),
    /** Since when a second person is asked whether the pass falls; null for whom that is not told yet. */
    overturnProposedAt: instant.nullable(),
    nextNeededOn: z.string().nullable(),
    awaited: awaitedDto.nullable(),
    /** Of a branch that failed: it may apply again in this round until this day. */
    appliesUntil: z.string().nullable(),
    gaps: z.array(z.object({ indicator: z.string(), name: z.string() })),
    next: z.object({ deadlineId: z.string(), kind: z.string(), rung: z.string(), at: instant }).nullable(),
    deadlines: z.array(
      z.object({
        kind: z.string(),
        dueDate: z.string().nullable(),
        light: lightDto,
        waitingForNotice: z.array(z.string()),
      }),
    ),
    now: instant,
  })
  .meta({ id: 'BranchExplanation' });

/** Each gate as it stands; one that is not satisfied and refuses stops the step, others warn. */
export const readinessDto = z
  .object({
    gates: z.array(
      z.object({
        gate: z.string(),
        mark: z.enum(['D', 'P']),
        clause: z.string().nullable(),
        refuses: z.boolean(),
        satisfied: z.boolean(),
        numbers: z.record(z.string(), z.number()),
        message: z.string(),
        messageEn: z.string(),
      }),
    ),
    missing: z.array(z.string()),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'BranchReadiness' });

export const problemLineDto = z.object(problemFields).meta({ id: 'ProblemLine' });
