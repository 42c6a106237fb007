import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { RecheckEntity } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { Places } from '../http/places';
import { handOverDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';

const concludeDto = handOverDto.extend({ verdict: z.enum(['upheld', 'overturned']) }).meta({ id: 'ConcludeRecheck' });

@Controller('rechecks')
export class RechecksController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readRechecks', z.any())
  async list(@Query('spotCheckId') spotCheckId: string) {
    const items = await this.dataSource.query<unknown[]>(
      `SELECT k.id, k.spot_check_id AS spotCheckId, b.code AS branchCode, k.document_id AS documentId, k.verdict
         FROM rechecks k JOIN branches b ON b.id = k.branch_id WHERE k.spot_check_id = ? ORDER BY b.code`,
      [spotCheckId],
    );
    return { items, nextCursor: null };
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
