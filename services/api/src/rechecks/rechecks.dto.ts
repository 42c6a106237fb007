import { z } from 'zod';
import { VERDICTS } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { listFields, scoreDto } from '../edge/lists.dto';
import { namesDto, pageOf } from '../edge/paging';
import { handOverDto, remarksDto } from '../process/remarks.dto';
import { instant } from '../edge/attribution.dto';

export const rechecksQueryDto = z.strictObject({
  ...listFields,
  spotCheckId: idSchema.optional(),
  branchRunId: idSchema.optional(),
});

/**
 * A drawn branch and its recheck. `proposedAt`: it was found that the pass does not hold, and `reasonId` (read with the
 * remarks) says why; the pass stands, and `verdict` is null, until a second person has confirmed it.
 */
export const recheckLineDto = z
  .object({
    id: z.string(),
    spotCheckId: z.string(),
    spotCheckNo: z.int(),
    year: z.int(),
    branchId: z.string(),
    branchRunId: z.string(),
    branchCode: z.string(),
    stratum: z.string(),
    rank: z.int(),
    hmac: z.string(),
    drawnBy: z.string(),
    documentId: z.string().nullable(),
    verdict: z.enum(VERDICTS).nullable(),
    score: scoreDto.nullable(),
    recheckerId: z.string().nullable(),
    confirmerId: z.string().nullable(),
    proposedAt: instant.nullable(),
    reasonId: z.string().nullable(),
    concludedAt: instant.nullable(),
    allowedActions: z.array(z.string()),
    /** Why the speaker, whose office rechecks, may not recheck this branch. */
    bar: z.enum(['own-branch', 'same-person']).nullable(),
  })
  .meta({ id: 'Recheck' });

export const recheckPageDto = pageOf(recheckLineDto, 'RecheckPage');

/** One of them by itself. */
export const recheckDto = recheckLineDto.extend({ names: namesDto }).meta({ id: 'NamedRecheck' });

/** The result of a recheck; a pass that is not upheld needs a reason, and then a second person. */
export const concludeDto = handOverDto
  .extend({ verdict: z.enum(VERDICTS), reason: z.string().trim().min(1, '须写明理由').max(2000).optional() })
  .meta({ id: 'ConcludeRecheck' });

/** Remarks on the sheet that was read, by its digest. */
export const returnDto = remarksDto.extend({ digest: handOverDto.shape.digest }).meta({ id: 'ReturnRecheck' });
