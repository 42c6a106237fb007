import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listAreas } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject(listFields);
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    })
    .meta({ id: 'AreaLine' }),
  'AreaPage',
);

/** The areas of the roster that hold something of the asker's scope. */
@Controller('areas')
export class AreasController {
  @Get()
  @Read('readOrganisations', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const asked = { campaignId, scope: scopeOf(speaker, campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listAreas(m, { ...asked, page }));
  }
}
