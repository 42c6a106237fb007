import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  conclusionList,
  deadlinesOfRun,
  filingList,
  listDocuments,
  listOrganisationRuns,
  newestDocuments,
  readTimeline,
} from '@app/persistence';
import { allowedActions } from '../process/allowed-actions';
import { Id, Read, Speaking } from '../edge/decorators';
import { deadlineLineDto, documentLineDto, timelineLineDto } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageFields, pageOf } from '../edge/paging';
import { readableLines } from '../process/papers';
import { type FoundRun, Places } from '../process/places';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  organisationRunDto,
  organisationRunPageDto,
  type OrganisationRunsQuery,
  organisationRunsQueryDto,
} from './organisation-runs.dto';

const pageQueryDto = z.strictObject(pageFields);

type PageQuery = z.infer<typeof pageQueryDto>;

/** One organisation in one round. */
@Controller('organisation-runs')
export class OrganisationRunsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly time: ProgrammeTime,
  ) {}

  @Get()
  @Read('readOrganisationRuns', organisationRunPageDto)
  async list(@Query({ schema: organisationRunsQueryDto }) query: OrganisationRunsQuery, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, campaignId: named, format: _format, fields: _fields, ...narrowed } = query;
    const campaignId = campaignOf(speaker, named);
    const filter = { campaignId, ...narrowed };
    const asked = { filter, scope: scopeOf(speaker, campaignId), now: await this.time.now(campaignId) };
    return new Listing({ limit, cursor }, (m, page) => listOrganisationRuns(m, { ...asked, page }));
  }

  @Get(':id')
  @Read('readOrganisationRuns', organisationRunDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const run = await this.seen(speaker, id);
    const { manager } = this.dataSource;
    const now = await this.time.now(run.campaignId);
    const { items } = await listOrganisationRuns(manager, {
      filter: {
        campaignId: run.campaignId,
        year: run.year ?? undefined,
        organisationId: run.organisationId ?? undefined,
      },
      scope: { kind: 'all' },
      page: { limit: 1 },
      now,
    });
    return {
      ...items[0],
      listNo: run.state.listNo,
      documents: newestDocuments(readableLines(speaker, run.place, await listDocuments(manager, id))),
      ...(await this.lists(run)),
      allowedActions: await allowedActions(manager, speaker, { run, now }),
    };
  }

  @Get(':id/timeline')
  @Read('readOrganisationRuns', pageOf(timelineLineDto, 'Timeline'))
  async timeline(@Id() id: string, @Query({ schema: pageQueryDto }) query: PageQuery, @Speaking() speaker: Speaker) {
    const { workflowId } = await this.seen(speaker, id);
    const { limit, cursor = null } = query;
    return new Listing({ limit, cursor }, (m, page) => readTimeline(m, workflowId, page));
  }

  @Get(':id/documents')
  @Read('readOrganisationRuns', pageOf(documentLineDto, 'Documents'))
  async documents(@Id() id: string, @Query({ schema: pageQueryDto }) _query: PageQuery, @Speaking() speaker: Speaker) {
    const { place } = await this.seen(speaker, id);
    const lines = await listDocuments(this.dataSource.manager, id);
    return { items: readableLines(speaker, place, lines), nextCursor: null };
  }

  @Get(':id/deadlines')
  @Read('readDeadlines', pageOf(deadlineLineDto, 'RunDeadlines'))
  async deadlines(@Id() id: string, @Query({ schema: pageQueryDto }) _query: PageQuery, @Speaking() speaker: Speaker) {
    const { campaignId } = await this.seen(speaker, id);
    const now = await this.time.now(campaignId);
    return { items: await deadlinesOfRun(this.dataSource.manager, id, now), nextCursor: null };
  }

  /** The generated lists of a run as they stand now: a hand-over names their digests. */
  private async lists({ id: runId, organisationId, year, state }: FoundRun<'organisation-run'>) {
    const run = { runId, organisationId: organisationId ?? '', year: year ?? 0, listNo: state.listNo };
    const { documentId, digest, pending } = await conclusionList(this.dataSource.manager, run);
    const list = await filingList(this.dataSource.manager, run);
    const filing = list && {
      documentId: list.documentId,
      digest: list.digest,
      filingId: list.filingId,
      decisionId: list.decisionId,
    };
    return { conclusions: { documentId, digest, pending: pending.length }, filing };
  }

  private async seen(speaker: Speaker, id: string): Promise<FoundRun<'organisation-run'>> {
    const run = await this.places.run('organisation-run', id);
    speaker.officeFor(run.place);
    return run;
  }
}
