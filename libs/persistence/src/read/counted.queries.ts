import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  deadlineOf,
  DomainError,
  GOAL_FIGURES,
  type GoalFigure,
  latestFoundingInScope,
  type Target,
  type Verdict,
} from '@app/domain';
import { programmeOf } from './programme-store';
import { Conditions, fewOf, literal } from './select';

/** What branches of a round are counted by: a figure of the goal, or that they are out of its scope. */
export const COUNTED = [...GOAL_FIGURES, 'outOfScope'] as const;

export type Counted = (typeof COUNTED)[number];

/** A round of a campaign with the dates that decide which branches it counts. */
export interface CountedRound {
  readonly campaignId: string;
  readonly year: number;
  readonly assessBy: CivilDate;
  readonly foundedUntil: CivilDate;
}

/** The round as it counts; throws `not-found` for a year in which the programme assesses nothing. */
export async function countedRoundOf(m: EntityManager, campaignId: string, year: number): Promise<CountedRound> {
  const programme = await programmeOf(m, campaignId);
  const assessBy = deadlineOf(programme, year, 'assessment')?.dueDate;
  if (assessBy === undefined)
    throw new DomainError('not-found', `方案没有 ${year} 年度的评估`, { year, pointer: '/query/year' });
  const rule = { assessmentDate: assessBy, newBranchMonths: programme.newBranchMonths };
  return { campaignId, year, assessBy, foundedUntil: latestFoundingInScope(rule) };
}

/** Whether the round counts the branch in alias `b`: of its columns alone, so that one without a run is counted. */
export const IN_SCOPE_SQL = 'b.founded_on <= ? AND (b.valid_to IS NULL OR b.valid_to > ?)';

export function inScopeParameters({ foundedUntil, assessBy }: CountedRound): string[] {
  return [foundedUntil, assessBy];
}

/**
 * What the run in alias `r`, of this round or an earlier one, must be for its branch to be counted. A count and its list
 * are both of these conditions: the one sums them by branch, the other asks of each branch for such a run.
 */
export function countedRunSql(year: number): Readonly<Record<Exclude<GoalFigure, 'inScope'>, string>> {
  const thisYear = `r.year = ${Math.trunc(year)}`;
  return {
    planned: `${thisYear} AND r.target <=> ${literal<Target>('this-year')}`,
    assessed: `${thisYear} AND r.concluded_at IS NOT NULL`,
    filed: `(r.recognised_at IS NOT NULL OR (r.registered_at IS NOT NULL AND NOT (r.recheck <=> ${literal<Verdict>('overturned')})))`,
    recognised: 'r.recognised_at IS NOT NULL',
  };
}

/** Narrows a list of the branches in alias `b` to those that stand behind a count of the round. */
export function addCounted(where: Conditions, counted: Counted, round: CountedRound): void {
  if (counted === 'outOfScope') {
    where.add(`NOT (${IN_SCOPE_SQL})`, ...inScopeParameters(round));
    return;
  }
  where.add(IN_SCOPE_SQL, ...inScopeParameters(round));
  if (counted === 'inScope') return;
  where.add(
    `EXISTS (SELECT 1 FROM branch_runs r WHERE r.campaign_id = ? AND r.branch_id = b.id AND r.year <= ?
       AND ${countedRunSql(round.year)[counted]})`,
    round.campaignId,
    round.year,
  );
}

/** The branches behind a count where they are few; null where they are many. */
export async function fewCounted(m: EntityManager, counted: Counted, round: CountedRound): Promise<string[] | null> {
  const { campaignId, year } = round;
  if (counted === 'inScope') return null;
  if (counted === 'outOfScope') {
    const branch = new Conditions().equal('b.campaign_id', campaignId);
    addCounted(branch, counted, round);
    return fewOf(m, `SELECT b.id FROM branches b WHERE ${branch.sql}`, branch.parameters);
  }
  return fewOf(
    m,
    `SELECT DISTINCT r.branch_id AS id FROM branch_runs r FORCE INDEX (branch_runs_goal)
      WHERE r.campaign_id = ? AND r.year <= ? AND ${countedRunSql(year)[counted]}`,
    [campaignId, year],
  );
}
