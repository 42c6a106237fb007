import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listGrants } from '@app/persistence';
import { BODY_KINDS } from '@app/domain';
import { Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject(listFields);
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

/** Who holds which office, and held it. */
@Controller('grants')
export class GrantsController {
  @Get()
  @Read('readGrants', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    speaker.officeFor({ campaignId });
    const { limit, cursor = null } = query;
    return new Listing({ limit, cursor }, (m, page) => listGrants(m, { campaignId, page }));
  }
}
