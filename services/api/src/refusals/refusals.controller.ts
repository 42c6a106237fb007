import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { listRefusals } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { CODE_MEANINGS, type CodeMeaning } from '../edge/status';
import { instant } from '../edge/attribution.dto';

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
      /** What the code says. */
      reason: z.string(),
      reasonEn: z.string(),
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
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listRefusals(m, { campaignId, page });
      return { items: items.map((line) => ({ ...line, ...reasonOf(line.code) })), nextCursor };
    });
  }
}

function reasonOf(code: string) {
  const { title = '', titleEn = '' } = (CODE_MEANINGS as Readonly<Record<string, CodeMeaning>>)[code] ?? {};
  return { reason: title, reasonEn: titleEn };
}
