import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DEADLINE_KINDS } from '@app/domain';
import { listDeadlines } from '@app/persistence';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { deadlineLineDto, lightDto, listFields, yearQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
  areaId: idSchema.optional(),
  of: z.enum(['organisation', 'branch']).optional(),
  kind: z.enum(DEADLINE_KINDS).optional(),
  light: lightDto.optional(),
  open: z.enum(['true', 'false']).optional(),
});

/** Every dated obligation with its light at the campaign's time. */
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly time: ProgrammeTime) {}

  @Get()
  @Read('readDeadlines', pageOf(deadlineLineDto, 'DeadlinePage'))
  async list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, campaignId: named, format: _format, open, ...narrowed } = query;
    const campaignId = campaignOf(speaker, named);
    const filter = { ...narrowed, campaignId, open: open === 'true' };
    const asked = { filter, scope: scopeOf(speaker, campaignId), now: await this.time.now(campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listDeadlines(m, { ...asked, page }));
  }
}
