import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readStream } from '@app/persistence';
import { Id, Read, Speaking } from '../http/decorators';
import { Places } from '../http/places';
import type { Speaker } from '../http/speaker';

@Controller('organisation-runs')
export class OrganisationRunsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readOrganisationRuns', z.any())
  async list(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const items = await this.dataSource.query<{ since: Date }[]>(
      `SELECT r.id, r.year, r.organisation_id AS organisationId, o.code AS organisationCode, r.step, r.since, r.version
         FROM organisation_runs r JOIN organisations o ON o.id = r.organisation_id
        WHERE r.campaign_id = ? AND r.year = ? ORDER BY o.code`,
      [speaker.identity.campaignId, Number(year)],
    );
    return { items: items.map((item) => ({ ...item, since: item.since.toISOString() })), nextCursor: null };
  }

  @Get(':id/timeline')
  @Read('readOrganisationRuns', z.any())
  async timeline(@Id() id: string) {
    const { workflowId } = await this.places.run('organisation_runs', id);
    const events = await readStream(this.dataSource.manager, workflowId);
    const items = events.map(({ type, recordedAt, payload }) => ({
      type,
      recordedAt,
      title: type,
      titleEn: type,
      payload,
    }));
    return { items, nextCursor: null };
  }

  @Get(':id/documents')
  @Read('readOrganisationRuns', z.any())
  async documents(@Id() id: string) {
    const items = await this.dataSource.query<unknown[]>(
      'SELECT id, kind, no, digest, frozen_at AS frozenAt FROM documents WHERE run_id = ? ORDER BY kind, no',
      [id],
    );
    return { items, nextCursor: null };
  }
}
