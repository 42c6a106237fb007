import type { EntityManager } from 'typeorm';
import {
  deadlineOf,
  DomainError,
  type Goal,
  type GoalCounts,
  goalOf,
  type Instant,
  latestFoundingInScope,
  type Light,
  type Phase,
  roundOf,
} from '@app/domain';
import { lightOfRank, runLightsSql } from './light.queries';
import { programmeOf } from './programme-store';
import { addScope, type Scope, type ScopeColumns } from './scope.queries';
import { Conditions, select } from './select';

/** One organisation of the overview: its branches by phase and by light, and its own counts. */
export interface OverviewLine {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
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
  const [counts, phases, lights] = [
    await countsByOrganisation(m, { ...asked, assessBy, foundedUntil: latestFoundingInScope(rule) }),
    await phasesByOrganisation(m, asked),
    await lightsByOrganisation(m, asked),
  ];
  const organisations = await select<{ organisationId: string; code: string; name: string }>(
    m,
    'SELECT o.id AS organisationId, o.code, o.name FROM organisations o WHERE o.campaign_id = ? ORDER BY o.code',
    [campaignId],
  );
  const seen = organisations.filter(({ organisationId: id }) => counts.has(id) || phases.has(id));
  const lines = seen.map((organisation) => ({
    ...organisation,
    phases: phases.get(organisation.organisationId) ?? {},
    lights: lights.get(organisation.organisationId) ?? {},
    goal: goalOf(counts.get(organisation.organisationId) ?? NOTHING, share),
  }));
  return { year, assessBy, organisations: lines, goal: goalOf(sumOf([...counts.values()]), share) };
}

const NOTHING: GoalCounts = { inScope: 0, planned: 0, assessed: 0, filed: 0, recognised: 0 };

const RUN_PLACES: ScopeColumns = { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' };

async function countsByOrganisation(
  m: EntityManager,
  asked: Asked & { readonly assessBy: string; readonly foundedUntil: string },
): Promise<Map<string, GoalCounts>> {
  const { campaignId, year, scope, assessBy, foundedUntil } = asked;
  const where = new Conditions()
    .equal('b.campaign_id', campaignId)
    .add('b.founded_on <= ?', foundedUntil)
    .add('(b.valid_to IS NULL OR b.valid_to > ?)', assessBy);
  addScope(where, scope, { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' });
  const rows = await select<Record<keyof GoalCounts, string> & { organisationId: string }>(
    m,
    `SELECT b.organisation_id AS organisationId, COUNT(*) AS inScope, COALESCE(SUM(f.planned), 0) AS planned,
            COALESCE(SUM(f.assessed), 0) AS assessed, COALESCE(SUM(f.filed), 0) AS filed,
            COALESCE(SUM(f.recognised), 0) AS recognised
       FROM branches b JOIN organisations o ON o.id = b.organisation_id
       LEFT JOIN (SELECT r.branch_id, MAX(r.year = ? AND r.target <=> 'this-year') AS planned,
                    MAX(r.year = ? AND r.concluded_at IS NOT NULL) AS assessed,
                    MAX(r.recognised_at IS NOT NULL
                        OR (r.registered_at IS NOT NULL AND COALESCE(r.recheck, '') <> 'overturned')) AS filed,
                    MAX(r.recognised_at IS NOT NULL) AS recognised
                    FROM branch_runs r WHERE r.campaign_id = ? AND r.year <= ? GROUP BY r.branch_id) f ON f.branch_id = b.id
      WHERE ${where.sql} GROUP BY b.organisation_id`,
    [year, year, campaignId, year, ...where.parameters],
  );
  return new Map(
    rows.map(({ organisationId, ...counts }) => [
      organisationId,
      {
        inScope: Number(counts.inScope),
        planned: Number(counts.planned),
        assessed: Number(counts.assessed),
        filed: Number(counts.filed),
        recognised: Number(counts.recognised),
      },
    ]),
  );
}

async function phasesByOrganisation(m: EntityManager, { campaignId, year, scope }: Asked) {
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  addScope(where, scope, RUN_PLACES);
  const rows = await select<{ organisationId: string; name: Phase; n: string }>(
    m,
    `SELECT r.organisation_id AS organisationId, r.phase AS name, COUNT(*) AS n FROM branch_runs r
      WHERE ${where.sql} GROUP BY r.organisation_id, r.phase`,
    where.parameters,
  );
  return grouped(rows);
}

async function lightsByOrganisation(m: EntityManager, { campaignId, year, scope, now }: Asked) {
  const lights = runLightsSql({ campaignId, year }, now);
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  addScope(where, scope, RUN_PLACES);
  const rows = await select<{ organisationId: string; light: string; n: string }>(
    m,
    `SELECT r.organisation_id AS organisationId, l.light, COUNT(*) AS n FROM branch_runs r JOIN ${lights.sql} l ON l.run_id = r.id
      WHERE ${where.sql} GROUP BY r.organisation_id, l.light`,
    [...lights.parameters, ...where.parameters],
  );
  return grouped(
    rows.map(({ organisationId, light, n }) => ({ organisationId, name: lightOfRank(light) as Light, n })),
  );
}

function grouped<N extends string>(
  rows: readonly { readonly organisationId: string; readonly name: N; readonly n: string }[],
): Map<string, Partial<Record<N, number>>> {
  const groups = new Map<string, Partial<Record<N, number>>>();
  for (const { organisationId, name, n } of rows) {
    const group: Partial<Record<N, number>> = groups.get(organisationId) ?? {};
    group[name] = Number(n);
    groups.set(organisationId, group);
  }
  return groups;
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
