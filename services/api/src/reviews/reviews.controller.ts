import { Body, Controller, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { openingDto, type VersionsQuery, versionsQueryDto } from '../process/documents.dto';
import { type OpenSheet, openSheetDto } from '../process/sheet.dto';
import { type HandOver, handOverDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import {
  type ConfirmReview,
  confirmReviewDto,
  type ReviewBody,
  reviewBodyDto,
  reviewDto,
  reviewVersionsDto,
} from './reviews.dto';

const KINDS = ['review'] as const;

/** 复查: the year of consolidation looks at what was attained (苏委工〔2020〕6号 二). */
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
  ) {}

  @Get(':id')
  @Read('readReview', reviewDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, KINDS);
  }

  @Get(':id/versions')
  @Read('readReview', reviewVersionsDto)
  versions(@Id() id: string, @Query({ schema: versionsQueryDto }) query: VersionsQuery, @Speaking() speaker: Speaker) {
    return this.documents.versions(speaker, id, { kinds: KINDS, query });
  }

  @Put(':id')
  @Command('saveReview', reviewDto)
  save(
    @Id() id: string,
    @Body({ schema: reviewBodyDto }) body: ReviewBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.save(speaker, id, { kinds: KINDS, body, ifMatch });
  }

  @Post(':id/open')
  @Command('openReview', openingDto)
  open(
    @Id() id: string,
    @Body({ schema: openSheetDto }) { digest, confirmed }: OpenSheet,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.open(speaker, id, { kinds: KINDS, digest, confirmed });
  }

  @Post(':id/submit')
  @Command('submitReview', runAnswerDto)
  submit(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.handOver(speaker, { id, kinds: KINDS, name: 'submitReview', stated }, { digest });
  }

  @Post(':id/return')
  @Command('returnReview', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.returnDocument(speaker, { id, kinds: KINDS, name: 'returnReview', stated }, lines);
  }

  @Post(':id/confirm')
  @Command('confirmReview', runAnswerDto)
  confirm(
    @Id() id: string,
    @Body({ schema: confirmReviewDto }) { result, ...stated }: ConfirmReview,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onDocument(speaker, { id, kinds: KINDS, name: 'confirmReview', stated }, { result });
  }
}
