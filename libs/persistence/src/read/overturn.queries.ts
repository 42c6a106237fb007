import type { EntityManager } from 'typeorm';
import type { BranchStep, Instant, OfficeRef } from '@app/domain';
import { toInstant } from '../tables/columns';
import { barredFrom } from './barred.queries';
import { holdersOf } from './holder.queries';
import { select } from './select';

/** A recheck that found against a pass and waits for a second person. */
export interface Overturn {
  /** Of the recheck. */
  readonly id: string;
  /** Of the spot check. */
  readonly workflowId: string;
  readonly branchRunId: string;
  readonly campaignId: string;
  readonly branchId: string;
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly proposedAt: Instant;
  readonly rechecker: string;
  /** Who filled in the sheet. */
  readonly author: string | null;
}

/** The office that confirms: a second person of the committee (苏委工〔2020〕6号 五.2). */
export function confirmingOffice({ campaignId }: Pick<Overturn, 'campaignId'>): OfficeRef {
  return { role: 'committee-officer', bodyKind: 'committee', bodyId: campaignId };
}

/** Those of a campaign, or of one branch's year, in the order in which they were found. */
export async function openOverturns(
  m: EntityManager,
  of: { readonly campaignId: string } | { readonly branchRunId: string },
): Promise<Overturn[]> {
  const [column, id] = 'campaignId' in of ? ['campaign_id', of.campaignId] : ['branch_run_id', of.branchRunId];
  const rows = await select<Omit<Overturn, 'proposedAt'> & { readonly proposedAt: Date }>(
    m,
    `SELECT k.id, c.workflow_id AS workflowId, k.branch_run_id AS branchRunId, k.campaign_id AS campaignId,
            k.branch_id AS branchId, r.year, b.code, b.name, k.proposed_at AS proposedAt, k.rechecker_id AS rechecker,
            d.author_id AS author
       FROM rechecks k JOIN spot_checks c ON c.id = k.spot_check_id JOIN branch_runs r ON r.id = k.branch_run_id
       JOIN branches b ON b.id = k.branch_id LEFT JOIN documents d ON d.id = k.document_id
      WHERE k.${column} = ? AND k.proposed_at IS NOT NULL AND k.concluded_at IS NULL
      ORDER BY k.proposed_at, k.id`,
    [id],
  );
  return rows.map((row) => ({ ...row, proposedAt: toInstant(row.proposedAt) }));
}

/** Who may not confirm it though he is an officer of the committee: who may not judge the branch, found it, or filled in the sheet. */
export async function barredFromConfirming(m: EntityManager, overturn: Overturn): Promise<ReadonlySet<string>> {
  const { branchId, year, rechecker, author } = overturn;
  const step: BranchStep = 'rechecking';
  return new Set([...(await barredFrom(m, { branchId, year, step })), rechecker, ...(author ? [author] : [])]);
}

/** Of those who hold the office now, deputies included, whoever may confirm it; nobody where all are barred. */
export async function confirmersOf(m: EntityManager, overturn: Overturn): Promise<string[]> {
  const barred = await barredFromConfirming(m, overturn);
  const officers = await holdersOf(m, confirmingOffice(overturn));
  return officers.flatMap(({ personId }) => (barred.has(personId) ? [] : [personId]));
}
