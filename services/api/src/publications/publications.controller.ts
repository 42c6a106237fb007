import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CampaignEvent } from '@app/domain';
import { countBeforePublication, PublicationEntity, publicationList } from '@app/persistence';
import { Command, Read, Speaking } from '../edge/decorators';
import { yearListDto, type YearListQuery } from '../edge/lists.dto';
import { RunCommands } from '../process/run-commands';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  nextPublicationDto,
  type NextPublicationQuery,
  nextPublicationQueryDto,
  openedPublicationDto,
  type OpenPublication,
  openPublicationDto,
  publicationPageDto,
} from './publications.dto';

type Opened = Extract<CampaignEvent, { readonly type: 'publication-opened' }>['payload'];

/** 公示: the notice period before recognition, of a frozen population (苏委工〔2020〕6号 三.4). */
@Controller('publications')
export class PublicationsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readPublications', publicationPageDto)
  async list(@Query({ schema: yearListDto }) query: YearListQuery, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const where = { campaignId, ...(query.year !== undefined && { year: query.year }) };
    const order = { openedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.dataSource.manager.find(PublicationEntity, { where, order });
    const items = rows.map(({ id, year, openedAt, endsOn, recognised }) => ({
      ...{ id, year, openedAt, endsOn, recognised: Boolean(recognised) },
    }));
    return { items, nextCursor: null };
  }

  @Get('next')
  @Read('readPublications', nextPublicationDto)
  async next(@Query({ schema: nextPublicationQueryDto }) query: NextPublicationQuery, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    assertSeesWhole(speaker, campaignId);
    const { manager } = this.dataSource;
    const no = (await manager.countBy(PublicationEntity, { campaignId })) + 1;
    const { year } = query;
    const list = await publicationList(manager, { campaignId, year, no });
    return { ...list, waiting: await countBeforePublication(manager, { campaignId, year }) };
  }

  @Post()
  @Command('openPublication', openedPublicationDto, 201)
  async open(
    @Body({ schema: openPublicationDto }) { year, digest, ...stated }: OpenPublication,
    @Speaking() speaker: Speaker,
  ) {
    const id = campaignOf(speaker, undefined);
    const input = { year, digest };
    const run = await this.commands.onRun(speaker, { kind: 'campaign', id, name: 'openPublication', input, stated });
    const { publicationId, endsOn } = await this.commands.made<Opened>(speaker, run.workflowId, 'publication-opened');
    return { run, publicationId, endsOn };
  }
}
