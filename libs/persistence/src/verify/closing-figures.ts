/** Checks the figures that freeze with a round against the rule of the goal, branch by branch. */
import { type CampaignEvent, countBranches, deadlineOf, shanghaiDateOf } from '@app/domain';
import { BranchEntity } from '../tables/organisation.entity';
import { select } from '../read/select';
import type { Findings, Place } from './findings';
import type { Snapshot } from './snapshot';

/** A closing decision as the campaign's stream holds it. */
export interface RoundClosing {
  readonly campaignId: string;
  readonly place: Place;
  readonly happened: Extract<CampaignEvent, { type: 'round-closed' }>;
}

/** Each figure of a closing decision with its Chinese word. */
const FIGURES = { inScope: '计入', filed: '备案达标', recognised: '认定' } as const;

/**
 * Of what had happened by then: all branches of the assessment date, whether they have a run or not, and one dissolved after
 * it too (design: the denominator never shrinks silently).
 */
export async function checkFigures(
  { m, programme }: Snapshot,
  findings: Findings,
  { campaignId, place, happened }: RoundClosing,
): Promise<void> {
  const { year, at, figures } = happened.payload;
  const branches = await m.findBy(BranchEntity, { campaignId });
  const runs = await select<{ branchId: string; recognised: string | null; registered: string | null }>(
    m,
    `SELECT branch_id AS branchId, MAX(recognised_at <= ?) AS recognised,
            MAX(registered_at <= ? AND COALESCE(recheck, '') <> 'overturned') AS registered
       FROM branch_runs WHERE campaign_id = ? AND year <= ? GROUP BY branch_id`,
    [new Date(at), new Date(at), campaignId, year],
  );
  const standing = new Map(runs.map((run) => [run.branchId, run]));
  const closedOn = shanghaiDateOf(at);
  const counts = countBranches(
    branches.map(({ id, foundedOn, validTo }) => {
      const dissolvedOn = validTo !== null && validTo <= closedOn ? validTo : null;
      const recognised = Number(standing.get(id)?.recognised ?? 0) === 1;
      return {
        foundedOn,
        dissolvedOn,
        dissolutionDecision: dissolvedOn,
        planned: false,
        assessed: false,
        filed: recognised || Number(standing.get(id)?.registered ?? 0) === 1,
        recognised,
      };
    }),
    {
      assessmentDate: deadlineOf(programme, year, 'assessment')?.dueDate ?? `${year}-12-31`,
      newBranchMonths: programme.newBranchMonths,
    },
  );
  for (const [figure, word] of Object.entries(FIGURES) as [keyof typeof FIGURES, string][]) {
    findings.looked('figures');
    if (figures[figure] === counts[figure]) continue;
    const message = `${year} 年度结束时${word}党支部记为 ${figures[figure]}，按目标口径为 ${counts[figure]}`;
    findings.fault('figures', place, message);
  }
}
