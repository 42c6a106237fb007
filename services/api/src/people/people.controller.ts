import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listPeople } from '@app/persistence';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { asOfQuery, listFields, searchQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

/** `branchId`: the members of that branch. */
const queryDto = z.strictObject({
  ...listFields,
  q: searchQuery.optional(),
  branchId: idSchema.optional(),
  asOf: asOfQuery.optional(),
});
const pageDto = pageOf(
  z.object({ id: z.string(), code: z.string(), name: z.string() }).meta({ id: 'PersonLine' }),
  'PersonPage',
);

/** The people of the roster within the asker's scope. */
@Controller('people')
export class PeopleController {
  @Get()
  @Read('readPeople', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, q, branchId, asOf } = query;
    const asked = { campaignId, scope: scopeOf(speaker, campaignId), q, branchId, asOf };
    return new Listing({ limit, cursor }, (m, page) => listPeople(m, { ...asked, page }));
  }
}
