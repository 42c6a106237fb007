import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { documentDto } from '../process/documents.dto';
import { assertSeesWhole } from '../edge/scope';
import type { Speaker } from '../edge/speaker';

const LISTS = ['conclusion-list', 'filing-list', 'publication-list', 'disposition-list'] as const;

const keptListDto = documentDto(z.record(z.string(), z.unknown()), 'KeptList');

/** Generated lists as they were kept when a hand-over named their digest; those of the whole campaign for who sees the whole. */
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get(':id')
  @Read('readConclusions', keptListDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const { run } = await this.documents.find(id, LISTS);
    if (run.kind === 'campaign') assertSeesWhole(speaker, run.campaignId);
    return this.documents.read(speaker, id, LISTS);
  }
}
