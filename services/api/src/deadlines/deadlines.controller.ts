import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DEADLINE_KINDS, SLIP_STATES } from '@app/domain';
import { listDeadlines, newestSlips } from '@app/persistence';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { deadlineLineDto, lightDto, listFields, yearQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf, scopeOf, slipSightOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { instant } from '../edge/attribution.dto';

const queryDto = z.strictObject({
  ...listFields,
  year: yearQuery.optional(),
  organisationId: idSchema.optional(),
  areaId: idSchema.optional(),
  of: z.enum(['organisation', 'branch']).optional(),
  kind: z.enum(DEADLINE_KINDS).optional(),
  light: lightDto.optional(),
  open: z.enum(['true', 'false']).optional(),
});

/** With the newest slip about it that the reader may see. */
const pageDto = pageOf(
  deadlineLineDto
    .extend({
      slip: z
        .object({ colour: z.string(), state: z.enum(SLIP_STATES), draftedAt: instant })
        .meta({ id: 'SlipMark' })
        .nullable(),
    })
    .meta({ id: 'SupervisedDeadline' }),
  'DeadlinePage',
);

/** Every dated obligation with its light at the campaign's time. */
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly time: ProgrammeTime) {}

  @Get()
  @Read('readDeadlines', pageDto)
  async list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, campaignId: named, format: _format, fields: _fields, open, ...narrowed } = query;
    const campaignId = campaignOf(speaker, named);
    const filter = { ...narrowed, campaignId, open: open === undefined ? undefined : open === 'true' };
    const asked = { filter, scope: scopeOf(speaker, campaignId), now: await this.time.now(campaignId) };
    const sight = slipSightOf(speaker, campaignId);
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listDeadlines(m, { ...asked, page });
      const slips = await newestSlips(m, { ids: items.map(({ id }) => id), sight });
      return { items: items.map((line) => ({ ...line, slip: slips.get(line.id) ?? null })), nextCursor };
    });
  }
}
