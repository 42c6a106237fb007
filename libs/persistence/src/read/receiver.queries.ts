import type { EntityManager } from 'typeorm';
import type { BranchStep, RoundState, ToldStem } from '@app/domain';
import { literal, marks, select } from './select';

/** A run's workflow id beside the id by which it was asked for. */
interface Run {
  readonly id: string;
  readonly workflowId: string;
}

/** The organisations' runs of a round, or the one of them that is asked for. */
export async function findOrganisationRuns(
  m: EntityManager,
  {
    campaignId,
    year,
    only,
  }: { readonly campaignId: string; readonly year: number; readonly only?: string | undefined },
): Promise<string[]> {
  const rows = await select<Run>(
    m,
    `SELECT workflow_id AS workflowId FROM organisation_runs
      WHERE campaign_id = ? AND year = ? AND workflow_id = COALESCE(?, workflow_id) ORDER BY workflow_id`,
    [campaignId, year, only ?? null],
  );
  return rows.map(({ workflowId }) => workflowId);
}

/** The runs of the same branch in the other rounds that are not closed, or the one of them that is asked for. */
export function findRunsInOtherRounds(
  m: EntityManager,
  branchRunId: string,
  only?: string,
): Promise<{ workflowId: string; step: BranchStep }[]> {
  return select(
    m,
    `SELECT other.workflow_id AS workflowId, other.step FROM branch_runs own
       JOIN branch_runs other ON other.branch_id = own.branch_id AND other.year <> own.year
       JOIN rounds r ON r.campaign_id = other.campaign_id AND r.year = other.year AND r.status <> ${literal<RoundState['status']>('closed')}
      WHERE own.id = ? AND other.workflow_id = COALESCE(?, other.workflow_id) ORDER BY other.year`,
    [branchRunId, only ?? null],
  );
}

/** The runs of these branches in a round, by branch. */
export async function findBranchRuns(
  m: EntityManager,
  year: number,
  branchIds: readonly string[],
): Promise<Map<string, string>> {
  if (branchIds.length === 0) return new Map();
  const rows = await select<Run>(
    m,
    `SELECT branch_id AS id, workflow_id AS workflowId FROM branch_runs
      WHERE year = ? AND branch_id IN (${marks(branchIds)})`,
    [year, ...branchIds],
  );
  return workflowIdsOf(rows);
}

/** The round of an organisation's run, a spot check or a publication. */
export async function findRound(m: EntityManager, runId: string, publicationId: string): Promise<number> {
  const [row] = await select<{ year: number }>(
    m,
    `SELECT year FROM organisation_runs WHERE id = ? UNION SELECT year FROM spot_checks WHERE id = ?
     UNION SELECT year FROM publications WHERE id = ?`,
    [runId, runId, publicationId],
  );
  if (!row) throw new Error(`no round is known of ${runId}`);
  return row.year;
}

/** By recheck the run of its branch in the round of the check: a check has thousands, so all in one go. */
export async function findRunsOfRechecks(
  m: EntityManager,
  recheckIds: readonly string[],
): Promise<Map<string, string>> {
  if (recheckIds.length === 0) return new Map();
  const rows = await select<Run>(
    m,
    `SELECT k.id, r.workflow_id AS workflowId FROM rechecks k JOIN spot_checks s ON s.id = k.spot_check_id
       JOIN branch_runs r ON r.branch_id = k.branch_id AND r.year = s.year WHERE k.id IN (${marks(recheckIds)})`,
    recheckIds,
  );
  return workflowIdsOf(rows);
}

/** The branch of a branch's run and the rechecks of that branch, of whatever round. */
export async function findBranchWithRechecks(
  m: EntityManager,
  runId: string,
): Promise<{ branchId: string | null; recheckIds: string[] }> {
  const rows = await select<{ branchId: string; recheckId: string | null }>(
    m,
    `SELECT r.branch_id AS branchId, k.id AS recheckId FROM branch_runs r
       LEFT JOIN rechecks k ON k.branch_id = r.branch_id WHERE r.id = ?`,
    [runId],
  );
  return { branchId: rows[0]?.branchId ?? null, recheckIds: rows.flatMap(({ recheckId }) => recheckId ?? []) };
}

/** The keepers that tell an organisation's run what expired. */
export async function findKeepersTelling(m: EntityManager, organisationRunId: string): Promise<string[]> {
  const rows = await select<Run>(
    m,
    `SELECT k.workflow_id AS workflowId FROM organisation_runs r
       JOIN keepers k ON k.campaign_id = r.campaign_id AND k.scope_id IN (r.organisation_id, r.campaign_id) WHERE r.id = ?`,
    [organisationRunId],
  );
  return rows.map(({ workflowId }) => workflowId);
}

/** The runs around a run, which may have told it something: their workflow ids by their ids. */
export async function findSenders(m: EntityManager, stem: ToldStem, runId: string): Promise<Map<string, string>> {
  const { table, senders } = AROUND[stem];
  const queries = senders.map(
    (sender) => `SELECT s.id, s.workflow_id AS workflowId FROM ${table} own JOIN ${sender} WHERE own.id = ?`,
  );
  const rows = await select<Run>(
    m,
    queries.join(' UNION ALL '),
    queries.map(() => runId),
  );
  return workflowIdsOf(rows);
}

const AROUND: Readonly<Record<ToldStem, { readonly table: string; readonly senders: readonly string[] }>> = {
  branch: {
    table: 'branch_runs',
    senders: [
      'organisation_runs s ON s.organisation_id = own.organisation_id AND s.year = own.year',
      'campaigns s ON s.id = own.campaign_id',
      'spot_checks s ON s.campaign_id = own.campaign_id AND s.year = own.year',
      'branch_runs s ON s.branch_id = own.branch_id AND s.id <> own.id',
    ],
  },
  organisation: {
    table: 'organisation_runs',
    senders: [
      'branch_runs s ON s.organisation_id = own.organisation_id AND s.year = own.year',
      'campaigns s ON s.id = own.campaign_id',
    ],
  },
};

function workflowIdsOf(rows: readonly Run[]): Map<string, string> {
  return new Map(rows.map(({ id, workflowId }) => [id, workflowId]));
}
