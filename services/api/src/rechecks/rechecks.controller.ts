import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, VERDICTS } from '@app/domain';
import { listRechecks, RecheckEntity } from '@app/persistence';
import { Command, Id, idSchema, Read, Speaking } from '../http/decorators';
import { listFields } from '../http/lists.dto';
import { Listing } from '../http/listing';
import { pageOf } from '../http/paging';
import { Places } from '../http/places';
import { handOverDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import { campaignOf, scopeOf } from '../http/scope';
import type { Speaker } from '../http/speaker';
import { instant } from '../http/spoken.dto';

const rechecksQueryDto = z.strictObject({ ...listFields, spotCheckId: idSchema.optional() });
const recheckPageDto = pageOf(
  z
    .object({
      id: z.string(),
      spotCheckId: z.string(),
      branchId: z.string(),
      branchRunId: z.string(),
      branchCode: z.string(),
      stratum: z.string(),
      rank: z.int(),
      hmac: z.string(),
      drawnBy: z.string(),
      documentId: z.string().nullable(),
      verdict: z.enum(VERDICTS).nullable(),
      score: z.int().nullable(),
      concludedAt: instant.nullable(),
    })
    .meta({ id: 'Recheck' }),
  'RecheckPage',
);
const concludeDto = handOverDto.extend({ verdict: z.enum(VERDICTS) }).meta({ id: 'ConcludeRecheck' });

/** The rechecks of drawn branches (苏委工〔2020〕6号 三.4, 五.2). */
@Controller('rechecks')
export class RechecksController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readRechecks', recheckPageDto)
  async list(
    @Query({ schema: rechecksQueryDto }) query: z.infer<typeof rechecksQueryDto>,
    @Speaking() speaker: Speaker,
  ) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, spotCheckId } = query;
    const scope = scopeOf(speaker, campaignId);
    const asked = { campaignId, spotCheckId, scope };
    return new Listing({ limit, cursor }, (m, page) => listRechecks(m, { ...asked, page }));
  }

  @Post(':id/conclude')
  @Command('concludeRecheck', runAnswerDto)
  async conclude(
    @Id() id: string,
    @Body({ schema: concludeDto }) { digest, verdict, ...stated }: z.infer<typeof concludeDto>,
    @Speaking() speaker: Speaker,
  ) {
    const recheck = await this.dataSource.manager.findOneBy(RecheckEntity, { id });
    if (!recheck) throw new DomainError('not-found', '没有这项复核', { pointer: '/path/id' });
    return this.commands.onRun(speaker, {
      table: 'spot_checks',
      id: recheck.spotCheckId,
      name: 'concludeRecheck',
      input: { recheckId: id, documentId: recheck.documentId, digest, verdict },
      stated,
      place: (await this.places.branch(recheck.branchId)).place,
    });
  }
}
