import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import type { RunAnswer, RunWrite } from '@app/contracts';
import {
  type BranchRunState,
  checkSheet,
  decideSpotCheck,
  type DrawCandidate,
  drawSample,
  type FilledSheet,
  openSpotCheck,
  populationText,
  scoreSheet,
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
  DocumentEntity,
  drawCandidates,
  drawDigests,
  idOf,
  isMemberNow,
  openDocument,
  programmeOf,
  RecheckEntity,
  RoundEntity,
  runOperation,
  sha256Hex,
  SPOT_CHECK_RUN,
  SpotCheckEntity,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
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
      return recheckFacts(m, setting, command.input, spoken.actor);
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

async function recheckFacts(
  m: EntityManager,
  setting: SpotCheckSetting,
  input: { recheckId: string; documentId: string },
  actor: string,
): Promise<SpotCheckFacts> {
  const recheck = await m.findOneBy(RecheckEntity, { id: input.recheckId, spotCheckId: setting.spotCheckId });
  if (!recheck) return {};
  const run = await m.findOneByOrFail(BranchRunEntity, { id: recheck.branchRunId });
  const programme = await programmeOf(m, setting.campaignId);
  const row =
    recheck.documentId === input.documentId ? await m.findOneBy(DocumentEntity, { id: input.documentId }) : null;
  const sheet = row?.body as FilledSheet | undefined;
  const faults = sheet ? checkSheet(programme.scoreSheet, sheet, { mayConfirmNotApplicable: true }) : [];
  return {
    recheck: {
      branchId: recheck.branchId,
      open: recheck.concludedAt === null,
      assessors: await assessorsOf(m, run),
      actorIsMember: await isMemberNow(m, actor, recheck.branchId),
      document:
        row && sheet
          ? {
              digest: row.digest,
              faults,
              score: faults.length === 0 ? scoreSheet(programme.scoreSheet, sheet).total : 0,
            }
          : null,
    },
  };
}

/** Who assessed the pass that is checked: of a pass of an earlier round, the assessors of that round. */
async function assessorsOf(m: EntityManager, { branchId, year }: BranchRunEntity): Promise<readonly string[]> {
  const runs = await m.find(BranchRunEntity, {
    where: { branchId, year: LessThanOrEqual(year) },
    order: { year: 'DESC' },
  });
  return runs.map((run) => (run.state as BranchRunState).assessors).find((assessors) => assessors.length > 0) ?? [];
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
      const documentId = await openDocument(
        m,
        { campaignId, programmeVersion, runId: spotCheckId },
        'recheck-assessment',
        fact.payload.at,
        { blank: true },
      );
      await m.insert(RecheckEntity, {
        id: recheckId(setting, branchId),
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
  if (fact.type === 'recheck-concluded') {
    const { recheckId: id, verdict, score, rechecker, at } = fact.payload;
    await m.update(RecheckEntity, { id }, { verdict, score, recheckerId: rechecker, concludedAt: at });
  }
}
