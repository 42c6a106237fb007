import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/domain';
import { Places } from '../process/places';
import { FilingEntity, filingList, listFilings } from '@app/persistence';
import { batchAnswerDto } from '../process/batch';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Listing } from '../edge/listing';
import { type Plain, plainDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import type { Stated } from '../edge/attribution.dto';
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
    const { organisationId, year, state, place } = await this.places.run('organisation-run', runId, RUN);
    speaker.officeFor(place);
    const { listNo } = state;
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
    return this.commands.inBatch(speaker, { items, idOf, work: (speaking, body) => this.sendOne(speaking, body) });
  }

  @Post('register')
  @Command('registerFiling', batchAnswerDto)
  registerAll(@Body({ schema: registerFilingsDto }) { items }: RegisterFilings, @Speaking() speaker: Speaker) {
    return this.commands.inBatch(speaker, {
      items,
      idOf: ({ id }) => id,
      work: (speaking, { id, ...stated }) => this.registerOne(speaking, id, stated),
    });
  }

  @Post(':id/register')
  @Command('registerFiling', runAnswerDto)
  register(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.registerOne(speaker, id, stated);
  }

  @Post(':id/return')
  @Command('returnFiling', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    const find = () => this.runOf(id);
    const input = { filingId: id };
    const on = { kind: 'organisation-run', find, name: 'returnFiling', input, paper: 'filing-list', stated } as const;
    return this.commands.returnRun(speaker, on, lines);
  }

  private sendOne(speaker: Speaker, { organisationRunId: id, digest, ...stated }: SendFiling) {
    return this.commands.onRun(speaker, {
      kind: 'organisation-run',
      id,
      name: 'sendFiling',
      input: { digest },
      stated,
      pointer: '/organisationRunId',
    });
  }

  private registerOne(speaker: Speaker, filingId: string, stated: Stated) {
    return this.commands.onRun(speaker, async () => ({
      kind: 'organisation-run',
      id: await this.runOf(filingId),
      name: 'registerFiling',
      input: { filingId },
      stated,
    }));
  }

  private async runOf(filingId: string): Promise<string> {
    const filing = await this.dataSource.manager.findOneBy(FilingEntity, { id: filingId });
    if (!filing) throw new DomainError('not-found', '没有这份备案', { pointer: '/path/id' });
    return filing.organisationRunId;
  }
}
