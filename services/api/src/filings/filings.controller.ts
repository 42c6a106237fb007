import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type OrganisationRunState } from '@app/domain';
import { Places } from '../http/places';
import { FilingEntity, filingList, listFilings } from '@app/persistence';
import { batchAnswerDto, inBatch } from '../http/batch';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { Listing } from '../http/listing';
import { type Plain, plainDto, type RemarksBody, remarksDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import { campaignOf, scopeOf } from '../http/scope';
import type { Speaker } from '../http/speaker';
import type { Stated } from '../http/spoken.dto';
import {
  filingPageDto,
  type FilingsQuery,
  filingsQueryDto,
  nextFilingDto,
  type NextFilingQuery,
  nextFilingQueryDto,
  type RegisterFilings,
  registerFilingsDto,
  type SendFiling,
  sendFilingDto,
  type SendFilings,
  sendFilingsDto,
} from './filings.dto';

const RUN = '/query/organisationRunId';

/** 报备: the result list goes to the committee, which registers it or returns it for form (苏委工〔2020〕6号 三.4). */
@Controller('filings')
export class FilingsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readFilings', filingPageDto)
  list(@Query({ schema: filingsQueryDto }) query: FilingsQuery, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, year, organisationRunId } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const registered = query.registered === undefined ? undefined : query.registered === 'true';
    const asked = { campaignId, year, organisationRunId, registered, scope: scopeOf(speaker, campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listFilings(m, { ...asked, page }));
  }

  @Get('next')
  @Read('readFilings', nextFilingDto)
  async next(
    @Query({ schema: nextFilingQueryDto }) { organisationRunId: runId }: NextFilingQuery,
    @Speaking() speaker: Speaker,
  ) {
    const { organisationId, year, state, place } = await this.places.run('organisation_runs', runId, RUN);
    speaker.officeFor(place);
    const { listNo } = state as OrganisationRunState;
    const run = { runId, organisationId: organisationId ?? '', year: year ?? 0, listNo };
    const list = await filingList(this.dataSource.manager, run);
    if (!list) throw new DomainError('not-found', '尚无可报备的决定', { pointer: RUN });
    return list;
  }

  @Post()
  @Command('sendFiling', runAnswerDto, 201)
  send(@Body({ schema: sendFilingDto }) body: SendFiling, @Speaking() speaker: Speaker) {
    return this.sendOne(speaker, body);
  }

  @Post('send')
  @Command('sendFiling', batchAnswerDto)
  sendAll(@Body({ schema: sendFilingsDto }) { items }: SendFilings, @Speaking() speaker: Speaker) {
    const idOf = ({ organisationRunId }: SendFiling) => organisationRunId;
    return inBatch(items, idOf, (body) => this.sendOne(speaker, body, idOf(body)));
  }

  @Post('register')
  @Command('registerFiling', batchAnswerDto)
  registerAll(@Body({ schema: registerFilingsDto }) { items }: RegisterFilings, @Speaking() speaker: Speaker) {
    return inBatch(
      items,
      ({ id }) => id,
      ({ id, ...stated }) => this.registerOne(speaker, id, stated, id),
    );
  }

  @Post(':id/register')
  @Command('registerFiling', runAnswerDto)
  register(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.registerOne(speaker, id, stated);
  }

  @Post(':id/return')
  @Command('returnFiling', runAnswerDto)
  async return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    const run = await this.runOf(id);
    return this.commands.returnRun(
      speaker,
      { table: 'organisation_runs', id: run, name: 'returnFiling', kind: 'filing-list', stated },
      lines,
    );
  }

  private sendOne(speaker: Speaker, { organisationRunId: id, digest, ...stated }: SendFiling, item?: string) {
    return this.commands.onRun(speaker, {
      table: 'organisation_runs',
      id,
      name: 'sendFiling',
      input: { digest },
      stated,
      pointer: '/organisationRunId',
      ...(item && { item }),
    });
  }

  private async registerOne(speaker: Speaker, filingId: string, stated: Stated, item?: string) {
    const id = await this.runOf(filingId);
    return this.commands.onRun(speaker, {
      table: 'organisation_runs',
      id,
      name: 'registerFiling',
      input: {},
      stated,
      ...(item && { item }),
    });
  }

  private async runOf(filingId: string): Promise<string> {
    const filing = await this.dataSource.manager.findOneBy(FilingEntity, { id: filingId });
    if (!filing) throw new DomainError('not-found', '没有这份备案', { pointer: '/path/id' });
    return filing.organisationRunId;
  }
}
