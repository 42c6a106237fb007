import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ConclusionList, DomainError } from '@app/domain';
import { conclusionList, DocumentEntity } from '@app/persistence';
import { Places } from '../process/places';
import { Command, Read, Speaking } from '../edge/decorators';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import {
  conclusionListDto,
  type ConclusionsQuery,
  conclusionsQueryDto,
  nextConclusionsDto,
  type SubmitConclusions,
  submitConclusionsDto,
} from './conclusions.dto';

const RUN = '/query/organisationRunId';

/** The list of conclusions, generated from the branches' sheets, is laid before the party group (苏委工〔2020〕6号 三.4). */
@Controller('conclusions')
export class ConclusionsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readConclusions', conclusionListDto)
  async laid(@Query({ schema: conclusionsQueryDto }) query: ConclusionsQuery, @Speaking() speaker: Speaker) {
    const { state, place } = await this.places.run('organisation-run', query.organisationRunId, RUN);
    speaker.officeFor(place);
    const list = await this.dataSource.manager.findOneBy(DocumentEntity, { id: state.listId ?? '' });
    if (!list) throw new DomainError('not-found', '尚未报送结论名单', { pointer: RUN });
    const { id: documentId, digest, no, body } = list;
    return { documentId, digest, no, body: body as ConclusionList };
  }

  @Get('next')
  @Read('readConclusions', nextConclusionsDto)
  async next(
    @Query({ schema: conclusionsQueryDto }) { organisationRunId: runId }: ConclusionsQuery,
    @Speaking() speaker: Speaker,
  ) {
    const { organisationId, year, state, place } = await this.places.run('organisation-run', runId, RUN);
    speaker.officeFor(place);
    const { listNo } = state;
    const run = { runId, organisationId: organisationId ?? '', year: year ?? 0, listNo };
    return conclusionList(this.dataSource.manager, run);
  }

  @Post('submit')
  @Command('submitConclusions', runAnswerDto)
  submit(
    @Body({ schema: submitConclusionsDto }) { organisationRunId: id, digest, ...stated }: SubmitConclusions,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onRun(speaker, {
      kind: 'organisation-run',
      id,
      name: 'submitConclusions',
      input: { digest },
      stated,
      pointer: '/organisationRunId',
    });
  }
}
