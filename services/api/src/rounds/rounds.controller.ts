import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/domain';
import { dispositionList, programmeOf, RoundEntity } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { yearListDto, type YearListQuery } from '../edge/lists.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  type CloseRound,
  closeRoundDto,
  dispositionListDto,
  type OpenRound,
  openRoundDto,
  roundPageDto,
} from './rounds.dto';

/** A year of the campaign: opened, and closed by a decision that lists every branch once (苏委工〔2020〕6号 二). */
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readRounds', roundPageDto)
  async list(@Query({ schema: yearListDto }) query: YearListQuery, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { manager } = this.dataSource;
    const programme = await programmeOf(manager, campaignId);
    const where = { campaignId, ...(query.year !== undefined && { year: query.year }) };
    const rounds = await manager.find(RoundEntity, { where, order: { year: 'ASC' } });
    const items = rounds.map(({ id, year, status, openedAt, closedAt, figures, documentNumber }) => ({
      id,
      year,
      name: programme.rounds.find((round) => round.year === year)?.name ?? '',
      status,
      assessBy: programme.deadlines.find((d) => d.kind === 'assessment' && d.year === year)?.dueDate ?? '',
      openedAt,
      closedAt,
      documentNumber,
      figures,
    }));
    return { items, nextCursor: null };
  }

  @Get(':id/dispositions')
  @Read('readRounds', dispositionListDto)
  async dispositions(@Id() id: string, @Speaking() speaker: Speaker) {
    const { campaignId, year } = await this.round(id);
    assertSeesWhole(speaker, campaignId);
    return dispositionList(this.dataSource.manager, { campaignId, year });
  }

  @Post()
  @Command('openRound', runAnswerDto, 201)
  open(@Body({ schema: openRoundDto }) { year, ...stated }: OpenRound, @Speaking() speaker: Speaker) {
    const id = campaignOf(speaker, undefined);
    return this.commands.onRun(speaker, { kind: 'campaign', id, name: 'openRound', input: { year }, stated });
  }

  @Post(':id/close')
  @Command('closeRound', runAnswerDto)
  close(
    @Id() id: string,
    @Body({ schema: closeRoundDto }) { digest, documentNumber, ...stated }: CloseRound,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onRun(speaker, async () => {
      const { campaignId, year } = await this.round(id);
      const input = { year, digest, documentNumber };
      return { kind: 'campaign', id: campaignId, name: 'closeRound', input, stated };
    });
  }

  private async round(id: string): Promise<RoundEntity> {
    const round = await this.dataSource.manager.findOneBy(RoundEntity, { id });
    if (!round) throw new DomainError('not-found', '没有这个年度', { pointer: '/path/id' });
    return round;
  }
}
