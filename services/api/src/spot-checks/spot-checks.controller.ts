import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { z } from 'zod';
import { type CampaignEvent, type DrawCandidate, type DrawInput, drawSample } from '@app/domain';
import {
  BranchRunEntity,
  drawActsOf,
  drawDigests,
  frozenPopulationOf,
  RecheckEntity,
  SpotCheckEntity,
} from '@app/persistence';
import { allowedActions } from '../process/allowed-actions';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { yearListDto, type YearListQuery } from '../edge/lists.dto';
import { type FoundRun, Places } from '../process/places';
import { type Plain, plainDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import { campaignOf, scopeOf } from '../edge/scope';
import { ProgrammeTime } from '../edge/programme-time';
import type { Speaker } from '../edge/speaker';
import {
  drawDto,
  orderedSpotCheckDto,
  type OrderSpotCheck,
  orderSpotCheckDto,
  spotCheckDto,
  spotCheckPageDto,
} from './spot-checks.dto';

type Ordered = Extract<CampaignEvent, { readonly type: 'spot-check-ordered' }>['payload'];

/** 抽查复核: the seed is committed first, the population frozen, the draw revealed by another person (苏委工〔2020〕6号 三.4). */
@Controller('spot-checks')
export class SpotChecksController {
  private last: Omit<z.infer<typeof drawDto>, 'names'> | null = null;

  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly time: ProgrammeTime,
  ) {}

  @Get()
  @Read('readSpotChecks', spotCheckPageDto)
  async list(@Query({ schema: yearListDto }) query: YearListQuery, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const where = { campaignId, ...(query.year !== undefined && { year: query.year }) };
    const select = { id: true, year: true, no: true, step: true, since: true } as const;
    const rows = await this.dataSource.manager.find(SpotCheckEntity, { select, where, order: { no: 'ASC' } });
    const items = rows.map(({ id, year, no, step, since }) => ({ id, year, no, step, since }));
    return { items, nextCursor: null };
  }

  @Get(':id')
  @Read('readSpotChecks', spotCheckDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker) {
    const run = await this.seen(id, speaker);
    const rechecks = await this.rechecksOf(id);
    const runs = await this.dataSource.manager.find(BranchRunEntity, {
      select: { id: true, organisationId: true },
      where: { id: In(rechecks.map(({ branchRunId }) => branchRunId)) },
    });
    const organisations = new Map(runs.map(({ id: runId, organisationId }) => [runId, organisationId]));
    const { ratio, perOrganisationAtLeast, year, no, campaignId } = run.setting;
    const { step, seedHash, frozenBy, population, populationDigest, concluded, overturned } = run.state;
    const now = await this.time.now(campaignId);
    const seesAll = scopeOf(speaker, campaignId).kind === 'all';
    return {
      ...{ id, year, no, step, since: run.since, workflowId: run.workflowId, ratio, perOrganisationAtLeast },
      ...{ seedHash, frozenBy, population, populationDigest },
      ...(seesAll ? { concluded, overturned } : { concluded: null, overturned: null }),
      ...(await drawActsOf(this.dataSource.manager, run.workflowId)),
      seed: await this.seedOf(run),
      drawn: rechecks.map(({ id: recheckId, branchId, branchRunId, rank, drawnBy: by }) => ({
        ...{ recheckId, branchId, organisationId: organisations.get(branchRunId) ?? '', rank, by },
      })),
      allowedActions: await allowedActions(this.dataSource.manager, speaker, { run, now }),
    };
  }

  @Get(':id/draw')
  @Read('readSpotChecks', drawDto)
  async draw(@Id() id: string, @Speaking() speaker: Speaker) {
    const run = await this.seen(id, speaker);
    const seed = await this.seedOf(run);
    if (seed === null) return this.drawOf(run, seed);
    // what a reveal has settled is the same for ever: whoever asks again, as everybody does after one, does not draw again
    if (this.last?.id !== id || this.last.seed !== seed) this.last = await this.drawOf(run, seed);
    return this.last;
  }

  private async seen(id: string, speaker: Speaker): Promise<FoundRun<'spot-check'>> {
    const run = await this.places.run('spot-check', id);
    speaker.officeFor(run.place);
    return run;
  }

  private rechecksOf(spotCheckId: string): Promise<RecheckEntity[]> {
    const order = { stratum: 'ASC', rank: 'ASC' } as const;
    return this.dataSource.manager.find(RecheckEntity, { where: { spotCheckId }, order });
  }

  /** The seed, once it is revealed. */
  private async seedOf({ id, state: { step } }: FoundRun<'spot-check'>): Promise<string | null> {
    if (step !== 'inspecting' && step !== 'concluded') return null;
    const { seed } = await this.dataSource.manager.findOneByOrFail(SpotCheckEntity, { id });
    return seed;
  }

  private async drawOf({ id, setting, state, workflowId: entropy }: FoundRun<'spot-check'>, seed: string | null) {
    const { ratio, perOrganisationAtLeast } = setting;
    const { seedHash, populationDigest } = state;
    const populationText = await frozenPopulationOf(this.dataSource.manager, id);
    const population = JSON.parse(populationText ?? '[]') as DrawCandidate[];
    const drawing = { population, entropy, ratio, perOrganisationAtLeast };
    return {
      ...{ id, ...drawing, seedHash, seed, populationDigest, populationText },
      ...(seed === null
        ? { strata: null, ranked: null }
        : rankingOf({ ...drawing, seedHex: seed, populationDigest: populationDigest ?? '' })),
      drawn: (await this.rechecksOf(id)).map(({ branchId, stratum, rank, hmac, drawnBy: by }) => ({
        ...{ branchId, stratum, rank, hmac, by },
      })),
    };
  }

  @Post()
  @Command('orderSpotCheck', orderedSpotCheckDto, 201)
  async order(@Body({ schema: orderSpotCheckDto }) { year, ...stated }: OrderSpotCheck, @Speaking() speaker: Speaker) {
    const id = campaignOf(speaker, undefined);
    const order = { kind: 'campaign', id, name: 'orderSpotCheck', input: { year }, stated } as const;
    const run = await this.commands.onRun(speaker, order);
    const made = await this.commands.made<Ordered>(speaker, run.workflowId, 'spot-check-ordered');
    return { run, spotCheckId: made.spotCheckId, no: made.no };
  }

  @Post(':id/freeze')
  @Command('freezeSpotCheck', runAnswerDto)
  freeze(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { kind: 'spot-check', id, name: 'freezeSpotCheck', input: {}, stated });
  }

  @Post(':id/reveal')
  @Command('revealSpotCheck', runAnswerDto)
  reveal(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { kind: 'spot-check', id, name: 'revealSpotCheck', input: {}, stated });
  }
}

/** The whole ranking, drawn or not: what a stranger compares his own with. */
function rankingOf(drawing: DrawInput) {
  const { drawn, perStratum, ranked } = drawSample(drawing, drawDigests);
  const ways = new Map(drawn.map(({ branchId, by }) => [branchId, by]));
  return {
    strata: [...perStratum],
    ranked: ranked.map(({ branchId, organisationId, stratum, rank, hmac }) => ({
      ...{ branchId, organisationId, stratum, rank, hmac },
      by: ways.get(branchId) ?? null,
    })),
  };
}
