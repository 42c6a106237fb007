import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { listLateEntries } from '@app/persistence';
import { idSchema, Read, Speaking } from '../http/decorators';
import { deadlineLineDto, listFields, yearQuery } from '../http/lists.dto';
import { pageOf } from '../http/paging';
import { ProgrammeTime } from '../http/programme-time';
import { campaignOf, scopeOf } from '../http/scope';
import type { Speaker } from '../http/speaker';

const queryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
});

/** 补录: all dates met by an entry that came later than what it tells of. */
@Controller('late-entries')
export class LateEntriesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: ProgrammeTime,
  ) {}

  @Get()
  @Read('readLateEntries', pageOf(deadlineLineDto, 'LateEntryPage'))
  async list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, campaignId: named, year, organisationId } = query;
    const campaignId = campaignOf(speaker, named);
    return listLateEntries(this.dataSource.manager, {
      filter: { campaignId, year, organisationId },
      scope: scopeOf(speaker, campaignId),
      page: { limit, cursor },
      now: await this.time.now(campaignId),
    });
  }
}
