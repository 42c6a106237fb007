import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import type { Speaker } from '../edge/speaker';
import {
  type AnswerSlip,
  answerSlipDto,
  type IssueSlip,
  issueSlipDto,
  type ReceiveSlip,
  receiveSlipDto,
  slipAnswerDto,
  slipDto,
  slipPageDto,
  type SlipReason,
  slipReasonDto,
  type SlipsQuery,
  slipsQueryDto,
} from './slips.dto';
import { Slips } from './slips.service';

/** 督办单: drafted by the keeper, issued by the officer who commands, signed for and answered by who owes; doing the work closes them. */
@Controller('slips')
export class SlipsController {
  constructor(private readonly slips: Slips) {}

  @Get()
  @Read('readSlips', slipPageDto)
  list(@Query({ schema: slipsQueryDto }) query: SlipsQuery, @Speaking() speaker: Speaker) {
    return this.slips.list(speaker, query);
  }

  @Get(':id')
  @Read('readSlips', slipDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.slips.read(speaker, id);
  }

  @Post(':id/issue')
  @Command('issueSlip', slipAnswerDto)
  issue(@Id() id: string, @Body({ schema: issueSlipDto }) body: IssueSlip, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'issue', ...body });
  }

  @Post(':id/withdraw')
  @Command('withdrawSlip', slipAnswerDto)
  withdraw(@Id() id: string, @Body({ schema: slipReasonDto }) body: SlipReason, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'withdraw', ...body });
  }

  @Post(':id/discard')
  @Command('discardSlip', slipAnswerDto)
  discard(@Id() id: string, @Body({ schema: slipReasonDto }) body: SlipReason, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'discard', ...body });
  }

  @Post(':id/receive')
  @Command('receiveSlip', slipAnswerDto)
  receive(@Id() id: string, @Body({ schema: receiveSlipDto }) body: ReceiveSlip, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'receive', ...body });
  }

  @Post(':id/answer')
  @Command('answerSlip', slipAnswerDto)
  answer(@Id() id: string, @Body({ schema: answerSlipDto }) body: AnswerSlip, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'answer', ...body });
  }

  @Post(':id/close')
  @Command('closeSlip', slipAnswerDto)
  close(@Id() id: string, @Body({ schema: slipReasonDto }) body: SlipReason, @Speaking() speaker: Speaker) {
    return this.slips.keep(speaker, id, { kind: 'close', ...body });
  }
}
