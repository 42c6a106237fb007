import { Body, Controller, Get, Post } from '@nestjs/common';
import { batchAnswerDto } from '../process/batch';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { type HandOver, handOverDto, type Plain, plainDto, type RemarksBody, remarksDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import { type ApprovePlans, approvePlansDto, branchPlanDto } from './branch-plans.dto';

const KINDS = ['branch-plan'] as const;

/** 一支部一清单一方案: the plan is the problem register with measures, owners, dates (苏委工〔2020〕6号 三.2, 三.3). */
@Controller('branch-plans')
export class BranchPlansController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
  ) {}

  @Get(':id')
  @Read('readBranchPlan', branchPlanDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, KINDS);
  }

  @Post('approve')
  @Command('approveBranchPlan', batchAnswerDto)
  approveAll(@Body({ schema: approvePlansDto }) { items }: ApprovePlans, @Speaking() speaker: Speaker) {
    return this.commands.inBatch(speaker, {
      items,
      idOf: ({ id }) => id,
      work: (speaking, { id, ...stated }) =>
        this.commands.onDocument(speaking, { id, kinds: KINDS, name: 'approveBranchPlan', stated }),
    });
  }

  @Post(':id/submit')
  @Command('submitBranchPlan', runAnswerDto)
  submit(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.handOver(speaker, { id, kinds: KINDS, name: 'submitBranchPlan', stated }, { digest });
  }

  @Post(':id/return')
  @Command('returnBranchPlan', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: remarksDto }) { lines, ...stated }: RemarksBody,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.returnDocument(speaker, { id, kinds: KINDS, name: 'returnBranchPlan', stated }, lines);
  }

  @Post(':id/approve')
  @Command('approveBranchPlan', runAnswerDto)
  approve(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onDocument(speaker, { id, kinds: KINDS, name: 'approveBranchPlan', stated });
  }
}
