import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { listDecisions } from '@app/persistence';
import { batchAnswerDto } from '../http/batch';
import { Command, Read, Speaking } from '../http/decorators';
import { Listing } from '../http/listing';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import { campaignOf, scopeOf } from '../http/scope';
import type { Speaker } from '../http/speaker';
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
  constructor(private readonly commands: RunCommands) {}

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
    const { organisationRunId: id, number, decidedOn, struck, recusals, ...stated } = body;
    return this.commands.onRun(speaker, {
      table: 'organisation_runs',
      id,
      name: 'recordDecision',
      input: { number, decidedOn, struck, recusals },
      stated,
      pointer: '/organisationRunId',
    });
  }
}
