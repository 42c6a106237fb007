import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/domain';
import { ProgrammeEntity } from '@app/persistence';
import { Read } from '../edge/decorators';

const programmeDto = z
  .object({
    id: z.string(),
    key: z.string(),
    version: z.string(),
    digest: z.string(),
    programme: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Programme' });

/** A programme version as it was published: dates, ladders, gates and score sheet, each with its clause. */
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':version')
  @Read('readProgramme', programmeDto)
  async read(@Param('version', { schema: z.string().max(40) }) version: string) {
    const found = await this.dataSource.manager.findOneBy(ProgrammeEntity, { version });
    if (!found) throw new DomainError('not-found', '没有这个方案版本', { pointer: '/path/version' });
    const { id, key, digest, definition } = found;
    return { id, key, version, digest, programme: { ...definition } };
  }
}
