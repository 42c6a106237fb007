import { Body, Controller, Post } from '@nestjs/common';
import { Command, Speaking } from '../http/decorators';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { type SubmitConclusions, submitConclusionsDto } from './conclusions.dto';

/** The list of conclusions, generated from the branches' sheets, is laid before the party group (苏委工〔2020〕6号 三.4). */
@Controller('conclusions')
export class ConclusionsController {
  constructor(private readonly commands: RunCommands) {}

  @Post('submit')
  @Command('submitConclusions', runAnswerDto)
  submit(
    @Body({ schema: submitConclusionsDto }) { organisationRunId: id, digest, ...stated }: SubmitConclusions,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onRun(speaker, {
      table: 'organisation_runs',
      id,
      name: 'submitConclusions',
      input: { digest },
      stated,
      pointer: '/organisationRunId',
    });
  }
}
