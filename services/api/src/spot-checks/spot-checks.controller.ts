import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, type DrawCandidate, type SpotCheckState } from '@app/domain';
import { RecheckEntity, SpotCheckEntity } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../http/decorators';
import { type Plain, plainDto } from '../http/remarks.dto';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { spokenFields } from '../http/spoken.dto';

const orderDto = z.strictObject({ year: z.int(), ...spokenFields }).meta({ id: 'OrderSpotCheck' });

const drawnDto = z.object({
  recheckId: z.string(),
  branchId: z.string(),
  stratum: z.string(),
  rank: z.int(),
  hmac: z.string(),
  by: z.enum(['ratio', 'organisation-minimum']),
  verdict: z.enum(['upheld', 'overturned']).nullable(),
});
const spotCheckDto = z
  .object({
    id: z.string(),
    workflowId: z.string(),
    year: z.int(),
    no: z.int(),
    step: z.string(),
    since: z.string(),
    seedHash: z.string().nullable(),
    seed: z.string().nullable(),
    populationDigest: z.string().nullable(),
    population: z.array(z.object({ branchId: z.string(), organisationId: z.string(), stratum: z.string() })),
    drawn: z.array(drawnDto),
  })
  .meta({ id: 'SpotCheck', description: 'With the seed, once it is revealed, everything to draw again' });

/** 抽查复核: the seed is committed first, the population frozen, the draw revealed by another person (苏委工〔2020〕6号 三.4). */
@Controller('spot-checks')
export class SpotChecksController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Read('readSpotChecks', z.any())
  async list(@Speaking() speaker: Speaker, @Query('year') year: string) {
    const campaignId = speaker.identity.campaignId ?? '';
    const where = { campaignId, ...(year && { year: Number(year) }) };
    const rows = await this.dataSource.manager.find(SpotCheckEntity, { where, order: { no: 'ASC' } });
    return {
      items: rows.map(({ id, year: y, no, step, since }) => ({ id, year: y, no, step, since })),
      nextCursor: null,
    };
  }

  @Get(':id')
  @Read('readSpotChecks', spotCheckDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker): Promise<z.infer<typeof spotCheckDto>> {
    const { manager } = this.dataSource;
    const check = await manager.findOneBy(SpotCheckEntity, { id });
    if (!check) throw new DomainError('not-found', '没有这次抽查', { pointer: '/path/id' });
    speaker.officeFor({ campaignId: check.campaignId });
    const { workflowId, year, no, step, since, populationDigest } = check;
    const { seedHash } = check.state as SpotCheckState;
    const revealed = step === 'inspecting' || step === 'concluded';
    const rechecks = await manager.find(RecheckEntity, {
      where: { spotCheckId: id },
      order: { stratum: 'ASC', rank: 'ASC' },
    });
    return {
      ...{ id, workflowId, year, no, step, since, seedHash, populationDigest },
      seed: revealed ? check.seed : null,
      population: JSON.parse(check.population ?? '[]') as DrawCandidate[],
      drawn: rechecks.map(({ id: recheckId, branchId, stratum, rank, hmac, drawnBy: by, verdict }) => ({
        ...{ recheckId, branchId, stratum, rank, hmac, by, verdict },
      })),
    };
  }

  @Post()
  @Command('orderSpotCheck', runAnswerDto, 201)
  order(@Body({ schema: orderDto }) { year, ...stated }: z.infer<typeof orderDto>, @Speaking() speaker: Speaker) {
    const id = speaker.identity.campaignId ?? '';
    return this.commands.onRun(speaker, { table: 'campaigns', id, name: 'orderSpotCheck', input: { year }, stated });
  }

  @Post(':id/freeze')
  @Command('freezeSpotCheck', runAnswerDto)
  freeze(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { table: 'spot_checks', id, name: 'freezeSpotCheck', input: {}, stated });
  }

  @Post(':id/reveal')
  @Command('revealSpotCheck', runAnswerDto)
  reveal(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, { table: 'spot_checks', id, name: 'revealSpotCheck', input: {}, stated });
  }
}
