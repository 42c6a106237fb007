import { z } from 'zod';
import { PROBLEM_STATES } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { lightDto, listFields, problemFields, yearQuery } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { civilDate } from '../edge/attribution.dto';

export const problemEntryDto = z
  .strictObject({
    branchId: idSchema,
    dimension: z.string().max(8),
    indicator: z.string().max(12).nullable().default(null),
    description: z.string().trim().min(1).max(2000),
    mandatory: z.boolean().default(false),
  })
  .meta({ id: 'EnterProblem' });

export type ProblemEntry = z.infer<typeof problemEntryDto>;

/** Findings of last year's check-up, entered as one: one wrong line, and none is stored. */
export const importProblemsDto = z
  .strictObject({ items: z.array(problemEntryDto).min(1).max(200) })
  .meta({ id: 'ImportProblems' });

export type ImportProblems = z.infer<typeof importProblemsDto>;

export const planProblemDto = z
  .strictObject({ measure: z.string().trim().min(1).max(2000), ownerId: idSchema, dueDate: civilDate })
  .meta({ id: 'PlanProblem' });

export type PlanProblem = z.infer<typeof planProblemDto>;

export const closeProblemDto = z
  .strictObject({ remark: z.string().trim().max(2000).default('') })
  .meta({ id: 'CloseProblem' });

export type CloseProblem = z.infer<typeof closeProblemDto>;

export const sendBackProblemDto = z
  .strictObject({ remark: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SendBackProblem' });

export type SendBackProblem = z.infer<typeof sendBackProblemDto>;

export const raiseProblemDto = z
  .strictObject({ reason: z.string().trim().min(1).max(2000) })
  .meta({ id: 'RaiseProblem' });

export type RaiseProblem = z.infer<typeof raiseProblemDto>;

export const answerProblemDto = z
  .strictObject({ answer: z.string().trim().min(1).max(2000) })
  .meta({ id: 'AnswerProblem' });

export type AnswerProblem = z.infer<typeof answerProblemDto>;

export const enteredProblemsDto = z.object({ ids: z.array(z.string()) }).meta({ id: 'EnteredProblems' });

export const problemAnswerDto = z
  .object({ id: z.string(), state: z.string(), version: z.int(), allowedActions: z.array(z.string()) })
  .meta({ id: 'ProblemAnswer' });

export const problemsQueryDto = z.strictObject({
  ...listFields,
  openedYear: yearQuery.optional(),
  branchId: idSchema.optional(),
  organisationId: idSchema.optional(),
  state: z.enum(PROBLEM_STATES).optional(),
  mandatory: z.enum(['true', 'false']).optional(),
  light: lightDto.optional(),
});

export type ProblemsQuery = z.infer<typeof problemsQueryDto>;

export const problemPageDto = pageOf(
  z
    .object({ ...problemFields, branchCode: z.string(), branchName: z.string(), organisationId: z.string() })
    .meta({ id: 'RegisterLine' }),
  'ProblemPage',
);
