import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listLateEntries } from '@app/persistence';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { deadlineLineDto, listFields, yearQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
});

/** 补录: all dates met by an entry that came later than what it tells of. */
@Controller('late-entries')
export class LateEntriesController {
  constructor(private readonly time: ProgrammeTime) {}

  @Get()
  @Read('readLateEntries', pageOf(deadlineLineDto, 'LateEntryPage'))
  async list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, campaignId: named, year, organisationId } = query;
    const campaignId = campaignOf(speaker, named);
    const filter = { campaignId, year, organisationId };
    const asked = { filter, scope: scopeOf(speaker, campaignId), now: await this.time.now(campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listLateEntries(m, { ...asked, page }));
  }
}
