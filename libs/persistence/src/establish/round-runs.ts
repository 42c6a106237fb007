import type { EntityManager } from 'typeorm';
import {
  type BranchRunSetting,
  type BranchStanding,
  type Disposition,
  type EarlierRun,
  type Instant,
  type OrganisationKind,
  type OrganisationRunSetting,
  type Programme,
  type Result,
  settingOfBranchRun,
  settingOfOrganisationRun,
  shanghaiDateOf,
  standingAfter,
} from '@app/domain';
import { CampaignEntity } from '../tables/campaign.entity';
import { idOf, organisationRunId } from '../record/ids';
import { programmeOf } from '../read/programme-store';
import {
  byWorkflowId,
  findWrittenRound,
  keepersOf,
  type OpeningRun,
  type RoundRuns,
  type WorkflowIds,
  writeRound,
} from './round-rows';
import { literal, select } from '../read/select';

interface OrganisationRow {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly areaId: string;
}

/**
 * Writes the rows of a round's runs (`opening`) and of the keepers, and answers what is to be started. Run twice, the
 * rows that are there already are answered, in the order of the first time: what changed since shifts nothing.
 */
export async function prepareRound(
  m: EntityManager,
  round: { readonly campaignId: string; readonly year: number; readonly at: Instant },
  ids: WorkflowIds,
): Promise<RoundRuns> {
  const campaign = await m.findOneByOrFail(CampaignEntity, { id: round.campaignId });
  const written = await findWrittenRound(m, campaign, { year: round.year, ids });
  if (written) return written;
  const programme = await programmeOf(m, campaign.id);
  const today = shanghaiDateOf(round.at);
  const organisations = await m.query<OrganisationRow[]>(
    `SELECT id, code, kind, area_id AS areaId FROM organisations
      WHERE campaign_id = ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY code`,
    [campaign.id, today],
  );
  const branches = await m.query<{ id: string; code: string; organisationId: string }[]>(
    `SELECT b.id, b.code, b.organisation_id AS organisationId FROM branches b
      WHERE b.campaign_id = ? AND b.founded_on <= ? AND (b.valid_to IS NULL OR b.valid_to > ?) ORDER BY b.code`,
    [campaign.id, today, today],
  );
  const before = await standingBefore(m, campaign.id, round.year);
  const context = { campaign, programme, year: round.year, ids };
  const organisationById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const branchRuns = branches
    .flatMap((branch) => {
      const organisation = organisationById.get(branch.organisationId);
      const standing = before.get(branch.id) ?? standingAfter([]);
      return organisation ? [branchRun(context, organisation, { ...branch, standing })] : [];
    })
    .sort(byWorkflowId);
  const surveying = new Set(
    branchRuns.filter(({ setting }) => setting.hasSurvey).map(({ setting }) => setting.organisationId),
  );
  const organisationRuns = organisations
    .map((organisation) => organisationRun(context, organisation, surveying.has(organisation.id)))
    .sort(byWorkflowId);
  const runs: RoundRuns = {
    campaignKey: campaign.key,
    keepers: keepersOf(campaign, ids, organisationRuns),
    organisations: organisationRuns,
    branches: branchRuns,
  };
  const areaOf = (organisationId: string) => organisationById.get(organisationId)?.areaId ?? '';
  await writeRound(m, { campaign, year: round.year, at: round.at }, { runs, areaOf });
  return runs;
}

interface Context {
  readonly campaign: CampaignEntity;
  readonly programme: Programme;
  readonly year: number;
  readonly ids: WorkflowIds;
}

/**
 * What earlier rounds left of each branch. Passes that are still on their way to recognition are locked: one that is lost
 * meanwhile is lost before, or finds the new run and tells it.
 */
async function standingBefore(
  m: EntityManager,
  campaignId: string,
  year: number,
): Promise<Map<string, BranchStanding>> {
  const before = 'FROM branch_runs WHERE campaign_id = ? AND year < ?';
  const underWay = await select<{ id: string }>(
    m,
    `SELECT id ${before} AND disposition IS NULL AND result = ${literal<Result>('passed')} LOCK IN SHARE MODE`,
    [campaignId, year],
  );
  const passes = new Set(underWay.map(({ id }) => id));
  const rows = await select<{
    id: string;
    branchId: string;
    recognisedAt: Date | null;
    disposition: Disposition | null;
  }>(m, `SELECT id, branch_id AS branchId, recognised_at AS recognisedAt, disposition ${before} ORDER BY year`, [
    campaignId,
    year,
  ]);
  const earlier = new Map<string, EarlierRun[]>();
  for (const { id, branchId, recognisedAt, disposition } of rows) {
    const run = { isRecognised: recognisedAt !== null, disposition, isPassUnderWay: passes.has(id) };
    earlier.set(branchId, [...(earlier.get(branchId) ?? []), run]);
  }
  return new Map([...earlier].map(([branchId, runs]) => [branchId, standingAfter(runs)]));
}

function homeOf({ campaign, year }: Context, organisation: OrganisationRow) {
  return {
    campaignId: campaign.id,
    campaignKey: campaign.key,
    programmeVersion: campaign.programmeVersion,
    year,
    organisationId: organisation.id,
    organisationCode: organisation.code,
  };
}

function organisationRun(
  context: Context,
  organisation: OrganisationRow,
  hasSurveys: boolean,
): OpeningRun<OrganisationRunSetting> {
  const { campaign, programme, year, ids } = context;
  const runId = organisationRunId(campaign.id, organisation.id, year);
  return {
    workflowId: ids.organisation(campaign.key, organisation.code, year),
    setting: settingOfOrganisationRun(
      { ...homeOf(context, organisation), runId, keeperWorkflowId: ids.keeper(campaign.key, organisation.code) },
      { programme, organisationKind: organisation.kind, hasSurveys },
    ),
  };
}

function branchRun(
  context: Context,
  organisation: OrganisationRow,
  branch: { id: string; code: string; standing: BranchStanding },
): OpeningRun<BranchRunSetting> {
  const { campaign, programme, year, ids } = context;
  const home = {
    ...homeOf(context, organisation),
    runId: idOf(campaign.id, 'branch-run', branch.id, year),
    branchId: branch.id,
    organisationWorkflowId: ids.organisation(campaign.key, organisation.code, year),
  };
  return {
    workflowId: ids.branch(campaign.key, branch.code, year),
    setting: settingOfBranchRun(home, {
      programme,
      organisationKind: organisation.kind,
      standing: branch.standing,
    }),
  };
}
