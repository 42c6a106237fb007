import { z } from 'zod';
import { DEADLINE_KINDS, SLIP_ENDS, SLIP_STATES } from '@app/domain';
import { civilDate, instant } from '../edge/attribution.dto';
import { idSchema } from '../edge/decorators';
import { lightDto, listFields, yearQuery } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';

const text = z.string().trim().min(1).max(2000);
const colourDto = z.enum(['blue', 'yellow', 'red']);

export const issueSlipDto = z
  .strictObject({ documentNumber: z.string().trim().min(1).max(80).nullable().default(null) })
  .meta({ id: 'IssueSlip' });

export type IssueSlip = z.infer<typeof issueSlipDto>;

export const slipReasonDto = z.strictObject({ reason: text }).meta({ id: 'SlipReason' });

export type SlipReason = z.infer<typeof slipReasonDto>;

export const receiveSlipDto = z.strictObject({ receivedOn: civilDate }).meta({ id: 'ReceiveSlip' });

export type ReceiveSlip = z.infer<typeof receiveSlipDto>;

export const answerSlipDto = z.strictObject({ answer: text }).meta({ id: 'AnswerSlip' });

export type AnswerSlip = z.infer<typeof answerSlipDto>;

export const slipsQueryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
  runId: idSchema.optional(),
  colour: colourDto.optional(),
  state: z.enum(SLIP_STATES).optional(),
});

export type SlipsQuery = z.infer<typeof slipsQueryDto>;

const slipLineDto = z.object({
  id: z.string(),
  version: z.int(),
  serialYear: z.int().nullable(),
  serial: z.int().nullable(),
  documentNumber: z.string().nullable(),
  deadlineId: z.string(),
  runId: z.string(),
  year: z.int(),
  kind: z.enum(DEADLINE_KINDS),
  organisationId: z.string(),
  branchId: z.string().nullable(),
  commander: z.enum(['organisation', 'committee']),
  rung: z.string(),
  colour: z.string(),
  state: z.enum(SLIP_STATES),
  dueDate: z.string().nullable(),
  light: lightDto,
  lines: z.array(z.string()),
  draftedAt: instant,
  issuedAt: instant.nullable(),
  issuedBy: z.string().nullable(),
  answerDate: z.string().nullable(),
  receivedOn: z.string().nullable(),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  closedAt: instant.nullable(),
  ended: z.enum(SLIP_ENDS).nullable(),
  endedBecause: z.string().nullable(),
  allowedActions: z.array(z.string()),
});

export const slipPageDto = pageOf(slipLineDto.meta({ id: 'SlipLine' }), 'SlipPage');

export const slipDto = slipLineDto.extend({ names: namesDto }).meta({ id: 'Slip' });

export const slipAnswerDto = z
  .object({ id: z.string(), state: z.enum(SLIP_STATES), version: z.int(), serial: z.int().nullable() })
  .meta({ id: 'SlipAnswer' });
