import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listRefusals } from '@app/persistence';
import { Read, Speaking } from '../http/decorators';
import { listFields } from '../http/lists.dto';
import { Listing } from '../http/listing';
import { pageOf } from '../http/paging';
import { campaignOf } from '../http/scope';
import type { Speaker } from '../http/speaker';
import { instant } from '../http/spoken.dto';

const queryDto = z.strictObject(listFields);
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      /** Nobody's where a run told news to one that is closed. */
      actor: z.string().nullable(),
      command: z.string(),
      subjectId: z.string().nullable(),
      code: z.string(),
      recordedAt: instant,
    })
    .meta({ id: 'RefusalLine' }),
  'RefusalPage',
);

/** Every command that was refused: who asked, and why not. */
@Controller('refusals')
export class RefusalsController {
  @Get()
  @Read('readRefusals', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    speaker.officeFor({ campaignId });
    const { limit, cursor = null } = query;
    return new Listing({ limit, cursor }, (m, page) => listRefusals(m, { campaignId, page }));
  }
}
