import type { EntityManager } from 'typeorm';
import {
  BRANCH_STEP_TABLE,
  type BranchStep,
  type CivilDate,
  DEADLINE_KINDS,
  type DeadlineKind,
  type Instant,
  isOpenLight,
  type Light,
  LIGHTS,
  type OrganisationStep,
  type Phase,
  phaseHeldBy,
  type Role,
  runLightAt,
  type RunLight,
  worstLight,
} from '@app/domain';
import { toInstant } from '../tables/columns';
import { lightOfRank, lightRankSql } from './light.queries';
import { addScope, isOfFew, type Scope } from './scope.queries';
import { Conditions, select } from './select';

/** The dates of one kind and light among organisations' own: how many, and the earliest of their days. */
export interface OwnDates {
  readonly kind: DeadlineKind;
  readonly light: Light;
  readonly dueDate: CivilDate | null;
  readonly count: number;
}

/** Where the runs of some branches stand in a round, and the dates of their organisations. */
export interface Standing {
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  readonly lights: Readonly<Partial<Record<Light, number>>>;
  /** How many runs wait for an office of this role. */
  readonly waitingOn: Readonly<Partial<Record<Role, number>>>;
  /** The worst light in each phase: of its branches, and of the dates of their organisations that hold them up there. */
  readonly worst: Readonly<Partial<Record<Phase, Light>>>;
  readonly dates: readonly OwnDates[];
}

/** Whose round, within whose sight, at which moment. */
export interface StandingAsked {
  readonly campaignId: string;
  readonly year: number;
  readonly scope: Scope;
  readonly now: Instant;
}

/** Runs that agree in all that a standing counts by. */
export interface RunGroup {
  readonly organisationId: string;
  readonly areaId: string;
  readonly phase: Phase;
  readonly light: Light | null;
  readonly waitingRole: Role | null;
  readonly n: number;
}

/** Dates of an organisation's own year that agree in all that is shown; `listed`: the asker's list of dates holds them. */
export interface OwnDate {
  readonly organisationId: string;
  readonly areaId: string;
  readonly kind: DeadlineKind;
  readonly light: Light;
  readonly dueDate: CivilDate | null;
  readonly step: OrganisationStep;
  readonly listed: boolean;
  readonly n: number;
}

/** The runs that an asker sees, in groups: every count of where they stand is a sum of these, so that they add up. */
export async function readRunGroups(
  m: EntityManager,
  { campaignId, year, scope, now }: StandingAsked,
): Promise<RunGroup[]> {
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: 'r.branch_id' });
  const rows = await select<RunGroupRow>(
    m,
    `SELECT r.organisation_id AS organisationId, r.area_id AS areaId, r.step, r.waiting_role AS waitingRole,
            r.rest_light AS restLight, r.near_at AS nearAt, r.due_at AS dueAt, r.very_late_at AS veryLateAt, COUNT(*) AS n
       FROM branch_runs r ${isOfFew(scope) ? '' : 'FORCE INDEX (branch_runs_shelf)'}
      WHERE ${where.sql} GROUP BY ${SHELVES}`,
    where.parameters,
  );
  return rows.map(({ step, restLight, nearAt, dueAt, veryLateAt, n, ...row }) => {
    const instants = { nearAt: toInstant(nearAt), dueAt: toInstant(dueAt), veryLateAt: toInstant(veryLateAt) };
    const light = runLightAt({ restLight, ...instants }, now);
    return { ...row, phase: BRANCH_STEP_TABLE[step].phase, light, n: Number(n) };
  });
}

/** In the order of the index, so that groups are counted as they pass and none is kept. */
const SHELVES = `r.campaign_id, r.year, r.step, r.target, r.result, r.disposition, r.mode, r.waiting_role, r.rest_light,
  r.near_at, r.due_at, r.very_late_at, r.organisation_id, r.area_id`;

type RunGroupRow = Omit<RunGroup, 'phase' | 'light' | 'n'> &
  Pick<RunLight, 'restLight'> &
  Readonly<Record<'nearAt' | 'dueAt' | 'veryLateAt', Date | null>> & { readonly step: BranchStep; readonly n: string };

/** The own dates of these organisations in the round. */
export async function readOwnDates(
  m: EntityManager,
  { campaignId, year, scope, now }: StandingAsked,
  organisationIds: readonly string[],
): Promise<OwnDate[]> {
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  if (isOfFew(scope)) where.among('r.organisation_id', organisationIds);
  const parts = [
    { of: 'd.run_id', branch: null },
    { of: 'd.owing_run_id', branch: 'd.branch_id' },
  ].map(({ of, branch }) => {
    const listed = new Conditions();
    addScope(listed, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch });
    return {
      sql: `SELECT r.organisation_id AS organisationId, r.area_id AS areaId, d.kind, ${lightRankSql('d', now)} AS light,
            d.due_date AS dueDate, r.step, ${listed.sql} AS listed, COUNT(*) AS n
       FROM organisation_runs r JOIN deadlines d ON ${of} = r.id
      WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      parameters: [...listed.parameters, ...where.parameters],
    };
  });
  type Row = Omit<OwnDate, 'light' | 'listed' | 'n'> & { light: string; listed: string; n: string };
  const rows = await select<Row>(
    m,
    `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY dueDate, organisationId`,
    parts.flatMap(({ parameters }) => parameters),
  );
  return rows.map(({ light, listed: shown, n, ...row }) => ({
    ...row,
    light: lightOfRank(light) as Light,
    listed: Number(shown) === 1,
    n: Number(n),
  }));
}

/** What these groups and dates amount to. */
export function standingOf(groups: readonly RunGroup[], dates: readonly OwnDate[]): Standing {
  const phases = sumBy(groups, ({ phase }) => phase);
  const lit = (phase: Phase) => {
    const held = new Set(groups.flatMap((group) => (group.phase === phase ? [group.organisationId] : [])));
    const own = groups.flatMap((group) => (group.phase === phase && group.light ? [group.light] : []));
    const holding = dates.filter(
      ({ organisationId, kind, step, light }) =>
        held.has(organisationId) && isOpenLight(light) && phaseHeldBy(kind, step) === phase,
    );
    return worstLight([...own, ...holding.map(({ light }) => light)]);
  };
  const worst = (Object.keys(phases) as Phase[]).map((phase) => [phase, lit(phase)] as const);
  return {
    phases,
    lights: sumBy(groups, ({ light }) => light),
    waitingOn: sumBy(groups, ({ waitingRole }) => waitingRole),
    worst: Object.fromEntries(worst.filter(([, light]) => light !== null)),
    dates: gathered(dates.filter(({ listed }) => listed)),
  };
}

function sumBy<K extends string>(
  groups: readonly RunGroup[],
  keyOf: (group: RunGroup) => K | null,
): Partial<Record<K, number>> {
  const sums: Partial<Record<K, number>> = {};
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null) sums[key] = (sums[key] ?? 0) + group.n;
  }
  return sums;
}

/** In the order of the kinds, the worst light first; of dates in the order of their days. */
function gathered(dates: readonly OwnDate[]): OwnDates[] {
  return DEADLINE_KINDS.flatMap((kind) =>
    LIGHTS.flatMap((light) => {
      const alike = dates.filter((date) => date.kind === kind && date.light === light);
      const dueDate = alike.find((date) => date.dueDate !== null)?.dueDate ?? null;
      return alike.length === 0 ? [] : [{ kind, light, dueDate, count: alike.reduce((sum, { n }) => sum + n, 0) }];
    }),
  );
}
