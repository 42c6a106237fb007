import { z } from 'zod';
import { STREAM_KINDS } from '@app/domain';
import { idSchema } from '../edge/decorators';
import { listFields, streamLineDto, yearQuery } from '../edge/lists.dto';
import { namesDto, pageFields, pageOf } from '../edge/paging';

/** Streams are listed kind by kind; `q` is a code's beginning or a part of a name. */
export const streamsQueryDto = z.strictObject({
  ...listFields,
  kind: z.enum(STREAM_KINDS).default('branch-run'),
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
  branchId: idSchema.optional(),
  q: z.string().max(100).optional(),
});

export const streamPageDto = pageOf(streamLineDto, 'StreamPage');

/** One of them by itself. */
export const streamDto = streamLineDto.extend({ names: namesDto }).meta({ id: 'Stream' });

/** The newest event first with `order=newest`. */
export const streamTimelineQueryDto = z.strictObject({
  ...pageFields,
  order: z.enum(['oldest', 'newest']).default('oldest'),
});

/** `branch:<campaign>:<branch>:<year>` and the like. */
export const streamName = z.string().min(3).max(120);
