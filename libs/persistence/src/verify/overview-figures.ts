/** Checks every figure and light of the overview against the branches that it counts. */
import { type EntityManager, In, IsNull } from 'typeorm';
import {
  countBranches,
  type CountedBranch,
  deadlineOf,
  type GoalCounts,
  type Instant,
  type Light,
  lightAt,
  LIGHTS,
  type Programme,
  worstLight,
} from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import type { CampaignEntity } from '../tables/campaign.entity';
import { DeadlineEntity } from '../tables/deadline.entity';
import { toInstant } from '../tables/columns';
import { BranchEntity } from '../tables/organisation.entity';
import { type Overview, type OverviewLine, readOverview } from '../read/overview.queries';
import { select } from '../read/select';
import { type Findings, type Place, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';

/** Every round's overview, as it was at the last event of the campaign, its runs and its problems: a light looks at all that is recorded. */
export async function checkOverviews(
  { m, programme }: Snapshot,
  findings: Findings,
  campaigns: readonly CheckedRun<CampaignEntity>[],
): Promise<void> {
  for (const { row, events } of campaigns) {
    const now = (await lastRecorded(m, row.campaignId)) ?? row.since;
    for (const { year } of row.state.rounds) {
      const opened = events.find(
        ({ type, record }) => type === 'round-opened' && (record?.payload as { year: number }).year === year,
      );
      if (!opened) continue;
      const overview = await readOverview(m, { campaignId: row.campaignId, year, scope: { kind: 'all' }, now });
      await checkOverview(m, findings, { overview, programme, now, place: placeOf(opened) });
    }
  }
}

async function lastRecorded(m: EntityManager, campaignId: string): Promise<Instant | null> {
  const [row] = await select<{ at: Date | null }>(
    m,
    'SELECT MAX(recorded_at) AS at FROM process_events WHERE campaign_id = ?',
    [campaignId],
  );
  return toInstant(row?.at ?? null);
}

/** One overview, as it was read at `now`, against the lists. */
export async function checkOverview(
  m: EntityManager,
  findings: Findings,
  shown: { readonly overview: Overview; readonly programme: Programme; readonly now: Instant; readonly place: Place },
): Promise<void> {
  const { overview, programme, now, place } = shown;
  const total: Record<keyof GoalCounts, number> = { inScope: 0, planned: 0, assessed: 0, filed: 0, recognised: 0 };
  for (const line of overview.organisations) {
    const { counts, runs } = await countLists(m, line, { year: overview.year, programme });
    compareFigures(findings, { place, name: line.code, shown: line.goal, counts });
    const inPhases = Object.values(line.phases).reduce((sum, n) => sum + n, 0);
    findings.looked('counts');
    if (inPhases !== runs) findings.fault('counts', place, `总览 ${line.code} 各阶段共 ${inPhases}，名单有 ${runs}`);
    for (const name of NAMES) total[name] += counts[name];
    const lights = await readLights(m, line, { year: overview.year, now });
    for (const light of LIGHTS) {
      findings.looked('counts');
      const [shown, listed] = [line.lights[light] ?? 0, lights.filter((of) => of === light).length];
      if (shown !== listed) findings.fault('counts', place, `总览 ${line.code} ${light} 为 ${shown}，名单有 ${listed}`);
    }
  }
  compareFigures(findings, { place, name: '合计', shown: overview.goal, counts: total });
}

/** The light of each branch run of an organisation that has dates, by the domain's own rule. */
async function readLights(
  m: EntityManager,
  { organisationId }: OverviewLine,
  { year, now }: { readonly year: number; readonly now: Instant },
): Promise<Light[]> {
  const runs = await m.findBy(BranchRunEntity, { organisationId, year });
  if (runs.length === 0) return [];
  const ofRun = new Map<string, Light[]>();
  for (const row of await m.findBy(DeadlineEntity, { runId: In(runs.map(({ id }) => id)), owingRunId: IsNull() })) {
    ofRun.set(row.runId, [...(ofRun.get(row.runId) ?? []), lightAt(row, now)]);
  }
  return [...ofRun.values()].flatMap((lights) => worstLight(lights) ?? []);
}

const NAMES = ['inScope', 'planned', 'assessed', 'filed', 'recognised'] as const;

function compareFigures(
  findings: Findings,
  asked: { readonly place: Place; readonly name: string; readonly shown: GoalCounts; readonly counts: GoalCounts },
): void {
  const { place, name, shown, counts } = asked;
  for (const figure of NAMES) {
    findings.looked('counts');
    if (shown[figure] === counts[figure]) continue;
    findings.fault('counts', place, `总览 ${name} ${figure} 为 ${shown[figure]}，名单有 ${counts[figure]}`);
  }
}

/** Counted by the rule of the goal, branch by branch, from the rows of one organisation. */
async function countLists(
  m: EntityManager,
  { organisationId }: OverviewLine,
  { year, programme }: { readonly year: number; readonly programme: Programme },
): Promise<{ counts: GoalCounts; runs: number }> {
  const assessmentDate = deadlineOf(programme, year, 'assessment')?.dueDate ?? `${year}-12-31`;
  const branches = await m.findBy(BranchEntity, { organisationId });
  const runs =
    branches.length === 0 ? [] : await m.findBy(BranchRunEntity, { branchId: In(branches.map(({ id }) => id)) });
  const byBranch = new Map<string, BranchRunEntity[]>();
  for (const run of runs.filter((row) => row.year <= year)) {
    byBranch.set(run.branchId, [...(byBranch.get(run.branchId) ?? []), run]);
  }
  const counted = branches.map((branch): CountedBranch => {
    const own = byBranch.get(branch.id) ?? [];
    const current = own.find((run) => run.year === year);
    const recognised = own.some((run) => run.recognisedAt !== null);
    return {
      foundedOn: branch.foundedOn,
      dissolvedOn: branch.validTo,
      dissolutionDecision: branch.validTo,
      planned: current?.target === 'this-year',
      assessed: Boolean(current?.concludedAt),
      filed: recognised || own.some((run) => run.registeredAt !== null && run.recheck !== 'overturned'),
      recognised,
    };
  });
  const rule = { assessmentDate, newBranchMonths: programme.newBranchMonths };
  return { counts: countBranches(counted, rule), runs: runs.filter((run) => run.year === year).length };
}
