import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CampaignEvent, DomainError, type PublicationList } from '@app/domain';
import { countBeforePublication, DocumentEntity, PublicationEntity, publicationList } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { yearListDto, type YearListQuery } from '../edge/lists.dto';
import { RunCommands } from '../process/run-commands';
import { assertSeesWhole, campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  nextPublicationDto,
  type NextPublicationQuery,
  nextPublicationQueryDto,
  openedPublicationDto,
  type OpenPublication,
  openPublicationDto,
  publicationPageDto,
  publishedListDto,
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
    return { items: rows.map(toPublication), nextCursor: null };
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

  @Get(':id')
  @Read('readPublications', publishedListDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(PublicationEntity, { id });
    if (!row) throw new DomainError('not-found', '没有这份公示名单', { pointer: '/path/id' });
    const { campaignId } = row;
    speaker.officeFor({ campaignId });
    const { body } = await manager.findOneByOrFail(DocumentEntity, { id: row.documentId });
    const seesAll = scopeOf(speaker, campaignId).kind === 'all';
    const lines = (body as PublicationList).branches.map(({ branchId, runId }) => ({
      ...{ branchId, runId: seesAll ? runId : null },
    }));
    return { ...toPublication(row), lines };
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

function toPublication({ id, year, branches, openedAt, endsOn, recognised }: PublicationEntity) {
  return { id, year, branches, openedAt, endsOn, recognised: Boolean(recognised) };
}
