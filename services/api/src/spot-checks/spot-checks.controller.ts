import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { SpotCheckEntity } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { type Plain, plainDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { spokenFields } from '../http/spoken.dto';

const orderDto = z.strictObject({ year: z.int(), ...spokenFields }).meta({ id: 'OrderSpotCheck' });

@Controller('spot-checks')
export class SpotChecksController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readSpotChecks', z.any())
  async list(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const campaignId = speaker.identity.campaignId ?? '';
    const where = { campaignId, ...(year && { year: Number(year) }) };
    const rows = await this.dataSource.manager.find(SpotCheckEntity, { where, order: { no: 'ASC' } });
    return {
      items: rows.map(({ id, year: y, no, step, since }) => ({ id, year: y, no, step, since })),
      nextCursor: null,
    };
  }

  @Post()
  @Command('orderSpotCheck', runAnswerDto, 201)
  order(@Body({ schema: orderDto }) { year, ...stated }: z.infer<typeof orderDto>, @Speaking() speaker: Speaker) {
    const id = speaker.identity.campaignId ?? '';
    return this.commands.onRun(speaker, { table: 'campaigns', id, name: 'orderSpotCheck', input: { year }, stated });
  }

  @Post(':id/freeze')
  @Command('freezeSpotCheck', runAnswerDto)
  freeze(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { table: 'spot_checks', id, name: 'freezeSpotCheck', input: {}, stated });
  }

  @Post(':id/reveal')
  @Command('revealSpotCheck', runAnswerDto)
  reveal(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { table: 'spot_checks', id, name: 'revealSpotCheck', input: {}, stated });
  }
}
