import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type CampaignEvent, type DrawCandidate, drawSample } from '@app/domain';
import { drawDigests, RecheckEntity, SpotCheckEntity } from '@app/persistence';
import { allowedActions } from '../process/allowed-actions';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { yearListDto, type YearListQuery } from '../edge/lists.dto';
import { type FoundRun, Places } from '../process/places';
import { type Plain, plainDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
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
  private last: { readonly id: string; readonly result: Result } | null = null;

  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
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
  async read(@Id() id: string, @Speaking() speaker: Speaker): Promise<Omit<z.infer<typeof spotCheckDto>, 'names'>> {
    const run = await this.places.run('spot-check', id);
    speaker.officeFor(run.place);
    const { manager } = this.dataSource;
    const { seed, population } = await manager.findOneByOrFail(SpotCheckEntity, { id });
    const order = { stratum: 'ASC', rank: 'ASC' } as const;
    const rechecks = await manager.find(RecheckEntity, { where: { spotCheckId: id }, order });
    const { ratio, perOrganisationAtLeast, year, no } = run.setting;
    const state = run.state;
    const isRevealed = state.step === 'inspecting' || state.step === 'concluded';
    const drawing = isRevealed && seed !== null && population !== null ? { seed, population } : null;
    const seesAll = scopeOf(speaker, run.setting.campaignId).kind === 'all';
    const { step, seedHash, frozenBy, populationDigest, concluded, overturned } = state;
    return {
      ...{ id, year, no, step, since: run.since, workflowId: run.workflowId, ratio, perOrganisationAtLeast },
      ...{ seedHash, frozenBy, populationDigest },
      ...(seesAll ? { concluded, overturned } : { concluded: null, overturned: null }),
      seed: drawing?.seed ?? null,
      entropy: run.workflowId,
      population: JSON.parse(population ?? '[]') as DrawCandidate[],
      populationText: population,
      ...(drawing ? this.resultOf(run, drawing) : { strata: null, ranked: null }),
      drawn: rechecks.map(({ id: recheckId, branchId, stratum, rank, hmac, drawnBy: by }) => ({
        ...{ recheckId, branchId, stratum, rank, hmac, by },
      })),
      allowedActions: allowedActions(speaker, run),
    };
  }

  /** What a reveal has settled is the same for ever: whoever asks again, as everybody does after one, does not draw again. */
  private resultOf(run: FoundRun<'spot-check'>, drawing: Drawing): Result {
    if (this.last?.id !== run.id) this.last = { id: run.id, result: resultOf(run, drawing) };
    return this.last.result;
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

interface Drawing {
  readonly seed: string;
  readonly population: string;
}

type Result = ReturnType<typeof resultOf>;

/** The whole ranking as the draw gives it, drawn or not: what a stranger compares his own with. */
function resultOf({ setting, state, workflowId }: FoundRun<'spot-check'>, { seed, population }: Drawing) {
  const { ratio, perOrganisationAtLeast } = setting;
  const { drawn, perStratum, ranked } = drawSample(
    {
      population: JSON.parse(population) as DrawCandidate[],
      seedHex: seed,
      entropy: workflowId,
      ratio,
      perOrganisationAtLeast,
      populationDigest: state.populationDigest ?? '',
    },
    drawDigests,
  );
  const ways = new Map(drawn.map(({ branchId, by }) => [branchId, by]));
  return {
    strata: [...perStratum],
    ranked: ranked.map(({ branchId, organisationId, stratum, rank, hmac }) => ({
      ...{ branchId, organisationId, stratum, rank, hmac },
      by: ways.get(branchId) ?? null,
    })),
  };
}
