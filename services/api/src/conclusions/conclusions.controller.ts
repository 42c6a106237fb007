import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conclusionList } from '@app/persistence';
import { Places } from '../process/places';
import { Command, Read, Speaking } from '../edge/decorators';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import {
  conclusionListDto,
  type ConclusionsQuery,
  conclusionsQueryDto,
  type SubmitConclusions,
  submitConclusionsDto,
} from './conclusions.dto';

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
  async next(
    @Query({ schema: conclusionsQueryDto }) { organisationRunId: runId }: ConclusionsQuery,
    @Speaking() speaker: Speaker,
  ) {
    const pointer = '/query/organisationRunId';
    const { organisationId, year, state, place } = await this.places.run('organisation-run', runId, pointer);
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
