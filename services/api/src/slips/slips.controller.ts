import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DEADLINE_KINDS } from '@app/domain';
import { listSlips } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { instant } from '../edge/attribution.dto';

const stateDto = z.enum(['draft', 'closed']);
const queryDto = z.strictObject({ ...listFields, state: stateDto.optional() });
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      deadlineId: z.string(),
      runId: z.string(),
      kind: z.enum(DEADLINE_KINDS),
      organisationId: z.string(),
      branchId: z.string().nullable(),
      rung: z.string(),
      colour: z.string(),
      state: stateDto,
      lines: z.array(z.string()),
      draftedAt: instant,
      closedAt: instant.nullable(),
    })
    .meta({ id: 'Slip' }),
  'SlipPage',
);

/** 督办单 as drafted by the keeper; doing the work closes them. */
@Controller('slips')
export class SlipsController {
  @Get()
  @Read('readSlips', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, state } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const asked = { campaignId, state, scope: scopeOf(speaker, campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listSlips(m, { ...asked, page }));
  }
}
