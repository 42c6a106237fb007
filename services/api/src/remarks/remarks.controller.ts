import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { documentDto } from '../process/documents.dto';
import type { Speaker } from '../edge/speaker';

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
