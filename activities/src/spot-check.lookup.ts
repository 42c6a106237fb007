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
  frozenPopulationOf,
  idOf,
  RoundEntity,
  sha256Hex,
  type SpotCheckEntity,
} from '@app/persistence';
import { lookUpRecheck } from './recheck.lookup';
import type { LookedUp, Looking } from './run-rows';

/** What is written as it was decided on: the seed of the opening, the population that is frozen. */
export interface KeptOfDraw {
  readonly seed?: string;
  readonly population?: readonly DrawCandidate[];
}

/** What the tables know about a spot check's command; a lookup changes nothing. */
export async function lookUpSpotCheck(
  m: EntityManager,
  { setting, entity, what }: Looking<SpotCheck, SpotCheckEntity>,
): Promise<LookedUp<SpotCheck, KeptOfDraw>> {
  if (what.kind === 'open') {
    const seed = await seedOf(m, setting);
    return { lookup: { seedHash: seedHashOf(seed, drawDigests) }, kept: { seed } };
  }
  if (what.kind !== 'command') return { lookup: {} };
  const { command, attribution } = what;
  switch (command.name) {
    case 'freezeSpotCheck': {
      const population = await drawCandidatesAlone(m, setting);
      const { length: size } = population;
      const digest = sha256Hex(populationText(population));
      return { lookup: { population: { digest, size } }, kept: { population } };
    }
    case 'revealSpotCheck': {
      const drawn = (await drawOf(m, { setting, entity })).map(({ branchId }) => branchId);
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
async function seedOf(m: EntityManager, { campaignId, no }: SpotCheckSetting): Promise<string> {
  const campaign = await m.findOneByOrFail(CampaignEntity, { id: campaignId });
  return campaign.rehearsal && campaign.seed !== null
    ? sha256Hex(`${campaign.seed}/spot-check/${no}`)
    : randomBytes(32).toString('hex');
}

/** Two checks frozen at one moment follow one another, so that none takes in the other's branches. */
async function drawCandidatesAlone(m: EntityManager, setting: SpotCheckSetting): Promise<DrawCandidate[]> {
  const id = idOf(setting.campaignId, 'round', setting.year);
  await m.findOne(RoundEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return drawCandidates(m, setting);
}

/** The draw as anybody can make it again from what is on record. */
export async function drawOf(
  m: EntityManager,
  { setting, entity }: { readonly setting: SpotCheckSetting; readonly entity: SpotCheckEntity },
) {
  const population = JSON.parse((await frozenPopulationOf(m, entity.id)) ?? '[]') as DrawCandidate[];
  return drawSample(
    {
      population,
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
