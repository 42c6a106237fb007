import type { EntityManager } from 'typeorm';
import {
  type BranchRunMode,
  type BranchStep,
  deadlineOf,
  type OrganisationPlan,
  type PlanFrame,
  roundOf,
} from '@app/domain';
import { programmeOf } from './programme-store';
import { literal, select } from './select';

/** What an organisation's plan of a year must fit: its branches that are to attain the standard, the persons it names, the round. */
export async function planFrameOf(
  m: EntityManager,
  of: { readonly campaignId: string; readonly organisationId: string; readonly year: number },
  plan: Pick<OrganisationPlan, 'responsible'>,
): Promise<PlanFrame> {
  const { campaignId, organisationId, year } = of;
  const programme = await programmeOf(m, campaignId);
  const branches = await select<PlanFrame['branches'][number]>(
    m,
    `SELECT b.id, b.code, b.name FROM branch_runs r JOIN branches b ON b.id = r.branch_id
      WHERE r.organisation_id = ? AND r.year = ? AND r.mode = ${literal<BranchRunMode>('attain')} AND r.step <> ${literal<BranchStep>('closed')} ORDER BY b.code`,
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
    branches,
    personIds: known.map(({ id }) => id),
    from: roundOf(programme, year).opensOn,
    until: deadlineOf(programme, year, 'assessment')?.dueDate ?? `${year}-12-31`,
  };
}
