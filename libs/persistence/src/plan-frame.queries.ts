import type { EntityManager } from 'typeorm';
import { deadlineOf, type OrganisationPlan, type PlanFrame, roundOf } from '@app/domain';
import { programmeOf } from './programme-store';
import { select } from './select';

/** What an organisation's plan of a year must fit: its branches that are to attain the standard, the persons it names, the round. */
export async function planFrameOf(
  m: EntityManager,
  of: { readonly campaignId: string; readonly organisationId: string; readonly year: number },
  plan: Pick<OrganisationPlan, 'responsible'>,
): Promise<PlanFrame> {
  const { campaignId, organisationId, year } = of;
  const programme = await programmeOf(m, campaignId);
  const branches = await select<{ branchId: string }>(
    m,
    `SELECT branch_id AS branchId FROM branch_runs
      WHERE organisation_id = ? AND year = ? AND mode = 'attain' AND step <> 'closed' ORDER BY branch_id`,
    [organisationId, year],
  );
  const named = [...new Set(plan.responsible)];
  const known =
    named.length === 0
      ? []
      : await select<{ id: string }>(
          m,
          `SELECT id FROM people WHERE campaign_id = ? AND id IN (${named.map(() => '?').join(', ')})`,
          [campaignId, ...named],
        );
  return {
    branchIds: branches.map(({ branchId }) => branchId),
    personIds: known.map(({ id }) => id),
    from: roundOf(programme, year).opensOn,
    until: deadlineOf(programme, year, 'assessment')?.dueDate ?? `${year}-12-31`,
  };
}
