import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Command, idSchema, Speaking } from '../http/decorators';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { civilDate, spokenFields } from '../http/spoken.dto';

const recordDto = z
  .strictObject({
    publicationId: idSchema,
    documentNumber: z.string().trim().min(1).max(80),
    decidedOn: civilDate,
    ...spokenFields,
  })
  .meta({ id: 'RecordRecognition' });

@Controller('recognitions')
export class RecognitionsController {
  constructor(private readonly commands: RunCommands) {}

  @Post()
  @Command('recordRecognition', runAnswerDto, 201)
  record(
    @Body({ schema: recordDto }) { publicationId, documentNumber, decidedOn, ...stated }: z.infer<typeof recordDto>,
    @Speaking() speaker: Speaker,
  ) {
    const id = speaker.identity.campaignId ?? '';
    const input = { publicationId, documentNumber, decidedOn };
    return this.commands.onRun(speaker, { table: 'campaigns', id, name: 'recordRecognition', input, stated });
  }
}
