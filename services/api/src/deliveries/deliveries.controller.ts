import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DELIVERY_STATES, TRY_OUTCOMES } from '@app/domain';
import { listDeliveries } from '@app/persistence';
import { instant } from '../edge/attribution.dto';
import { Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject({ ...listFields, state: z.enum(DELIVERY_STATES).optional() });

const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      personId: z.string(),
      notices: z.int(),
      state: z.enum(DELIVERY_STATES),
      madeAt: instant,
      tries: z.int(),
      lastTriedAt: instant.nullable(),
      lastOutcome: z.enum(TRY_OUTCOMES).nullable(),
      lastAnswer: z.string().nullable(),
      nextTryAt: instant.nullable(),
    })
    .meta({ id: 'DeliveryLine', description: 'one mail, how often it was tried and what the other side said last' }),
  'DeliveryPage',
);

/** What has left the building, and what could not and why. The addresses are their owners' own. */
@Controller('deliveries')
export class DeliveriesController {
  @Get()
  @Read('readDeliveries', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    assertSeesWhole(speaker, campaignId);
    const { limit, cursor = null, state } = query;
    return new Listing({ limit, cursor }, (m, page) => listDeliveries(m, { campaignId, page, state }));
  }
}
