import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { instantOf, msOf } from '@app/domain';
import { listAccountSessions } from '@app/persistence';
import { Clock } from '@app/platform';
import { instant } from '../edge/attribution.dto';
import { Read, Speaking } from '../edge/decorators';
import { listFields, searchQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import { IDLE_MS } from '../edge/sessions';
import type { Speaker } from '../edge/speaker';

const queryDto = z.strictObject({
  ...listFields,
  q: searchQuery.optional(),
  signedIn: z
    .enum(['true', 'false'])
    .transform((is) => is === 'true')
    .optional(),
});
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      login: z.string(),
      personId: z.string().nullable(),
      sample: z.boolean(),
      openSessions: z.int(),
      lastSeenAt: instant.nullable(),
    })
    .meta({ id: 'AccountLine' }),
  'AccountPage',
);

/** The accounts of a campaign's people, and which of them are signed in. */
@Controller('accounts')
export class AccountsController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Read('readAccounts', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    assertSeesWhole(speaker, campaignId);
    const { limit, cursor = null, q, signedIn } = query;
    const openSince = instantOf(msOf(this.clock.now()) - IDLE_MS);
    return new Listing({ limit, cursor }, (m, page) =>
      listAccountSessions(m, { campaignId, page, q, signedIn, openSince }),
    );
  }
}
