import { Body, Controller, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { Documents } from '../http/documents';
import { Command, Id, Speaking } from '../http/decorators';
import { Places } from '../http/places';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';

const dissolveDto = z
  .strictObject({
    documentNumber: z.string().trim().min(1).max(80),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'DissolveBranch' });

@Controller('branches')
export class BranchesController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
    private readonly places: Places,
    private readonly dataSource: DataSource,
  ) {}

  @Post(':id/dissolve')
  @Command('dissolveBranch', runAnswerDto)
  async dissolve(
    @Id() id: string,
    @Body({ schema: dissolveDto }) { documentNumber, reason }: z.infer<typeof dissolveDto>,
    @Speaking() speaker: Speaker,
  ) {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM branch_runs WHERE branch_id = ? ORDER BY year DESC LIMIT 1',
      [id],
    );
    if (!row) throw new DomainError('not-found', '没有这个党支部的年度任务', { pointer: '/path/id' });
    const run = await this.places.run('branch_runs', row.id);
    const { remarksId, digest } = await this.documents.remark(speaker, run, [{ pointer: '', text: reason }]);
    const input = { reasonId: remarksId, digest, documentNumber };
    return this.commands.onRun(speaker, {
      table: 'branch_runs',
      id: row.id,
      name: 'dissolveBranch',
      input,
      stated: {},
    });
  }
}
