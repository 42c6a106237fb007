import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Id, Read, Speaking } from '../http/decorators';
import { Documents } from '../http/documents';
import { documentDto } from '../http/documents.dto';
import { assertSeesWhole } from '../http/scope';
import type { Speaker } from '../http/speaker';

const LISTS = ['conclusion-list', 'filing-list', 'publication-list', 'disposition-list'] as const;

const keptListDto = documentDto(z.record(z.string(), z.unknown()), 'KeptList');

/** Generated lists as they were kept when a hand-over named their digest; those of the whole campaign for who sees the whole. */
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get(':id')
  @Read('readConclusions', keptListDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const { table, run } = await this.documents.find(id, LISTS);
    if (table === 'campaigns') assertSeesWhole(speaker, run.campaignId);
    return this.documents.read(speaker, id, LISTS);
  }
}
