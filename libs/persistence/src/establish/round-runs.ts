import type { EntityManager } from 'typeorm';
import {
  type BranchRunMode,
  type BranchRunSetting,
  committeeOfficer,
  deadlineOf,
  type Disposition,
  type Instant,
  type OfficeRef,
  type OrganisationKind,
  type OrganisationRunSetting,
  type Programme,
  shanghaiDateOf,
  stepsFor,
} from '@app/domain';
import { CampaignEntity } from '../tables/campaign.entity';
import { idOf } from '../record/ids';
import { programmeOf } from '../read/programme-store';
import {
  byWorkflowId,
  keepersOf,
  type OpeningRun,
  type RoundRuns,
  type WorkflowIds,
  writeRound,
  writtenRound,
} from './round-rows';
import { select } from '../read/select';

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
  const written = await writtenRound(m, campaign, round.year, ids);
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
      return organisation ? [branchRun(context, organisation, branch, before.get(branch.id))] : [];
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
  await writeRound(m, { campaign, year: round.year, at: round.at }, runs, areaOf);
  return runs;
}

interface Context {
  readonly campaign: CampaignEntity;
  readonly programme: Programme;
  readonly year: number;
  readonly ids: WorkflowIds;
}

interface Standing {
  readonly recognised: boolean;
  readonly passed: boolean;
}

/**
 * What earlier rounds left of each branch; rounds may overlap, so that a pass may still be on its way to recognition. Such
 * passes are locked: one that is lost meanwhile is lost before, or finds the new run and tells it.
 */
async function standingBefore(m: EntityManager, campaignId: string, year: number): Promise<Map<string, Standing>> {
  const before = 'FROM branch_runs WHERE campaign_id = ? AND year < ?';
  const underWay = await select<{ id: string }>(
    m,
    `SELECT id ${before} AND disposition IS NULL AND result = 'passed' LOCK IN SHARE MODE`,
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
  const standing = new Map<string, Standing>();
  for (const row of rows) {
    const recognised = row.recognisedAt !== null || (standing.get(row.branchId)?.recognised ?? false);
    standing.set(row.branchId, {
      recognised,
      passed: row.disposition === 'passed-awaiting' || passes.has(row.id),
    });
  }
  return standing;
}

function superiorOf(campaign: CampaignEntity, organisation: OrganisationRow): OfficeRef {
  return organisation.kind === 'direct-branch'
    ? committeeOfficer(campaign.id)
    : { role: 'organisation-officer', bodyKind: 'organisation', bodyId: organisation.id };
}

function organisationRun(
  { campaign, programme, year, ids }: Context,
  organisation: OrganisationRow,
  hasSurveys: boolean,
): OpeningRun<OrganisationRunSetting> {
  return {
    workflowId: ids.organisation(campaign.key, organisation.code, year),
    setting: {
      campaignId: campaign.id,
      campaignKey: campaign.key,
      programmeVersion: campaign.programmeVersion,
      rehearsal: campaign.rehearsal,
      year,
      runId: idOf(campaign.id, 'organisation-run', organisation.id, year),
      organisationId: organisation.id,
      organisationCode: organisation.code,
      keeperWorkflowId: ids.keeper(campaign.key, organisation.code),
      superior: superiorOf(campaign, organisation),
      correctionWorkdays: programme.correctionWorkdays,
      registrationWorkdays: programme.registrationWorkdays,
      deadlines: programme.deadlines
        .filter((deadline) => deadline.year === year && deadline.body === 'organisation')
        .filter(({ kind }) => kind !== 'survey' || hasSurveys)
        .map(({ kind, remindByDate, dueDate }) => ({ kind, remindByDate, dueDate })),
    },
  };
}

function branchRun(
  { campaign, programme, year, ids }: Context,
  organisation: OrganisationRow,
  branch: { id: string; code: string },
  before: Standing | undefined,
): OpeningRun<BranchRunSetting> {
  const steps = stepsFor(programme, year, { recognised: before?.recognised ?? false });
  const mode: BranchRunMode = steps.includes('assessment')
    ? 'attain'
    : steps.includes('review')
      ? 'review'
      : 'maintain';
  const passedBefore = mode === 'attain' && (before?.passed ?? false);
  const plan = steps.includes('plan') && !passedBefore ? deadlineOf(programme, year, 'branch-plan') : undefined;
  return {
    workflowId: ids.branch(campaign.key, branch.code, year),
    setting: {
      campaignId: campaign.id,
      campaignKey: campaign.key,
      programmeVersion: campaign.programmeVersion,
      rehearsal: campaign.rehearsal,
      year,
      runId: idOf(campaign.id, 'branch-run', branch.id, year),
      branchId: branch.id,
      organisationId: organisation.id,
      organisationCode: organisation.code,
      organisationWorkflowId: ids.organisation(campaign.key, organisation.code, year),
      keeperWorkflowId: ids.keeper(campaign.key, organisation.code),
      mode,
      hasSurvey: steps.includes('survey') && !passedBefore,
      passedBefore,
      superior: superiorOf(campaign, organisation),
      passMark: programme.assessment.passMark,
      assessBy: deadlineOf(programme, year, 'assessment')?.dueDate ?? null,
      correctionWorkdays: programme.correctionWorkdays,
      lostPassPlanWorkdays: programme.lostPassPlanWorkdays,
      planDeadline: plan ? { remindByDate: plan.remindByDate, dueDate: plan.dueDate } : null,
    },
  };
}
