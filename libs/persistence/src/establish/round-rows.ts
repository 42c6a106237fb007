import type { EntityManager } from 'typeorm';
import {
  BRANCH_STEP_TABLE,
  type BranchRunSetting,
  type Instant,
  type OrganisationRunSetting,
  UNOPENED_BRANCH_RUN,
  UNOPENED_ORGANISATION_RUN,
} from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import type { CampaignEntity } from '../tables/campaign.entity';
import { KeeperEntity } from '../tables/deadline.entity';
import { keeperId } from '../record/ids';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import { insertMissing } from '../write/insert';

/** How workflow ids are made; the contracts' functions are handed in, because this lib knows no engine. */
export interface WorkflowIds {
  readonly organisation: (campaign: string, organisation: string, year: number) => string;
  readonly branch: (campaign: string, branch: string, year: number) => string;
  readonly keeper: (campaign: string, scope: string) => string;
}

/** A run to be started: its row is written first and decides. */
export interface OpeningRun<T> {
  readonly workflowId: string;
  readonly setting: T;
}

/** Everything a round starts with. */
export interface RoundRuns {
  readonly campaignKey: string;
  readonly keepers: readonly { readonly id: string; readonly scopeId: string; readonly workflowId: string }[];
  readonly organisations: readonly OpeningRun<OrganisationRunSetting>[];
  readonly branches: readonly OpeningRun<BranchRunSetting>[];
}

export function keepersOf(
  campaign: CampaignEntity,
  ids: WorkflowIds,
  organisations: readonly OpeningRun<OrganisationRunSetting>[],
): RoundRuns['keepers'] {
  const keeperOf = (scopeId: string, workflowId: string) => ({
    id: keeperId(campaign.id, scopeId),
    scopeId,
    workflowId,
  });
  return [
    ...organisations.map(({ setting }) => keeperOf(setting.organisationId, setting.keeperWorkflowId)),
    keeperOf(campaign.id, ids.keeper(campaign.key, 'committee')),
  ];
}

/** By UTF-16 code unit: the same order however the runs were come by. */
export function byWorkflowId(one: { readonly workflowId: string }, other: { readonly workflowId: string }): number {
  return one.workflowId < other.workflowId ? -1 : Number(one.workflowId > other.workflowId);
}

/** A round as its rows were written, all in one transaction; null where there are none. */
export async function findWrittenRound(
  m: EntityManager,
  campaign: CampaignEntity,
  { year, ids }: { readonly year: number; readonly ids: WorkflowIds },
): Promise<RoundRuns | null> {
  const where = { campaignId: campaign.id, year };
  const select = { workflowId: true, setting: true } as const;
  const organisations = (await m.find(OrganisationRunEntity, { where, select }))
    .map(({ workflowId, setting }) => ({ workflowId, setting }))
    .sort(byWorkflowId);
  if (organisations.length === 0) return null;
  return {
    campaignKey: campaign.key,
    keepers: keepersOf(campaign, ids, organisations),
    organisations,
    branches: (await m.find(BranchRunEntity, { where, select }))
      .map(({ workflowId, setting }) => ({ workflowId, setting }))
      .sort(byWorkflowId),
  };
}

/** Writes the rows of a round's runs (`opening`) and of the keepers; `areaOf` by organisation. */
export async function writeRound(
  m: EntityManager,
  { campaign, year, at }: { readonly campaign: CampaignEntity; readonly year: number; readonly at: Instant },
  { runs, areaOf }: { readonly runs: RoundRuns; readonly areaOf: (organisationId: string) => string },
): Promise<void> {
  const common = {
    campaignId: campaign.id,
    programmeVersion: campaign.programmeVersion,
    version: 0,
    step: 'opening',
    since: at,
    year,
  };
  await insertMissing(
    m,
    KeeperEntity,
    runs.keepers.map((keeper) => ({
      ...keeper,
      campaignId: campaign.id,
      remindedAt: keeper.scopeId === campaign.id ? at : null,
    })),
  );
  await insertMissing(
    m,
    OrganisationRunEntity,
    runs.organisations.map(({ workflowId, setting }) => ({
      ...common,
      id: setting.runId,
      workflowId,
      setting,
      state: UNOPENED_ORGANISATION_RUN,
      organisationId: setting.organisationId,
      areaId: areaOf(setting.organisationId),
    })),
  );
  await insertMissing(
    m,
    BranchRunEntity,
    runs.branches.map(({ workflowId, setting }) => ({
      ...common,
      id: setting.runId,
      workflowId,
      setting,
      state: UNOPENED_BRANCH_RUN,
      branchId: setting.branchId,
      organisationId: setting.organisationId,
      areaId: areaOf(setting.organisationId),
      mode: setting.mode,
      hasSurvey: setting.hasSurvey,
      passedBefore: setting.passedBefore,
      phase: BRANCH_STEP_TABLE.opening.phase,
    })),
  );
}
