import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RunAnswer, RunWrite } from '@app/contracts';
import {
  decideSpotCheck,
  type DrawCandidate,
  drawSample,
  openSpotCheck,
  populationText,
  seedHashOf,
  type SpotCheckCommand,
  type SpotCheckFact,
  type SpotCheckFacts,
  type SpotCheckSetting,
  type SpotCheckState,
  type Spoken,
  UNOPENED_SPOT_CHECK,
  recordRevival,
} from '@app/domain';
import {
  BranchRunEntity,
  CampaignEntity,
  drawCandidates,
  drawDigests,
  idOf,
  openDocument,
  RecheckEntity,
  RoundEntity,
  runOperation,
  sha256Hex,
  SPOT_CHECK_RUN,
  SpotCheckEntity,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { recheckFacts } from './recheck.facts';
import { answerOf, operationOf } from './run-write';

/** The local writes of a spot check: seed, population, draw, verdicts. */
@Injectable()
export class SpotCheckActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the run or records a command: one transaction, once per operation key. */
  async writeSpotCheck(input: RunWrite<SpotCheckCommand, never>): Promise<RunAnswer<SpotCheckState>> {
    const { what } = input;
    let population: readonly DrawCandidate[] = [];
    const outcome = await runOperation(this.dataSource, {
      ...operationOf(input, this.clock.now()),
      kind: SPOT_CHECK_RUN,
      decide: async (m, { setting, state, entity }) => {
        if (what.kind === 'revive') return recordRevival(what.at, what.revival);
        if (what.kind === 'open') return openSpotCheck(what.at, await commitSeed(m, setting));
        if (what.kind === 'news') return { facts: [] };
        if (what.command.name === 'freezeSpotCheck') population = await drawCandidatesAlone(m, setting);
        const facts = await spotCheckFacts(m, setting, entity, { population, ...what });
        return decideSpotCheck(setting, state, what, facts);
      },
      record: (m, { setting, entity }, fact) => recordSpotCheckFact(m, setting, entity, fact, population),
    });
    return answerOf(UNOPENED_SPOT_CHECK, outcome);
  }
}

/** 32 random bytes, in a rehearsal derived from its seed; kept in the row until the reveal, its hash goes on record first. */
async function commitSeed(m: EntityManager, setting: SpotCheckSetting): Promise<string> {
  const campaign = await m.findOneByOrFail(CampaignEntity, { id: setting.campaignId });
  const seed =
    campaign.rehearsal && campaign.seed !== null
      ? sha256Hex(`${campaign.seed}/spot-check/${setting.no}`)
      : randomBytes(32).toString('hex');
  await m.update(SpotCheckEntity, { id: setting.spotCheckId }, { seed });
  return seedHashOf(seed, drawDigests);
}

async function spotCheckFacts(
  m: EntityManager,
  setting: SpotCheckSetting,
  entity: SpotCheckEntity,
  {
    population,
    command,
    spoken,
  }: {
    readonly population: readonly DrawCandidate[];
    readonly command: SpotCheckCommand;
    readonly spoken: Spoken;
  },
): Promise<SpotCheckFacts> {
  switch (command.name) {
    case 'freezeSpotCheck':
      return { population: { digest: sha256Hex(populationText(population)), size: population.length } };
    case 'revealSpotCheck': {
      const drawn = drawOf(setting, entity).map(({ branchId }) => branchId);
      return {
        draw: { seed: entity.seed ?? '', drawn, rechecks: drawn.map((branchId) => recheckId(setting, branchId)) },
      };
    }
    case 'concludeRecheck':
    case 'confirmRecheck':
    case 'returnRecheck':
      return recheckFacts(m, setting, command, spoken.actor);
  }
}

/** Two checks frozen at one moment follow one another, so that none takes in the other's branches. */
async function drawCandidatesAlone(m: EntityManager, setting: SpotCheckSetting): Promise<DrawCandidate[]> {
  const id = idOf(setting.campaignId, 'round', setting.year);
  await m.findOne(RoundEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return drawCandidates(m, setting);
}

function drawOf(setting: SpotCheckSetting, entity: SpotCheckEntity) {
  return drawSample(
    {
      population: JSON.parse(entity.population ?? '[]') as DrawCandidate[],
      seedHex: entity.seed ?? '',
      entropy: entity.workflowId,
      ratio: setting.ratio,
      perOrganisationAtLeast: setting.perOrganisationAtLeast,
      populationDigest: entity.populationDigest ?? '',
    },
    drawDigests,
  ).drawn;
}

function recheckId(setting: SpotCheckSetting, branchId: string): string {
  return idOf(setting.spotCheckId, 'recheck', branchId);
}

/** Rows beside the run's own that a fact makes: the frozen population as it was decided on, the drawn branches with their sheets, the verdicts. */
async function recordSpotCheckFact(
  m: EntityManager,
  setting: SpotCheckSetting,
  entity: SpotCheckEntity,
  fact: SpotCheckFact,
  population: readonly DrawCandidate[],
): Promise<void> {
  const { campaignId, programmeVersion, spotCheckId } = setting;
  if (fact.type === 'draw-population-frozen') {
    await m.update(SpotCheckEntity, { id: spotCheckId }, { population: populationText(population) });
  }
  if (fact.type === 'draw-revealed') {
    for (const { branchId, rank, stratum, hmac, by } of drawOf(setting, entity)) {
      const run = await m.findOneByOrFail(BranchRunEntity, { branchId, year: setting.year });
      const id = recheckId(setting, branchId);
      const home = { campaignId, programmeVersion, runId: id };
      const documentId = await openDocument(m, home, 'recheck-assessment', fact.payload.at);
      await m.insert(RecheckEntity, {
        id,
        campaignId,
        programmeVersion,
        spotCheckId,
        branchId,
        branchRunId: run.id,
        stratum,
        rank,
        hmac,
        drawnBy: by,
        documentId,
      });
    }
  }
  if (fact.type === 'recheck-overturn-proposed') {
    const { recheckId: id, rechecker: recheckerId, reasonId, at } = fact.payload;
    await m.update(RecheckEntity, { id }, { recheckerId, reasonId, proposedAt: at });
  }
  if (fact.type === 'recheck-overturn-returned') {
    const { recheckId: id, at } = fact.payload;
    const home = { campaignId, programmeVersion, runId: id };
    const documentId = await openDocument(m, home, 'recheck-assessment', at);
    await m.update(RecheckEntity, { id }, { documentId, recheckerId: null, reasonId: null, proposedAt: null });
  }
  if (fact.type === 'recheck-concluded') {
    const { recheckId: id, verdict, score, rechecker: recheckerId, confirmer: confirmerId = null, at } = fact.payload;
    await m.update(RecheckEntity, { id }, { verdict, score, recheckerId, confirmerId, concludedAt: at });
  }
}
