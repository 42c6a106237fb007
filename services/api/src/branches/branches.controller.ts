import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { Documents } from '../process/documents';
import { COUNTED, listBranches } from '@app/persistence';
import { Command, Id, idSchema, Read, Speaking } from '../edge/decorators';
import { asOfQuery, listFields, searchQuery, yearQuery } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { campaignOf, scopeOf } from '../edge/scope';
import { Places } from '../process/places';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';

const dissolveDto = z
  .strictObject({
    documentNumber: z.string().trim().min(1).max(80),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'DissolveBranch' });

/** `counted` with `year`: the branches behind that count of the round's overview. */
const queryDto = z
  .strictObject({
    ...listFields,
    q: searchQuery.optional(),
    asOf: asOfQuery.optional(),
    organisationId: idSchema.optional(),
    areaId: idSchema.optional(),
    year: yearQuery.optional(),
    counted: z.enum(COUNTED).optional(),
  })
  .refine(({ year, counted }) => year !== undefined || counted === undefined, missing('year'))
  .refine(({ year, counted }) => year === undefined || counted !== undefined, missing('counted'));
const pageDto = pageOf(
  z
    .object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      organisationId: z.string(),
      foundedOn: z.string(),
      members: z.int(),
      masses: z.int(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    })
    .meta({ id: 'BranchLine' }),
  'BranchPage',
);

/** The branches of the roster; a dissolved one keeps its history. */
@Controller('branches')
export class BranchesController {
  constructor(
    private readonly commands: RunCommands,
    private readonly documents: Documents,
    private readonly places: Places,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readBranches', pageDto)
  list(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, year, counted: by, ...narrowed } = query;
    const counted = by && year !== undefined ? { by, year } : undefined;
    const asked = { campaignId, scope: scopeOf(speaker, campaignId), counted };
    return new Listing({ limit, cursor }, (m, page) => listBranches(m, { ...narrowed, ...asked, page }));
  }

  @Post(':id/dissolve')
  @Command('dissolveBranch', runAnswerDto)
  dissolve(
    @Id() id: string,
    @Body({ schema: dissolveDto }) { documentNumber, reason }: z.infer<typeof dissolveDto>,
    @Speaking() speaker: Speaker,
  ) {
    return this.commands.onRun(speaker, async (claimed) => {
      const runId = claimed ?? (await this.newestRunOf(id));
      const run = await this.places.run('branch-run', runId);
      const { remarksId, digest } = await this.documents.remark(speaker, run, {
        lines: [{ pointer: '', text: reason }],
      });
      const input = { reasonId: remarksId, digest, documentNumber };
      return { kind: 'branch-run', id: runId, name: 'dissolveBranch', input, stated: {} };
    });
  }

  private async newestRunOf(branchId: string): Promise<string> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM branch_runs WHERE branch_id = ? ORDER BY year DESC LIMIT 1',
      [branchId],
    );
    if (!row) throw new DomainError('not-found', '没有这个党支部的年度任务', { pointer: '/path/id' });
    return row.id;
  }
}

function missing(field: 'year' | 'counted') {
  return { path: [field], error: '年度和计数口径须一并写明', params: { code: 'invalid-type' } };
}
