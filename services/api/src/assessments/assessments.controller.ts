import { Body, Controller, Get, Headers, Post, Put, Query } from '@nestjs/common';
import type { DocumentKind } from '@app/domain';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { openingDto, type VersionsQuery, versionsQueryDto } from '../process/documents.dto';
import { type OpenSheet, openSheetDto } from '../process/sheet.dto';
import { type HandOver, handOverDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import {
  assessmentDto,
  assessmentVersionsDto,
  type Countersign,
  countersignDto,
  type SheetBody,
  sheetBodyDto,
} from './assessments.dto';

const SELF: readonly DocumentKind[] = ['self-assessment'];
const SUPERIOR: readonly DocumentKind[] = ['superior-assessment'];
const ALL: readonly DocumentKind[] = [...SELF, ...SUPERIOR, 'recheck-assessment'];

/** 自评申报 and 对标评估 by two assessors (苏委工〔2020〕6号 三.4). */
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
  ) {}

  @Get(':id')
  @Read('readAssessment', assessmentDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, ALL);
  }

  @Get(':id/versions')
  @Read('readAssessment', assessmentVersionsDto)
  versions(@Id() id: string, @Query({ schema: versionsQueryDto }) query: VersionsQuery, @Speaking() speaker: Speaker) {
    return this.documents.versions(speaker, id, { kinds: ALL, query });
  }

  @Put(':id')
  @Command('saveAssessment', assessmentDto)
  save(
    @Id() id: string,
    @Body({ schema: sheetBodyDto }) body: SheetBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.save(speaker, id, { kinds: ALL, body, ifMatch });
  }

  @Post(':id/open')
  @Command('openAssessment', openingDto)
  open(
    @Id() id: string,
    @Body({ schema: openSheetDto }) { digest, confirmed }: OpenSheet,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.open(speaker, id, { kinds: ALL, digest, confirmed });
  }

  @Post(':id/submit')
  @Command('submitAssessment', runAnswerDto)
  submit(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.handOver(speaker, { id, kinds: SELF, name: 'submitAssessment', stated }, { digest });
  }

  @Post(':id/return')
  @Command('returnAssessment', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.returnDocument(speaker, { id, kinds: SELF, name: 'returnAssessment', stated }, lines);
  }

  @Post(':id/sign')
  @Command('signAssessment', runAnswerDto)
  sign(@Id() id: string, @Body({ schema: handOverDto }) { digest, ...stated }: HandOver, @Speaking() speaker: Speaker) {
    return this.commands.handOver(speaker, { id, kinds: SUPERIOR, name: 'signAssessment', stated }, { digest });
  }

  @Post(':id/countersign')
  @Command('countersignAssessment', runAnswerDto)
  countersign(
    @Id() id: string,
    @Body({ schema: countersignDto }) { digest, differences, ...stated }: Countersign,
    @Speaking() speaker: Speaker,
  ) {
    const on = { id, kinds: SUPERIOR, name: 'countersignAssessment', stated } as const;
    return this.commands.handOver(speaker, on, { digest, differences });
  }
}
