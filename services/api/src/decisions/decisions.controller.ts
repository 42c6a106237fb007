import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { DomainError } from '@app/domain';
import { listDecisions, PersonEntity } from '@app/persistence';
import { batchAnswerDto } from '../process/batch';
import { Command, Read, Speaking } from '../edge/decorators';
import { Listing } from '../edge/listing';
import { runAnswerDto } from '../process/run-answer.dto';
import { Places } from '../process/places';
import { RunCommands } from '../process/run-commands';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  decisionPageDto,
  type DecisionsQuery,
  decisionsQueryDto,
  type RecordDecision,
  recordDecisionDto,
  type RecordDecisions,
  recordDecisionsDto,
} from './decisions.dto';

/** 党组（党委）研究确定: number and date of the paper, lines struck, members who stood back (苏委工〔2020〕6号 三.4). */
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readDecisions', decisionPageDto)
  list(@Query({ schema: decisionsQueryDto }) query: DecisionsQuery, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, year, organisationRunId } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const asked = { campaignId, year, organisationRunId, scope: scopeOf(speaker, campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listDecisions(m, { ...asked, page }));
  }

  @Post()
  @Command('recordDecision', runAnswerDto, 201)
  record(@Body({ schema: recordDecisionDto }) body: RecordDecision, @Speaking() speaker: Speaker) {
    return this.recordOne(speaker, body);
  }

  @Post('record')
  @Command('recordDecision', batchAnswerDto)
  recordAll(@Body({ schema: recordDecisionsDto }) { items }: RecordDecisions, @Speaking() speaker: Speaker) {
    const idOf = ({ organisationRunId }: RecordDecision) => organisationRunId;
    return this.commands.inBatch(speaker, { items, idOf, work: (speaking, body) => this.recordOne(speaking, body) });
  }

  private recordOne(speaker: Speaker, body: RecordDecision) {
    const { organisationRunId: id, digest, number, decidedOn, struck, recusals, ...stated } = body;
    const pointer = '/organisationRunId';
    return this.commands.onRun(speaker, async () => {
      const { campaignId } = await this.places.run('organisation-run', id, pointer);
      await this.assertOnRoster(campaignId, recusals);
      const input = { digest, number, decidedOn, struck, recusals };
      return { kind: 'organisation-run', id, name: 'recordDecision', input, stated, pointer };
    });
  }

  private async assertOnRoster(campaignId: string, recusals: readonly string[]): Promise<void> {
    const known = await this.dataSource.manager.findBy(PersonEntity, { campaignId, id: In(recusals) });
    const ids = new Set(known.map(({ id }) => id));
    const errors = recusals.flatMap((person, at) =>
      ids.has(person) ? [] : [{ pointer: `/recusals/${at}`, code: 'unknown-person', message: '名册中没有此人' }],
    );
    if (errors.length > 0) throw new DomainError('invalid-input', '回避人员中有名册上没有的人', { errors });
  }
}
