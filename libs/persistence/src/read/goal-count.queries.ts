import type { EntityManager } from 'typeorm';
import { type CivilDate, type GoalCounts, type GoalFigure, ofFigures, type Pace } from '@app/domain';
import { countedRoundOf, countedRunSql, type CountedRound, IN_SCOPE_SQL, inScopeParameters } from './counted.queries';
import { addScope, isOfFew, type Scope, type ScopeColumns } from './scope.queries';
import { Conditions, select } from './select';

/** The branches of one organisation that a round counts, and those that it does not. */
export interface OrganisationCounts {
  readonly counts: GoalCounts;
  readonly outOfScope: number;
}

interface Counted {
  readonly byOrganisation: ReadonlyMap<string, OrganisationCounts>;
  readonly filedByDate: Pace['filedByDate'];
}

/** Where a branch in alias `b` stands, with its organisation in `o`. */
const BRANCH_PLACES: ScopeColumns = { area: 'o.area_id', organisation: 'b.organisation_id', branch: 'b.id' };

/**
 * The branches that an asker sees, counted by organisation. The denominator comes from the branches alone; the other counts
 * and the pace of filing come from one query, so that they agree.
 */
export async function countByOrganisation(m: EntityManager, round: CountedRound, scope: Scope): Promise<Counted> {
  const { campaignId } = round;
  const where = new Conditions().equal('b.campaign_id', campaignId);
  addScope(where, scope, BRANCH_PLACES);
  const branches = await select<{ organisationId: string; inScope: string; n: string }>(
    m,
    `SELECT b.organisation_id AS organisationId, SUM(${IN_SCOPE_SQL}) AS inScope, COUNT(*) AS n
       FROM branches b ${isOfFew(scope) ? '' : 'FORCE INDEX (branches_counted)'} ${ofOrganisation(scope)}
      WHERE ${where.sql} GROUP BY b.organisation_id`,
    [...inScopeParameters(round), ...where.parameters],
  );
  const byOrganisation = new Map<string, OrganisationCounts>();
  for (const { organisationId, inScope, n } of branches) {
    const counts = { ...ofFigures(() => 0), inScope: Number(inScope) };
    byOrganisation.set(organisationId, { counts, outOfScope: Number(n) - counts.inScope });
  }
  const facts = await readFacts(m, round, scope);
  for (const row of facts) {
    const before = byOrganisation.get(row.organisationId);
    if (!before) continue;
    const counts = ofFigures((figure) => before.counts[figure] + (figure === 'inScope' ? 0 : Number(row[figure])));
    byOrganisation.set(row.organisationId, { ...before, counts });
  }
  return { byOrganisation, filedByDate: cumulated(facts) };
}

/** The branches of a whole round that are counted. */
export async function goalCounts(m: EntityManager, campaignId: string, year: number): Promise<GoalCounts> {
  const round = await countedRoundOf(m, campaignId, year);
  const { byOrganisation } = await countByOrganisation(m, round, { kind: 'all' });
  return summed([...byOrganisation.values()]);
}

/** What some organisations sum to. */
export function summed(organisations: readonly OrganisationCounts[]): GoalCounts {
  return ofFigures((figure) => organisations.reduce((all, { counts }) => all + counts[figure], 0));
}

/** How many branches of each organisation are counted, by the date on which they were filed as passed. */
async function readFacts(m: EntityManager, round: CountedRound, scope: Scope): Promise<Facts[]> {
  const { campaignId, year } = round;
  const where = new Conditions().equal('b.campaign_id', campaignId).add(IN_SCOPE_SQL, ...inScopeParameters(round));
  addScope(where, scope, BRANCH_PLACES);
  const counted = countedRunSql(year);
  const runs = new Conditions().equal('r.campaign_id', campaignId).add('r.year <= ?', year);
  // what a run that is none of these says is nothing: most branches of most years need not be gathered
  runs.add(`(${Object.values(counted).join(' OR ')})`);
  addBranchesSeen(runs, campaignId, scope);
  return select<Facts>(
    m,
    `SELECT b.organisation_id AS organisationId, f.filedOn, SUM(f.planned) AS planned, SUM(f.assessed) AS assessed,
            COUNT(f.filedOn) AS filed, SUM(f.recognised) AS recognised
       FROM (SELECT r.branch_id, MAX(${counted.planned}) AS planned, MAX(${counted.assessed}) AS assessed,
               DATE_FORMAT(MIN(CASE WHEN ${counted.filed} THEN COALESCE(r.registered_at, r.recognised_at) END)
                 + INTERVAL 8 HOUR, '%Y-%m-%d') AS filedOn,
               MAX(${counted.recognised}) AS recognised
               FROM branch_runs r FORCE INDEX (branch_runs_goal) WHERE ${runs.sql} GROUP BY r.branch_id) f
       STRAIGHT_JOIN branches b FORCE INDEX (PRIMARY) ON b.id = f.branch_id ${ofOrganisation(scope)}
      WHERE ${where.sql} GROUP BY b.organisation_id, f.filedOn ORDER BY f.filedOn`,
    [...runs.parameters, ...where.parameters],
  );
}

type Facts = Readonly<Record<Exclude<GoalFigure, 'inScope'>, string>> & {
  readonly organisationId: string;
  /** Null of branches that are not filed as passed. */
  readonly filedOn: CivilDate | null;
};

/** The organisation of each branch, which only a part of the whole is narrowed by. */
function ofOrganisation({ kind }: Scope): string {
  return kind === 'all' ? '' : 'JOIN organisations o ON o.id = b.organisation_id';
}

/** Of few branches only their runs are looked at, also those of rounds in which a branch stood elsewhere. */
function addBranchesSeen(runs: Conditions, campaignId: string, scope: Scope): void {
  if (!isOfFew(scope)) return;
  const seen = new Conditions().equal('b.campaign_id', campaignId);
  addScope(seen, scope, BRANCH_PLACES);
  runs.add(
    `r.branch_id IN (SELECT b.id FROM branches b ${ofOrganisation(scope)} WHERE ${seen.sql})`,
    ...seen.parameters,
  );
}

/** How many were filed by each date, of rows in the order of their dates. */
function cumulated(rows: readonly Facts[]): Pace['filedByDate'] {
  const filed = new Map<CivilDate, number>();
  let sum = 0;
  for (const row of rows) {
    sum += Number(row.filed);
    if (row.filedOn !== null) filed.set(row.filedOn, sum);
  }
  return [...filed].map(([date, soFar]) => ({ date, filed: soFar }));
}
