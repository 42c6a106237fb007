import { Body, Controller, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { type VersionsQuery, versionsQueryDto } from '../process/documents.dto';
import { type HandOver, handOverDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import { organisationPlanDto, organisationPlanVersionsDto, type PlanBody, planBodyDto } from './organisation-plans.dto';

const KINDS = ['organisation-plan'] as const;

/** An organisation's plan of the year: targets, responsible persons, internal dates (苏委工〔2020〕6号 三.2). */
@Controller('organisation-plans')
export class OrganisationPlansController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
  ) {}

  @Get(':id')
  @Read('readOrganisationPlan', organisationPlanDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, KINDS);
  }

  @Get(':id/versions')
  @Read('readOrganisationPlan', organisationPlanVersionsDto)
  versions(@Id() id: string, @Query({ schema: versionsQueryDto }) query: VersionsQuery, @Speaking() speaker: Speaker) {
    return this.documents.versions(speaker, id, { kinds: KINDS, query });
  }

  @Put(':id')
  @Command('saveOrganisationPlan', organisationPlanDto)
  save(
    @Id() id: string,
    @Body({ schema: planBodyDto }) body: PlanBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Speaking() speaker: Speaker,
  ) {
    return this.documents.save(speaker, id, { kinds: KINDS, body, ifMatch });
  }

  @Post(':id/submit')
  @Command('submitOrganisationPlan', runAnswerDto)
  submit(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.handOver(speaker, { id, kinds: KINDS, name: 'submitOrganisationPlan', stated }, { digest });
  }

  @Post(':id/return')
  @Command('returnOrganisationPlan', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.returnDocument(speaker, { id, kinds: KINDS, name: 'returnOrganisationPlan', stated }, lines);
  }
}
