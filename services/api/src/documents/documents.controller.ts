import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Id, Read, Speaking } from '../http/decorators';
import { documentDto, Documents } from '../http/documents';
import type { Speaker } from '../http/speaker';

const LISTS = ['conclusion-list', 'filing-list', 'publication-list', 'disposition-list'] as const;

const keptListDto = documentDto(z.record(z.string(), z.unknown()), 'KeptList');

/** Generated lists as they were kept when a hand-over named their digest. */
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get(':id')
  @Read('readBranchRuns', keptListDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, LISTS);
  }
}
