import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { BODY_KINDS, ROLES } from '@app/domain';
import { allowedActions, type RunNow } from './allowed-actions';
import type { Speaker } from '../edge/speaker';
import { instant } from '../edge/attribution.dto';

/** The kind of an office. */
export const roleDto = z.enum(ROLES);

/** An office as an answer names it. */
export const officeRefDto = z
  .object({ role: roleDto, bodyKind: z.enum(BODY_KINDS), bodyId: z.string() })
  .meta({ id: 'OfficeRef' });

/** What every command of a process answers: where the run stands now and what the speaker may do next. */
export const runAnswerDto = z
  .object({
    id: z.string(),
    workflowId: z.string(),
    version: z.int(),
    step: z.string(),
    since: instant,
    waitingOn: officeRefDto.nullable(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'RunAnswer' });

export type RunAnswer = z.infer<typeof runAnswerDto>;

/** The white list of a run after a command. */
export async function toRunAnswer(m: EntityManager, speaker: Speaker, asked: RunNow): Promise<RunAnswer> {
  const { id, workflowId, version, step, since, state } = asked.run;
  const { waitingOn } = state;
  const actions = await allowedActions(m, speaker, asked);
  return { id, workflowId, version, step, since, waitingOn, allowedActions: actions };
}
