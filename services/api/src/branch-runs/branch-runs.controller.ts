import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type BranchRunState, DomainError, programmeNow } from '@app/domain';
import { CampaignClockEntity, explainBranch, lightsOfRuns, readStream } from '@app/persistence';
import { Clock } from '@app/platform';
import { Id, Read, Speaking } from '../http/decorators';
import type { Speaker } from '../http/speaker';

@Controller('branch-runs')
export class BranchRunsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Read('readBranchRuns', z.any())
  async list(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const campaignId = speaker.identity.campaignId ?? '';
    const items = await this.dataSource.query<{ id: string; since: Date }[]>(
      `SELECT r.id, r.year, r.branch_id AS branchId, b.code AS branchCode, o.code AS organisationCode, r.mode, r.phase,
              r.step, r.since, r.attempt, r.version
         FROM branch_runs r JOIN branches b ON b.id = r.branch_id JOIN organisations o ON o.id = r.organisation_id
        WHERE r.campaign_id = ? AND r.year = ? ORDER BY b.code`,
      [campaignId, Number(year)],
    );
    const clock = await this.dataSource.manager.findOneByOrFail(CampaignClockEntity, { campaignId });
    const now = programmeNow(clock, this.clock.now());
    const ids = items.map(({ id }) => id);
    const lights = await lightsOfRuns(this.dataSource.manager, ids, now);
    return {
      items: items.map((item) => ({ ...item, since: item.since.toISOString(), light: lights.get(item.id) ?? null })),
      nextCursor: null,
    };
  }

  @Get(':id')
  @Read('readBranchRuns', z.any())
  async read(@Id() id: string) {
    const { state, ...row } = await this.run(id);
    return { ...row, ballotBoxId: (JSON.parse(state) as BranchRunState).ballotBoxId };
  }

  @Get(':id/explain')
  @Read('readBranchRuns', z.any())
  async explain(@Id() id: string) {
    const { code, year, campaignKey } = await this.run(id);
    const [explanation] = await explainBranch(this.dataSource.manager, { code, campaignKey, year }, this.clock.now());
    return explanation;
  }

  @Get(':id/timeline')
  @Read('readBranchRuns', z.any())
  async timeline(@Id() id: string) {
    const { workflowId } = await this.run(id);
    return { items: await timelineOf(this.dataSource, workflowId), nextCursor: null };
  }

  @Get(':id/documents')
  @Read('readBranchRuns', z.any())
  async documents(@Id() id: string) {
    return { items: await documentsOf(this.dataSource, id), nextCursor: null };
  }

  @Get(':id/problems')
  @Read('readProblems', z.any())
  async problems(@Id() id: string) {
    const items = await this.dataSource.query<unknown[]>(
      `SELECT p.id, p.state, p.version FROM problems p JOIN branch_runs r ON r.branch_id = p.branch_id
        WHERE r.id = ? ORDER BY p.id`,
      [id],
    );
    return { items, nextCursor: null };
  }

  private async run(id: string) {
    const [row] = await this.dataSource.query<
      { id: string; code: string; year: number; campaignKey: string; workflowId: string; state: string }[]
    >(
      `SELECT r.id, b.code, r.year, c.campaign_key AS campaignKey, r.workflow_id AS workflowId, r.state
         FROM branch_runs r JOIN branches b ON b.id = r.branch_id JOIN campaigns c ON c.id = r.campaign_id WHERE r.id = ?`,
      [id],
    );
    if (!row) throw new DomainError('not-found', '没有这个年度任务', { pointer: '/path/id' });
    return row;
  }
}

async function timelineOf({ manager }: DataSource, stream: string) {
  const events = await readStream(manager, stream);
  return events.map(({ type, recordedAt, payload }) => ({ type, recordedAt, title: type, titleEn: type, payload }));
}

function documentsOf(dataSource: DataSource, runId: string) {
  return dataSource.query<unknown[]>(
    'SELECT id, kind, no, digest, frozen_at AS frozenAt FROM documents WHERE run_id = ? ORDER BY kind, no',
    [runId],
  );
}
