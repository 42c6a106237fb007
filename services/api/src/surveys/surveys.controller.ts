import { Body, Controller, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { type VersionsQuery, versionsQueryDto } from '../process/documents.dto';
import { type HandOver, handOverDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import {
  type ConfirmSurvey,
  confirmSurveyDto,
  type OpenSurvey,
  openSurveyDto,
  type OpenSurveys,
  openSurveysDto,
  type SurveyBody,
  surveyBodyDto,
  surveyDto,
  surveyVersionsDto,
} from './surveys.dto';
import { batchAnswerDto } from '../process/batch';

const KINDS = ['survey'] as const;

/** 摸底调研 (苏委工〔2020〕6号 三.1). */
@Controller('surveys')
export class SurveysController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
  ) {}

  @Post()
  @Command('openSurvey', runAnswerDto, 201)
  open(@Body({ schema: openSurveyDto }) { branchRunId: id, ...stated }: OpenSurvey, @Speaking() speaker: Speaker) {
    return this.openOne(speaker, id, stated);
  }

  @Post('open')
  @Command('openSurvey', batchAnswerDto)
  openAll(@Body({ schema: openSurveysDto }) { items }: OpenSurveys, @Speaking() speaker: Speaker) {
    return this.commands.inBatch(speaker, {
      items,
      idOf: ({ branchRunId }) => branchRunId,
      work: (speaking, { branchRunId, ...stated }) => this.openOne(speaking, branchRunId, stated),
    });
  }

  @Get(':id')
  @Read('readSurvey', surveyDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, KINDS);
  }

  @Get(':id/versions')
  @Read('readSurvey', surveyVersionsDto)
  versions(@Id() id: string, @Query({ schema: versionsQueryDto }) query: VersionsQuery, @Speaking() speaker: Speaker) {
    return this.documents.versions(speaker, id, { kinds: KINDS, query });
  }

  @Put(':id')
  @Command('saveSurvey', surveyDto)
  save(
    @Id() id: string,
    @Body({ schema: surveyBodyDto }) body: SurveyBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.save(speaker, id, { kinds: KINDS, body, ifMatch });
  }

  @Post(':id/submit')
  @Command('submitSurvey', runAnswerDto)
  submit(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.handOver(speaker, { id, kinds: KINDS, name: 'submitSurvey', stated }, { digest });
  }

  @Post(':id/return')
  @Command('returnSurvey', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.returnDocument(speaker, { id, kinds: KINDS, name: 'returnSurvey', stated }, lines);
  }

  @Post(':id/confirm')
  @Command('confirmSurvey', runAnswerDto)
  confirm(
    @Id() id: string,
    @Body({ schema: confirmSurveyDto }) { surveyClass, ...stated }: ConfirmSurvey,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onDocument(speaker, { id, kinds: KINDS, name: 'confirmSurvey', stated }, { surveyClass });
  }

  private openOne(speaker: Speaker, id: string, stated: Omit<OpenSurvey, 'branchRunId'>) {
    return this.commands.onRun(speaker, {
      kind: 'branch-run',
      id,
      name: 'openSurvey',
      input: {},
      stated,
      pointer: '/branchRunId',
    });
  }
}
