import { Body, Controller, Get, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { dispositionList, programmeOf, RoundEntity } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { handOverDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { spokenFields } from '../http/spoken.dto';

const openDto = z.strictObject({ year: z.int(), ...spokenFields }).meta({ id: 'OpenRound' });
const closeDto = handOverDto.extend({ documentNumber: z.string().trim().min(1).max(80) }).meta({ id: 'CloseRound' });

/** A year of the campaign: opened, and closed by a decision that lists every branch once (苏委工〔2020〕6号 二). */
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readRounds', z.any())
  async list(@Speaking() speaker: Speaker) {
    const campaignId = speaker.identity.campaignId ?? '';
    const programme = await programmeOf(this.dataSource.manager, campaignId);
    const rounds = await this.dataSource.manager.find(RoundEntity, { where: { campaignId }, order: { year: 'ASC' } });
    const items = rounds.map(({ id, year, status, openedAt, closedAt, figures, documentNumber }) => ({
      id,
      year,
      status,
      openedAt,
      closedAt,
      figures,
      documentNumber,
      name: programme.rounds.find((round) => round.year === year)?.name ?? '',
      assessBy: programme.deadlines.find((d) => d.kind === 'assessment' && d.year === year)?.dueDate ?? '',
    }));
    return { items, nextCursor: null };
  }

  @Get(':id/dispositions')
  @Read('readRounds', z.any())
  async dispositions(@Id() id: string, @Speaking() speaker: Speaker) {
    const { campaignId, year } = await this.round(id);
    speaker.officeFor({ campaignId });
    return dispositionList(this.dataSource.manager, { campaignId, year });
  }

  @Post()
  @Command('openRound', runAnswerDto, 201)
  open(@Body({ schema: openDto }) { year, ...stated }: z.infer<typeof openDto>, @Speaking() speaker: Speaker) {
    const id = speaker.identity.campaignId ?? '';
    return this.commands.onRun(speaker, { table: 'campaigns', id, name: 'openRound', input: { year }, stated });
  }

  @Post(':id/close')
  @Command('closeRound', runAnswerDto)
  async close(
    @Id() id: string,
    @Body({ schema: closeDto }) { digest, documentNumber, ...stated }: z.infer<typeof closeDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { campaignId, year } = await this.round(id);
    return this.commands.onRun(speaker, {
      table: 'campaigns',
      id: campaignId,
      name: 'closeRound',
      input: { year, digest, documentNumber },
      stated,
    });
  }

  private async round(id: string): Promise<RoundEntity> {
    const round = await this.dataSource.manager.findOneBy(RoundEntity, { id });
    if (!round) throw new DomainError('not-found', '没有这个年度', { pointer: '/path/id' });
    return round;
  }
}
