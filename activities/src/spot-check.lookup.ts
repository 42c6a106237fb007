import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  type DrawCandidate,
  drawSample,
  populationText,
  seedHashOf,
  type SpotCheck,
  type SpotCheckSetting,
} from '@app/domain';
import {
  CampaignEntity,
  drawCandidates,
  drawDigests,
  idOf,
  RoundEntity,
  sha256Hex,
  SpotCheckEntity,
} from '@app/persistence';
import { lookUpRecheck } from './recheck.lookup';
import type { LookedUp, Looking } from './run-rows';

/** What the tables know about a spot check's command; the population that is frozen is kept as it was decided on. */
export async function lookUpSpotCheck(
  m: EntityManager,
  { setting, entity, what }: Looking<SpotCheck, SpotCheckEntity>,
): Promise<LookedUp<SpotCheck, readonly DrawCandidate[]>> {
  if (what.kind === 'open') return { lookup: { seedHash: await commitSeed(m, setting) } };
  if (what.kind !== 'command') return { lookup: {} };
  const { command, attribution } = what;
  switch (command.name) {
    case 'freezeSpotCheck': {
      const population = await drawCandidatesAlone(m, setting);
      const { length: size } = population;
      return { lookup: { population: { digest: sha256Hex(populationText(population)), size } }, kept: population };
    }
    case 'revealSpotCheck': {
      const drawn = drawOf(setting, entity).map(({ branchId }) => branchId);
      const rechecks = drawn.map((branchId) => recheckIdOf(setting, branchId));
      return { lookup: { draw: { seed: entity.seed ?? '', drawn, rechecks } } };
    }
    case 'concludeRecheck':
    case 'confirmRecheck':
    case 'returnRecheck':
      return { lookup: await lookUpRecheck(m, setting, { command, actor: attribution.actor }) };
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

/** Two checks frozen at one moment follow one another, so that none takes in the other's branches. */
async function drawCandidatesAlone(m: EntityManager, setting: SpotCheckSetting): Promise<DrawCandidate[]> {
  const id = idOf(setting.campaignId, 'round', setting.year);
  await m.findOne(RoundEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return drawCandidates(m, setting);
}

/** The draw as anybody can make it again from what is on record. */
export function drawOf(setting: SpotCheckSetting, entity: SpotCheckEntity) {
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

export function recheckIdOf(setting: SpotCheckSetting, branchId: string): string {
  return idOf(setting.spotCheckId, 'recheck', branchId);
}
