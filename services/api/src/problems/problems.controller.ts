import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import type { Speaker } from '../edge/speaker';
import {
  type AnswerProblem,
  answerProblemDto,
  type CloseProblem,
  closeProblemDto,
  enteredProblemsDto,
  type ImportProblems,
  importProblemsDto,
  type PlanProblem,
  planProblemDto,
  problemAnswerDto,
  type ProblemEntry,
  problemEntryDto,
  problemPageDto,
  type ProblemsQuery,
  problemsQueryDto,
  type RaiseProblem,
  raiseProblemDto,
  type SendBackProblem,
  sendBackProblemDto,
} from './problems.dto';
import { Problems } from './problems.service';

/** 问题台账: every line from entry to 销号, closed by another person than its owner (苏委工〔2020〕6号 三.3). */
@Controller('problems')
export class ProblemsController {
  constructor(private readonly problems: Problems) {}

  @Get()
  @Read('readProblems', problemPageDto)
  list(@Query({ schema: problemsQueryDto }) query: ProblemsQuery, @Speaking() speaker: Speaker) {
    return this.problems.list(speaker, query);
  }

  @Post()
  @Command('enterProblem', enteredProblemsDto, 201)
  enter(@Body({ schema: problemEntryDto }) line: ProblemEntry, @Speaking() speaker: Speaker) {
    return this.problems.enter(speaker, { lines: [line], source: 'self', pointer: () => '' });
  }

  @Post('import')
  @Command('importProblems', enteredProblemsDto)
  import(@Body({ schema: importProblemsDto }) { items }: ImportProblems, @Speaking() speaker: Speaker) {
    return this.problems.enter(speaker, { lines: items, source: 'check-up', pointer: (at) => `/items/${at}` });
  }

  @Post(':id/plan')
  @Command('planProblem', problemAnswerDto)
  plan(@Id() id: string, @Body({ schema: planProblemDto }) body: PlanProblem, @Speaking() speaker: Speaker) {
    return this.problems.keep(speaker, id, () => ({ kind: 'plan', ...body }));
  }

  @Post(':id/close')
  @Command('closeProblem', problemAnswerDto)
  close(@Id() id: string, @Body({ schema: closeProblemDto }) body: CloseProblem, @Speaking() speaker: Speaker) {
    const verifierId = speaker.identity.actor;
    return this.problems.keep(speaker, id, (closedAt) => ({ kind: 'close', verifierId, closedAt, ...body }));
  }

  @Post(':id/send-back')
  @Command('sendBackProblem', problemAnswerDto)
  sendBack(
    @Id() id: string,
    @Body({ schema: sendBackProblemDto }) body: SendBackProblem,
    @Speaking() speaker: Speaker,
  ) {
    const verifierId = speaker.identity.actor;
    return this.problems.keep(speaker, id, () => ({ kind: 'send-back', verifierId, ...body }));
  }

  @Post(':id/raise')
  @Command('raiseProblem', problemAnswerDto)
  raise(@Id() id: string, @Body({ schema: raiseProblemDto }) body: RaiseProblem, @Speaking() speaker: Speaker) {
    return this.problems.keep(speaker, id, () => ({ kind: 'raise', ...body }));
  }

  @Post(':id/answer')
  @Command('answerProblem', problemAnswerDto)
  answer(@Id() id: string, @Body({ schema: answerProblemDto }) body: AnswerProblem, @Speaking() speaker: Speaker) {
    return this.problems.keep(speaker, id, () => ({ kind: 'answer', ...body }));
  }
}
