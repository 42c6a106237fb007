import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  deadlineOf,
  DomainError,
  type Forecast,
  forecast,
  type Goal,
  type GoalCounts,
  goalOf,
  type Instant,
  latestFoundingInScope,
  type Light,
  type Pace,
  type Phase,
  type Readings,
  readingsOf,
  roundOf,
  shanghaiDateOf,
  type Target,
  type Verdict,
} from '@app/domain';
import { lightOfRank, runLightRankSql, runLightsSql } from './light.queries';
import { programmeOf } from './programme-store';
import { RoundEntity } from '../tables/recognition.entity';
import { addScope, isOfFew, type Scope, type ScopeColumns } from './scope.queries';
import { Conditions, literal, select } from './select';

/** One organisation of the overview: its branches by phase and by light, and its own counts. */
export interface OverviewLine {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  /** The worst light among the branches of each phase. */
  readonly worst: Readonly<Partial<Record<Phase, Light>>>;
  readonly lights: Readonly<Partial<Record<Light, number>>>;
  /** For one organisation the share is a planning figure only. */
  readonly goal: Goal;
}

/** Organisation × phase with lights, and the goal once for all that the asker sees (苏委工〔2020〕6号 二). */
export interface Overview {
  readonly year: number;
  readonly assessBy: string;
  readonly organisations: readonly OverviewLine[];
  readonly goal: Goal;
  /** Both readings as of `countedOn`, the date of programme time in Shanghai. */
  readonly readings: Readings;
  readonly countedOn: CivilDate;
  /** At today's pace since the first round was opened; null in a year that was not. */
  readonly forecast: Forecast | null;
}

interface Asked {
  readonly campaignId: string;
  readonly year: number;
  readonly scope: Scope;
  readonly now: Instant;
}

/** The overview of a round, each part one grouped query; throws `not-found` for a year the programme does not have. */
export async function readOverview(m: EntityManager, asked: Asked): Promise<Overview> {
  const { campaignId, year } = asked;
  const programme = await programmeOf(m, campaignId);
  const { share } = roundOf(programme, year).goal;
  const assessBy = deadlineOf(programme, year, 'assessment')?.dueDate;
  if (assessBy === undefined) throw new DomainError('not-found', '本年度没有评估日期', { year });
  const rule = { assessmentDate: assessBy, newBranchMonths: programme.newBranchMonths };
  const [{ counts, filedByDate }, standings] = await Promise.all([
    countsByOrganisation(m, { ...asked, assessBy, foundedUntil: latestFoundingInScope(rule) }),
    standingsByOrganisation(m, asked),
  ]);
  const organisations = await select<{ organisationId: string; code: string; name: string }>(
    m,
    'SELECT o.id AS organisationId, o.code, o.name FROM organisations o WHERE o.campaign_id = ? ORDER BY o.code',
    [campaignId],
  );
  const seen = organisations.filter(({ organisationId: id }) => counts.has(id) || standings.has(id));
  const lines = seen.map((organisation) => ({
    ...organisation,
    ...(standings.get(organisation.organisationId) ?? { phases: {}, worst: {}, lights: {} }),
    goal: goalOf(counts.get(organisation.organisationId) ?? NOTHING, share),
  }));
  const goal = goalOf(sumOf([...counts.values()]), share);
  const countedOn = shanghaiDateOf(asked.now);
  return {
    year,
    assessBy,
    organisations: lines,
    goal,
    readings: readingsOf(goal),
    countedOn,
    forecast: await forecastOf(m, asked, { required: goal.required, filedByDate, today: countedOn, assessBy }),
  };
}

const NOTHING: GoalCounts = { inScope: 0, planned: 0, assessed: 0, filed: 0, recognised: 0 };

const RUN_PLACES: ScopeColumns = { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' };

const BRANCH_PLACES: ScopeColumns = { area: 'o.area_id', organisation: 'b.organisation_id', branch: 'b.id' };

/** The organisation of each branch, which only a part of the whole is narrowed by. */
function ofOrganisation({ kind }: Scope): string {
  return kind === 'all' ? '' : 'JOIN organisations o ON o.id = b.organisation_id';
}

/** Only runs of branches that the asker sees, also those of rounds in which a branch stood elsewhere. */
function addBranchesSeen(runs: Conditions, { campaignId, scope }: Asked): void {
  if (scope.kind === 'all') return;
  const seen = new Conditions().equal('b.campaign_id', campaignId);
  addScope(seen, scope, BRANCH_PLACES);
  runs.add(
    `r.branch_id IN (SELECT b.id FROM branches b ${ofOrganisation(scope)} WHERE ${seen.sql})`,
    ...seen.parameters,
  );
}

interface Counted {
  readonly counts: Map<string, GoalCounts>;
  readonly filedByDate: Pace['filedByDate'];
}

/**
 * The denominator comes from the branches alone, so that one without a run is counted. The counts and the pace of filing
 * come from one query, so that they agree.
 */
async function countsByOrganisation(
  m: EntityManager,
  asked: Asked & { readonly assessBy: string; readonly foundedUntil: string },
): Promise<Counted> {
  const { campaignId, year, scope, assessBy, foundedUntil } = asked;
  const where = new Conditions()
    .equal('b.campaign_id', campaignId)
    .add('b.founded_on <= ?', foundedUntil)
    .add('(b.valid_to IS NULL OR b.valid_to > ?)', assessBy);
  addScope(where, scope, BRANCH_PLACES);
  const runs = new Conditions().equal('r.campaign_id', campaignId).add('r.year <= ?', year);
  addBranchesSeen(runs, asked);
  const counts = new Map<string, GoalCounts>();
  const inScope = await select<{ organisationId: string; n: string }>(
    m,
    `SELECT b.organisation_id AS organisationId, COUNT(*) AS n
       FROM branches b IGNORE INDEX FOR GROUP BY (branches_organisation) ${ofOrganisation(scope)}
      WHERE ${where.sql} GROUP BY b.organisation_id`,
    where.parameters,
  );
  for (const { organisationId, n } of inScope) counts.set(organisationId, { ...NOTHING, inScope: Number(n) });
  const facts = await select<Record<'planned' | 'assessed' | 'filed' | 'recognised', string> & Filed>(
    m,
    `SELECT b.organisation_id AS organisationId, f.filedOn, SUM(f.planned) AS planned, SUM(f.assessed) AS assessed,
            COUNT(f.filedOn) AS filed, SUM(f.recognised) AS recognised
       FROM (SELECT r.branch_id, MAX(r.year = ? AND r.target <=> ${literal<Target>('this-year')}) AS planned,
               MAX(r.year = ? AND r.concluded_at IS NOT NULL) AS assessed,
               DATE_FORMAT(MIN(CASE WHEN r.recognised_at IS NOT NULL OR NOT (r.recheck <=> ${literal<Verdict>('overturned')})
                 THEN COALESCE(r.registered_at, r.recognised_at) END) + INTERVAL 8 HOUR, '%Y-%m-%d') AS filedOn,
               MAX(r.recognised_at IS NOT NULL) AS recognised
               FROM branch_runs r WHERE ${runs.sql} GROUP BY r.branch_id) f
       STRAIGHT_JOIN branches b FORCE INDEX (PRIMARY) ON b.id = f.branch_id ${ofOrganisation(scope)}
      WHERE ${where.sql} GROUP BY b.organisation_id, f.filedOn ORDER BY f.filedOn`,
    [year, year, ...runs.parameters, ...where.parameters],
  );
  for (const { organisationId, planned, assessed, filed, recognised } of facts) {
    const before = counts.get(organisationId) ?? NOTHING;
    counts.set(organisationId, {
      inScope: before.inScope,
      planned: before.planned + Number(planned),
      assessed: before.assessed + Number(assessed),
      filed: before.filed + Number(filed),
      recognised: before.recognised + Number(recognised),
    });
  }
  return { counts, filedByDate: cumulated(facts) };
}

interface Filed {
  readonly organisationId: string;
  /** Null of branches that are not filed as passed. */
  readonly filedOn: CivilDate | null;
}

/** How many were filed by each date, of rows in the order of their dates. */
function cumulated(rows: readonly (Filed & { readonly filed: string })[]): Pace['filedByDate'] {
  const filed = new Map<CivilDate, number>();
  let sum = 0;
  for (const row of rows) {
    sum += Number(row.filed);
    if (row.filedOn !== null) filed.set(row.filedOn, sum);
  }
  return [...filed].map(([date, soFar]) => ({ date, filed: soFar }));
}

type Standing = Pick<OverviewLine, 'phases' | 'worst' | 'lights'>;

/** Phases, lights and the worst light of each phase come from one query, so that they add up. */
async function standingsByOrganisation(
  m: EntityManager,
  { campaignId, year, scope, now }: Asked,
): Promise<Map<string, Standing>> {
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  addScope(where, scope, RUN_PLACES);
  const lights = runLightsSql({ campaignId, year }, now);
  const [light, join, parameters] = isOfFew(scope)
    ? [runLightRankSql(now), '', []]
    : ['l.light', `LEFT JOIN ${lights.sql} l ON l.run_id = r.id`, lights.parameters];
  const rows = await select<{ organisationId: string; phase: Phase; light: string | null; n: string }>(
    m,
    `SELECT r.organisation_id AS organisationId, r.phase, ${light} AS light, COUNT(*) AS n
       FROM branch_runs r FORCE INDEX (branch_runs_organisation) ${join}
      WHERE ${where.sql} GROUP BY r.organisation_id, r.phase, 3 ORDER BY 3`,
    [...parameters, ...where.parameters],
  );
  return rows.reduce((all, { organisationId, phase, light: rank, n }) => {
    const { phases, worst, lights: shown } = all.get(organisationId) ?? { phases: {}, worst: {}, lights: {} };
    const light = lightOfRank(rank);
    return all.set(organisationId, {
      phases: { ...phases, [phase]: (phases[phase] ?? 0) + Number(n) },
      worst: light === null || worst[phase] ? worst : { ...worst, [phase]: light },
      lights: light === null ? shown : { ...shown, [light]: (shown[light] ?? 0) + Number(n) },
    });
  }, new Map<string, Standing>());
}

/** At the pace since the first round was opened: how many will be filed as passed on the assessment date. */
async function forecastOf(
  m: EntityManager,
  { campaignId, year }: Asked,
  asked: Pick<Pace, 'required' | 'filedByDate'> & { readonly today: CivilDate; readonly assessBy: CivilDate },
): Promise<Forecast | null> {
  const rounds = await m.find(RoundEntity, { where: { campaignId }, order: { year: 'ASC' } });
  const [first] = rounds;
  if (!first || !rounds.some((round) => round.year === year)) return null;
  const { required, filedByDate, today, assessBy } = asked;
  return forecast({ since: shanghaiDateOf(first.openedAt), required, filedByDate }, today, assessBy);
}

function sumOf(all: readonly GoalCounts[]): GoalCounts {
  return all.reduce(
    (sum, { inScope, planned, assessed, filed, recognised }) => ({
      inScope: sum.inScope + inScope,
      planned: sum.planned + planned,
      assessed: sum.assessed + assessed,
      filed: sum.filed + filed,
      recognised: sum.recognised + recognised,
    }),
    NOTHING,
  );
}
