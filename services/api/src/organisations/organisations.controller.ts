import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listOrganisations } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { asOfQuery, listFields, searchQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject({ ...listFields, q: searchQuery.optional(), asOf: asOfQuery.optional() });
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      areaId: z.string(),
      parentId: z.string().nullable(),
      unitName: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    })
    .meta({ id: 'OrganisationLine' }),
  'OrganisationPage',
);

/** The organisations of the roster within the asker's scope. */
@Controller('organisations')
export class OrganisationsController {
  @Get()
  @Read('readOrganisations', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, q, asOf } = query;
    const asked = { campaignId, scope: scopeOf(speaker, campaignId), q, asOf };
    return new Listing({ limit, cursor }, (m, page) => listOrganisations(m, { ...asked, page }));
  }
}
