import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Id, Read, Speaking } from '../http/decorators';
import { Documents } from '../http/documents';
import { documentDto } from '../http/documents.dto';
import type { Speaker } from '../http/speaker';

const remarksBodyDto = z
  .object({ lines: z.array(z.object({ pointer: z.string(), text: z.string() })) })
  .meta({ id: 'RemarksBody' });
const savedRemarksDto = documentDto(remarksBodyDto, 'SavedRemarks');

/** Remarks by line on what was returned; events name them by id and digest. */
@Controller('remarks')
export class RemarksController {
  constructor(private readonly documents: Documents) {}

  @Get(':id')
  @Read('readRemarks', savedRemarksDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, ['remarks']);
  }
}
