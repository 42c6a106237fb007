import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listGrants } from '@app/persistence';
import { BODY_KINDS } from '@app/domain';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { asOfQuery, listFields, searchQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

/** `organisationId`: the offices of that organisation and of its branches. */
const queryDto = z.strictObject({
  ...listFields,
  q: searchQuery.optional(),
  bodyKind: z.enum(BODY_KINDS).optional(),
  organisationId: idSchema.optional(),
  asOf: asOfQuery.optional(),
});
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      role: z.string(),
      bodyKind: z.enum(BODY_KINDS),
      bodyId: z.string(),
      personId: z.string(),
      personName: z.string(),
      deputyId: z.string().nullable(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    })
    .meta({ id: 'GrantLine' }),
  'GrantPage',
);

/** Who holds which office, and held it, within the asker's scope. */
@Controller('grants')
export class GrantsController {
  @Get()
  @Read('readGrants', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, q, bodyKind, organisationId, asOf } = query;
    const asked = { campaignId, scope: scopeOf(speaker, campaignId), q, bodyKind, organisationId, asOf };
    return new Listing({ limit, cursor }, (m, page) => listGrants(m, { ...asked, page }));
  }
}
