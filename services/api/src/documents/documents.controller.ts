import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { DocumentKind } from '@app/domain';
import { listVersions } from '@app/persistence';
import { Id, Read, Speaking } from '../http/decorators';
import { documentDto, Documents } from '../http/documents';
import { pageOf } from '../http/paging';
import type { Speaker } from '../http/speaker';
import { instant } from '../http/spoken.dto';

const LISTS = ['conclusion-list', 'filing-list', 'publication-list', 'disposition-list'] as const;
const DRAFTED: readonly DocumentKind[] = [
  'survey',
  'branch-plan',
  'organisation-plan',
  'self-assessment',
  'superior-assessment',
  'review',
  'recheck-assessment',
];

const keptListDto = documentDto(z.record(z.string(), z.unknown()), 'KeptList');
const versionPageDto = pageOf(
  z
    .object({ version: z.int(), digest: z.string(), authorId: z.string().nullable(), savedAt: instant })
    .meta({ id: 'DocumentVersion' }),
  'DocumentVersions',
);

/** Generated lists as they were kept, and the versions of whatever is drafted: who saved what when, without its body. */
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly documents: Documents,
  ) {}

  @Get(':id')
  @Read('readBranchRuns', keptListDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.documents.read(speaker, id, LISTS);
  }

  @Get(':id/versions')
  @Read('readBranchRuns', versionPageDto)
  async versions(@Id() id: string, @Speaking() speaker: Speaker) {
    const { place } = await this.documents.find(id, DRAFTED);
    speaker.officeFor(place);
    return { items: await listVersions(this.dataSource.manager, id), nextCursor: null };
  }
}
