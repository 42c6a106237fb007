import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type CampaignState, DomainError, hold, isStanding, programmeNow, release } from '@app/domain';
import { clockReleased } from '@app/contracts';
import { CampaignClockEntity, CampaignEntity, isSettled, KeeperEntity } from '@app/persistence';
import { Clock } from '@app/platform';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { Engine } from '../http/engine';
import { keyedRequest, RequestKeys } from '../http/request-keys';
import type { Speaker } from '../http/speaker';

const releaseDto = z.strictObject({ until: z.string().optional() }).meta({ id: 'Release' });
const holdDto = z.strictObject({}).meta({ id: 'Hold' });

@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly keys: RequestKeys,
    private readonly engine: Engine,
  ) {}

  @Get()
  @Read('readCampaigns', z.any())
  async list(@Speaking() speaker: Speaker) {
    const id = speaker.identity.campaignId ?? '';
    const rows = await this.dataSource.manager.findBy(CampaignEntity, { id });
    return { items: rows.map((row) => ({ id: row.id, key: row.key, step: row.step })), nextCursor: null };
  }

  @Get(':id')
  @Read('readCampaigns', z.any())
  async read(@Id() id: string) {
    const campaign = await this.dataSource.manager.findOneBy(CampaignEntity, { id });
    const clock = await this.dataSource.manager.findOneBy(CampaignClockEntity, { campaignId: id });
    if (!campaign || !clock) throw new DomainError('not-found', '没有这项专项工作', { pointer: '/path/id' });
    const realNow = this.clock.now();
    const now = programmeNow(clock, realNow);
    return {
      id,
      key: campaign.key,
      step: campaign.step,
      rounds: (campaign.state as CampaignState).rounds,
      clock: {
        now,
        standing: isStanding(clock, realNow),
        heldSince: clock.heldSince,
        holdsAt: clock.holdsAt,
        settled: await isSettled(this.dataSource.manager, id, now),
      },
    };
  }

  @Get(':id/overview')
  @Read('readOverview', z.any())
  async overview(@Id() id: string, @Query('year') year: string) {
    const rows = await this.dataSource.query<
      { code: string; name: string; phase: string; n: string; rec: string; exc: string }[]
    >(
      `SELECT o.code, o.name, r.phase, COUNT(*) AS n, SUM(EXISTS (SELECT 1 FROM branch_runs e WHERE e.branch_id = r.branch_id
           AND e.recognised_at IS NOT NULL)) AS rec, SUM(COALESCE(r.disposition, '') = 'excluded') AS exc
         FROM branch_runs r JOIN organisations o ON o.id = r.organisation_id
        WHERE r.campaign_id = ? AND r.year = ? GROUP BY o.code, o.name, r.phase ORDER BY o.code`,
      [id, Number(year)],
    );
    const codes = [...new Set(rows.map(({ code }) => code))];
    const organisations = codes.map((code) => {
      const own = rows.filter((row) => row.code === code);
      const sum = (name: 'n' | 'rec' | 'exc') => own.reduce((total, row) => total + Number(row[name]), 0);
      const goal = { inScope: sum('n') - sum('exc'), required: 0, filed: 0, recognised: sum('rec'), missing: 0 };
      return {
        code,
        name: own[0]?.name ?? '',
        phases: Object.fromEntries(own.map(({ phase, n }) => [phase, Number(n)])),
        lights: {},
        goal,
      };
    });
    const inScope = organisations.reduce((sum, { goal }) => sum + goal.inScope, 0);
    const recognised = organisations.reduce((sum, { goal }) => sum + goal.recognised, 0);
    return { year: Number(year), organisations, goal: { inScope, required: 0, filed: 0, recognised, missing: 0 } };
  }

  @Post(':id/hold')
  @Command('holdCampaign', z.any())
  hold(@Id() id: string, @Body({ schema: holdDto }) body: z.infer<typeof holdDto>, @Speaking() speaker: Speaker) {
    return this.change(speaker, id, body, (clock) => hold(clock, this.clock.now()));
  }

  @Post(':id/release')
  @Command('releaseCampaign', z.any())
  async release(
    @Id() id: string,
    @Body({ schema: releaseDto }) body: z.infer<typeof releaseDto>,
    @Speaking() speaker: Speaker,
  ) {
    const answer = await this.change(speaker, id, body, (clock) => release(clock, this.clock.now(), body.until));
    const client = await this.engine.client();
    const keepers = await this.dataSource.manager.findBy(KeeperEntity, { campaignId: id });
    await Promise.all(keepers.map(({ workflowId }) => client.workflow.getHandle(workflowId).signal(clockReleased)));
    return answer;
  }

  private change(
    speaker: Speaker,
    id: string,
    body: object,
    work: (clock: CampaignClockEntity) => Partial<CampaignClockEntity>,
  ) {
    return this.keys.once(keyedRequest(speaker, { id, body }), async (m) => {
      speaker.officeFor({ campaignId: id });
      const clock = await m.findOneOrFail(CampaignClockEntity, {
        where: { campaignId: id },
        lock: { mode: 'pessimistic_write' },
      });
      const { anchorReal, anchorProgramme, heldSince, holdsAt } = work(clock) as CampaignClockEntity;
      await m.update(CampaignClockEntity, { campaignId: id }, { anchorReal, anchorProgramme, heldSince, holdsAt });
      return { id };
    });
  }
}
