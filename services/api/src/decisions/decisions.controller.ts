import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, struckPointer } from '@app/domain';
import { listDecisions, personsOfOrganisation } from '@app/persistence';
import { batchAnswerDto } from '../process/batch';
import { Documents } from '../process/documents';
import { Command, Read, Speaking } from '../edge/decorators';
import { Listing } from '../edge/listing';
import { runAnswerDto } from '../process/run-answer.dto';
import { type FoundRun, Places } from '../process/places';
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
    private readonly documents: Documents,
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
    const { organisationRunId: id, digest, number, decidedOn, recusals, struck, ...stated } = body;
    const pointer = '/organisationRunId';
    return this.commands.onRun(speaker, async () => {
      const run = await this.places.run('organisation-run', id, pointer);
      await this.assertOfOrganisation(run.organisationId ?? '', recusals);
      const input = { digest, number, decidedOn, recusals, ...(await this.strike(speaker, run, struck)) };
      return { kind: 'organisation-run', id, name: 'recordDecision', input, stated, pointer };
    });
  }

  /** Whom the party group struck, and why, kept like remarks: a message carries no words of theirs. */
  private async strike(speaker: Speaker, run: FoundRun, lines: RecordDecision['struck']) {
    const struck = lines.map(({ branchId }) => branchId);
    if (lines.length === 0) return { struck };
    const reasons = lines.map(({ reason }, at) => ({ pointer: struckPointer(at), text: reason }));
    const returned = () => Promise.resolve({ struck });
    const { remarksId, digest } = await this.documents.remark(speaker, run, { lines: reasons, returned });
    return { struck, reasonId: remarksId, reasonDigest: digest };
  }

  /** Back stands who sits there: a party group decides on branches of its own, by members who are of the organisation. */
  private async assertOfOrganisation(organisationId: string, recusals: readonly string[]): Promise<void> {
    const known = await personsOfOrganisation(this.dataSource.manager, organisationId, recusals);
    const message = '名册上此人不属于该机关党组织';
    const errors = recusals.flatMap((person, at) =>
      known.has(person) ? [] : [{ pointer: `/recusals/${at}`, code: 'unknown-person', message }],
    );
    if (errors.length > 0) throw new DomainError('invalid-input', '回避人员须是该机关党组织的人', { errors });
  }
}
