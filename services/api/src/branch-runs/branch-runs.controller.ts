import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { maySeeSurveyClass } from '@app/domain';
import { listBranchRuns } from '@app/persistence';
import { Id, Read, Speaking } from '../edge/decorators';
import { deadlineLineDto, documentLineDto, timelineLineDto } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageFields, pageOf } from '../edge/paging';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  branchRunDto,
  branchRunPageDto,
  type BranchRunsQuery,
  branchRunsQueryDto,
  explanationDto,
  problemLineDto,
  readinessDto,
} from './branch-runs.dto';
import { BranchRunViews } from './branch-run-views';

const pageQueryDto = z.strictObject(pageFields);

type PageQuery = z.infer<typeof pageQueryDto>;

/** One branch in one round: lists, and everything about one of them. */
@Controller('branch-runs')
export class BranchRunsController {
  constructor(
    private readonly time: ProgrammeTime,
    private readonly views: BranchRunViews,
  ) {}

  @Get()
  @Read('readBranchRuns', branchRunPageDto)
  async list(@Query({ schema: branchRunsQueryDto }) query: BranchRunsQuery, @Speaking() speaker: Speaker) {
    const {
      limit,
      cursor = null,
      sort,
      campaignId: named,
      format: _format,
      fields: _fields,
      light,
      waits,
      ...narrowed
    } = query;
    const campaignId = campaignOf(speaker, named);
    const filter = { campaignId, ...narrowed, light, notWaitingOn: waits && speaker.acting };
    const asked = { filter, scope: scopeOf(speaker, campaignId), sort, now: await this.time.now(campaignId) };
    const isWhole = maySeeSurveyClass(speaker.roles);
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listBranchRuns(m, { ...asked, page });
      return { items: isWhole ? items : items.map((line) => ({ ...line, surveyClass: null })), nextCursor };
    });
  }

  @Get(':id')
  @Read('readBranchRuns', branchRunDto)
  read(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.views.one(speaker, id);
  }

  @Get(':id/explain')
  @Read('readBranchRuns', explanationDto)
  explain(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.views.explain(speaker, id);
  }

  @Get(':id/readiness')
  @Read('readBranchRuns', readinessDto)
  readiness(@Id() id: string, @Speaking() speaker: Speaker) {
    return this.views.readiness(speaker, id);
  }

  @Get(':id/timeline')
  @Read('readBranchRuns', pageOf(timelineLineDto, 'Timeline'))
  timeline(@Id() id: string, @Query({ schema: pageQueryDto }) query: PageQuery, @Speaking() speaker: Speaker) {
    const { limit, cursor = null } = query;
    return this.views.timeline(speaker, id, { limit, cursor });
  }

  @Get(':id/documents')
  @Read('readBranchRuns', pageOf(documentLineDto, 'Documents'))
  documents(@Id() id: string, @Query({ schema: pageQueryDto }) _query: PageQuery, @Speaking() speaker: Speaker) {
    return this.views.documents(speaker, id);
  }

  @Get(':id/deadlines')
  @Read('readDeadlines', pageOf(deadlineLineDto, 'RunDeadlines'))
  deadlines(@Id() id: string, @Query({ schema: pageQueryDto }) _query: PageQuery, @Speaking() speaker: Speaker) {
    return this.views.deadlines(speaker, id);
  }

  @Get(':id/problems')
  @Read('readProblems', pageOf(problemLineDto, 'RunProblems'))
  problems(@Id() id: string, @Query({ schema: pageQueryDto }) _query: PageQuery, @Speaking() speaker: Speaker) {
    return this.views.problems(speaker, id);
  }
}
