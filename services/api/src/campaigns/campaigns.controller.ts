import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { DataSource, In } from 'typeorm';
import type { z } from 'zod';
import { DomainError, hold, isStanding, programmeNow, release } from '@app/domain';
import { clockReleased } from '@app/contracts';
import { CampaignClockEntity, CampaignEntity, isSettled, KeeperEntity, readOverview } from '@app/persistence';
import { Clock } from '@app/platform';
import { allowedActions } from '../process/allowed-actions';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Engine, isOutage } from '../edge/engine';
import { unknownOutcome } from '../edge/outage';
import { Places } from '../process/places';
import { itemRequest, type KeyedRequest } from '../edge/keys/keyed-request';
import { RequestKeys } from '../edge/keys/request-keys';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { withLists } from './overview-lists';
import { overviewDto, overviewQueryDto } from './overview.dto';
import { campaignDto, campaignPageDto, campaignsQueryDto, clockAnswerDto, holdDto, releaseDto } from './campaigns.dto';

/** A campaign with its clock and its overview; the clock of a rehearsal can be held and let go. */
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly keys: RequestKeys,
    private readonly engine: Engine,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readCampaigns', campaignPageDto)
  async list(@Query({ schema: campaignsQueryDto }) _query: object, @Speaking() speaker: Speaker) {
    const ids = [...new Set(speaker.offices.map(({ campaignId }) => campaignId))];
    const rows = await this.dataSource.manager.find(CampaignEntity, { where: { id: In(ids) }, order: { key: 'ASC' } });
    const items = rows.map(({ id, key, name, step, programmeVersion, rehearsal, establishedAt }) => ({
      id,
      key,
      name,
      step,
      programmeVersion,
      rehearsal: Boolean(rehearsal),
      establishedAt,
    }));
    return { items, nextCursor: null };
  }

  @Get(':id')
  @Read('readCampaigns', campaignDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const run = await this.places.run('campaign', id);
    speaker.officeFor(run.place);
    const { manager } = this.dataSource;
    const { key, name, rehearsal } = await manager.findOneByOrFail(CampaignEntity, { id });
    const clock = await manager.findOneByOrFail(CampaignClockEntity, { campaignId: id });
    const realNow = this.clock.now();
    const now = programmeNow(clock, realNow);
    const { workflowId, step, programmeVersion } = run;
    const { rate, heldSince, holdsAt } = clock;
    return {
      id,
      key,
      name,
      workflowId,
      step,
      programmeVersion,
      rehearsal: Boolean(rehearsal),
      rounds: run.state.rounds,
      clock: {
        now,
        rate,
        standing: isStanding(clock, realNow),
        heldSince,
        holdsAt,
        settled: await isSettled(manager, id, now),
      },
      allowedActions: await allowedActions(manager, speaker, { run, now }),
    };
  }

  @Get(':id/overview')
  @Read('readOverview', overviewDto)
  async overview(
    @Id() id: string,
    @Query({ schema: overviewQueryDto }) { year }: z.infer<typeof overviewQueryDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { state } = await this.places.run('campaign', campaignOf(speaker, id));
    const last = state.rounds.at(-1)?.year;
    const asked = year ?? last;
    if (asked === undefined) throw new DomainError('round-not-open', '尚未启动任何年度', {});
    const now = programmeNow(
      await this.dataSource.manager.findOneByOrFail(CampaignClockEntity, { campaignId: id }),
      this.clock.now(),
    );
    const scope = scopeOf(speaker, id);
    return withLists(id, await readOverview(this.dataSource.manager, { campaignId: id, year: asked, scope, now }));
  }

  @Post(':id/hold')
  @Command('holdCampaign', clockAnswerDto)
  hold(@Id() id: string, @Body({ schema: holdDto }) _body: z.infer<typeof holdDto>, @Speaking() speaker: Speaker) {
    return this.change(speaker, { id, request: speaker.request }, (clock) => hold(clock, this.clock.now()));
  }

  @Post(':id/release')
  @Command('releaseCampaign', clockAnswerDto)
  async release(
    @Id() id: string,
    @Body({ schema: releaseDto }) body: z.infer<typeof releaseDto>,
    @Speaking() speaker: Speaker,
  ) {
    const ofClock = itemRequest(speaker.request, 'clock', body);
    const { id: released } = await this.change(speaker, { id, request: ofClock }, (clock) =>
      release(clock, this.clock.now(), body.until),
    );
    await this.wakeKeepers(id);
    return { id: released };
  }

  /** Tells every keeper that waits for the clock; one that the engine does not know reads the clock when it starts. */
  private async wakeKeepers(campaignId: string): Promise<void> {
    try {
      const client = await this.engine.client();
      const keepers = await this.dataSource.manager.findBy(KeeperEntity, { campaignId });
      const wake = async ({ workflowId }: KeeperEntity) => {
        const told = client.workflow.getHandle(workflowId).signal(clockReleased);
        await told.catch((error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
      };
      await Promise.all(keepers.map(wake));
    } catch (error) {
      throw isOutage(error) ? unknownOutcome() : error;
    }
  }

  private change(
    speaker: Speaker,
    { id, request }: { readonly id: string; readonly request: KeyedRequest },
    work: (clock: CampaignClockEntity) => Partial<CampaignClockEntity>,
  ) {
    return this.keys.noting(speaker, { campaignId: id, id }, async () => {
      speaker.officeFor({ campaignId: id });
      return this.keys.once(request, async (m) => {
        const clock = await m.findOne(CampaignClockEntity, {
          where: { campaignId: id },
          lock: { mode: 'pessimistic_write' },
        });
        if (!clock) throw new DomainError('not-found', '没有这项专项工作', { pointer: '/path/id' });
        const { anchorReal, anchorProgramme, heldSince, holdsAt } = work(clock) as CampaignClockEntity;
        await m.update(CampaignClockEntity, { campaignId: id }, { anchorReal, anchorProgramme, heldSince, holdsAt });
        return { id };
      });
    });
  }
}
