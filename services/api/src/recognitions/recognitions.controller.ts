import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { RecognitionEntity } from '@app/persistence';
import { Command, idSchema, Read, Speaking } from '../edge/decorators';
import { listFields } from '../edge/lists.dto';
import { pageOf } from '../edge/paging';
import { campaignOf } from '../edge/scope';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import { civilDate, instant, attributionFields } from '../edge/attribution.dto';

const recordDto = z
  .strictObject({
    publicationId: idSchema,
    documentNumber: z.string().trim().min(1).max(80),
    decidedOn: civilDate,
    ...attributionFields,
  })
  .meta({ id: 'RecordRecognition' });

const queryDto = z.strictObject(listFields);
const recognitionDto = z
  .object({
    id: z.string(),
    publicationId: z.string(),
    documentNumber: z.string(),
    decidedOn: civilDate,
    branches: z.int(),
    warnings: z.array(z.string()),
    recordedAt: instant,
  })
  .meta({ id: 'Recognition' });
const pageDto = pageOf(recognitionDto, 'RecognitionPage');

/** 集中认定: batches of the committee, each from one published list (苏委工〔2020〕6号 三.4). */
@Controller('recognitions')
export class RecognitionsController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readRecognitions', pageDto)
  async list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const order = { recordedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.dataSource.manager.find(RecognitionEntity, { where: { campaignId }, order });
    const items = rows.map(({ id, publicationId, documentNumber, decidedOn, branches, warnings, recordedAt }) => ({
      ...{ id, publicationId, documentNumber, decidedOn, branches, warnings, recordedAt },
    }));
    return { items, nextCursor: null };
  }

  @Post()
  @Command('recordRecognition', runAnswerDto, 201)
  record(
    @Body({ schema: recordDto }) { publicationId, documentNumber, decidedOn, ...stated }: z.infer<typeof recordDto>,
    @Speaking() speaker: Speaker,
  ) {
    const id = campaignOf(speaker, undefined);
    const input = { publicationId, documentNumber, decidedOn };
    return this.commands.onRun(speaker, { kind: 'campaign', id, name: 'recordRecognition', input, stated });
  }
}
