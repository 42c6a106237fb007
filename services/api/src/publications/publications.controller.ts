import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { PublicationEntity, publicationList } from '@app/persistence';
import { Command, Read, Speaking } from '../http/decorators';
import { handOverDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';

const openDto = handOverDto.extend({ year: z.int() }).meta({ id: 'OpenPublication' });

/** 公示: the frozen list from which branches are recognised. */
@Controller('publications')
export class PublicationsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readPublications', z.any())
  async list(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const campaignId = speaker.identity.campaignId ?? '';
    const where = { campaignId, ...(year && { year: Number(year) }) };
    const rows = await this.dataSource.manager.find(PublicationEntity, { where, order: { openedAt: 'ASC' } });
    const items = rows.map((row) => ({
      id: row.id,
      year: row.year,
      openedAt: row.openedAt,
      endsOn: row.endsOn,
      recognised: Boolean(row.recognised),
    }));
    return { items, nextCursor: null };
  }

  @Get('next')
  @Read('readPublications', z.any())
  async next(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const campaignId = speaker.identity.campaignId ?? '';
    const { manager } = this.dataSource;
    const no = (await manager.countBy(PublicationEntity, { campaignId })) + 1;
    return publicationList(manager, { campaignId, year: Number(year), no });
  }

  @Post()
  @Command('openPublication', runAnswerDto, 201)
  open(@Body({ schema: openDto }) { year, digest, ...stated }: z.infer<typeof openDto>, @Speaking() speaker: Speaker) {
    const id = speaker.identity.campaignId ?? '';
    const input = { year, digest };
    return this.commands.onRun(speaker, { table: 'campaigns', id, name: 'openPublication', input, stated });
  }
}
