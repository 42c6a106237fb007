import { z } from 'zod';
import { CHECKS, VERIFICATION_STATES } from '@app/domain';
import { instant } from '../edge/attribution.dto';
import { idSchema } from '../edge/decorators';
import { listFields, streamLineDto } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';

export const verificationsQueryDto = z.strictObject(listFields);

/** Which campaign's record; the speaker's own where none is named. */
export const beginVerificationDto = z
  .strictObject({ campaignId: idSchema.optional() })
  .meta({ id: 'BeginVerification' });

/** A verification: `events` are those to check, null until they are counted; `faults` those found, null until it ends. */
export const verificationLineDto = z
  .object({
    startedAt: instant,
    endedAt: instant.nullable(),
    state: z.enum(VERIFICATION_STATES),
    faults: z.int().nullable(),
    events: z.int().nullable(),
    eventsChecked: z.int(),
    streamsChecked: z.int(),
    way: z.enum(['console', 'command-line']),
    startedBy: z.string().nullable(),
    id: z.string(),
  })
  .meta({ id: 'VerificationLine' });

export const verificationPageDto = pageOf(verificationLineDto, 'VerificationPage');

/** With each check and how much it looked at, and the faults in the order of the record, each with what its stream is of. */
export const verificationDto = verificationLineDto
  .extend({
    checks: z.array(z.object({ name: z.enum(CHECKS), count: z.int() })),
    found: z.array(
      z
        .object({
          check: z.enum(CHECKS),
          stream: z.string(),
          sequence: z.int().nullable(),
          date: z.string().nullable(),
          message: z.string(),
          of: streamLineDto.nullable(),
        })
        .meta({ id: 'RecordFault' }),
    ),
    allowedActions: z.array(z.string()),
    names: namesDto,
  })
  .meta({ id: 'Verification' });

export const verificationRefDto = z.object({ id: z.string() }).meta({ id: 'VerificationRef' });
