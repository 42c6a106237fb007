import { setTimeout as pause } from 'node:timers/promises';
import { BranchRunActivities, OrganisationRunActivities } from '@app/activities';
import {
  branchWorkflowId,
  clockReleased,
  KEEPER_WORKFLOW,
  type KeeperStart,
  keeperWorkflowId,
  organisationWorkflowId,
  PROCESS_QUEUE,
} from '@app/contracts';
import { beat, type Instant, release } from '@app/domain';
import { CampaignClockEntity, inTransaction, prepareRound } from '@app/persistence';
import { systemClock } from '@app/platform';
import { syntheticRoster } from '../services/rehearsal/src/roster';
import { type Figures, quantile } from './figures';
import type { OpenSurveys } from './commands';
import { closedLoop, openLoop, until } from './load';
import { type BenchSystem, found } from './system';

export const LATE_KEY = 'bench-late';
/** Ten seconds before the first rung after the due date of the organisations' and branches' plans, 2020-06-30. */
const BEFORE: Instant = '2020-06-30T15:59:50.000Z';
const ORGANISATIONS = 200;
const LANES = 8;

/**
 * Ten thousand branch plans due on one day in two hundred organisations. The rows come from the real founding and the
 * real local writes, called here without their workflows; the keepers are real workflows and act on the instant.
 */
export async function prepareLate(system: BenchSystem, branches: number): Promise<string> {
  const roster = syntheticRoster({ organisations: ORGANISATIONS, branchesEach: branches / ORGANISATIONS, seed: 11 });
  const { setting } = await found(system, { key: LATE_KEY, roster, at: BEFORE, rate: 1, starts: false });
  const { campaignId } = setting;
  const at = BEFORE;
  const ids = { organisation: organisationWorkflowId, branch: branchWorkflowId, keeper: keeperWorkflowId };
  const runs = await inTransaction(system.dataSource, (m) => prepareRound(m, { campaignId, year: 2020, at }, ids));
  const opening = { expectedVersion: 0, operationKey: 'opened', requestDigest: '0'.repeat(64) };
  const what = { kind: 'open', at: '2020-06-01T02:00:00.000Z' } as const;
  const organisations = new OrganisationRunActivities(system.dataSource, systemClock);
  const branchRuns = new BranchRunActivities(system.dataSource, systemClock);
  const writes = [
    ...runs.organisations.map(
      ({ setting: { runId } }) =>
        () =>
          organisations.writeOrganisationRun({ runId, ...opening, what }),
    ),
    ...runs.branches.map(
      ({ setting: { runId } }) =>
        () =>
          branchRuns.writeBranchRun({ runId, ...opening, what }),
    ),
  ];
  await closedLoop(writes, LANES);
  const keepers = runs.keepers.map(({ id, workflowId, digests }) => () => {
    const start: KeeperStart = { campaignId, campaignKey: LATE_KEY, keeperId: id, digests };
    return system.engine.workflow.start(KEEPER_WORKFLOW, { workflowId, taskQueue: PROCESS_QUEUE, args: [start] });
  });
  await closedLoop(keepers, LANES);
  return campaignId;
}

/** Lets the clock run over the instant while commands go on, and counts what the keepers did. */
export async function measureLate(system: BenchSystem, campaignId: string, surveys: OpenSurveys): Promise<Figures> {
  const { dataSource, engine } = system;
  const dueAt = await firstRung(system, campaignId);
  const count = async (condition: string, ...values: unknown[]) => {
    const [row] = await dataSource.query<[{ n: string }]>(
      `SELECT COUNT(*) AS n FROM deadlines WHERE campaign_id = ? AND body = 'branch' AND ${condition}`,
      [campaignId, ...values],
    );
    return Number(row.n);
  };
  const late = await count('next_rung_at = ?', dueAt);
  const where = { campaignId };
  const clock = await dataSource.manager.findOneByOrFail(CampaignClockEntity, where);
  const standsAt = new Date(dueAt.getTime() - 5000).toISOString();
  const now = systemClock.now();
  const moved = { ...release({ ...clock, heldSince: standsAt }, now), heartbeatAt: now };
  await dataSource.manager.update(CampaignClockEntity, where, moved);
  const instant = Date.parse(now) + 5000;
  let beating = true;
  const heart = (async () => {
    while (beating) {
      const row = await dataSource.manager.findOneByOrFail(CampaignClockEntity, where);
      await dataSource.manager.update(CampaignClockEntity, where, beat(row, systemClock.now()));
      await pause(100);
    }
  })();
  const keepers = await dataSource.query<{ workflowId: string }[]>(
    'SELECT workflow_id AS workflowId FROM keepers WHERE campaign_id = ?',
    [campaignId],
  );
  await closedLoop(
    keepers.map(
      ({ workflowId }) =>
        () =>
          engine.workflow.getHandle(workflowId).signal(clockReleased),
    ),
    20,
  );
  await pause(Math.max(0, instant - Date.parse(systemClock.now())));
  const latencies = openLoop(surveys.take(100), 20);
  await until(async () => (await count('next_rung_at <= ?', dueAt)) === 0, 'every late branch is acted on');
  const during = await latencies;
  beating = false;
  await heart;
  const fired = await dataSource.query<{ canonical: string }[]>(
    "SELECT canonical FROM process_events WHERE campaign_id = ? AND type = 'rung-fired'",
    [campaignId],
  );
  const events = fired
    .map(({ canonical }) => JSON.parse(canonical) as FiredEvent)
    .filter(({ payload }) => payload.kind === 'branch-plan');
  const written = events.map(({ writtenAt }) => Date.parse(writtenAt));
  const keys = events.map(({ payload }) => `${payload.deadlineId}/${payload.rung}`);
  return {
    late_at_once: late,
    late_acted_on_s: (Math.max(...written) - instant) / 1000,
    late_lost: late - (await count('rungs LIKE \'%"+1",%\' AND (next_rung_at IS NULL OR next_rung_at > ?)', dueAt)),
    late_twice: keys.length - new Set(keys).size,
    late_early: events.filter(({ recordedAt }) => Date.parse(recordedAt) < dueAt.getTime()).length,
    command_p95_while_late_ms: quantile(during, 0.95),
  };
}

interface FiredEvent {
  readonly writtenAt: Instant;
  readonly recordedAt: Instant;
  readonly payload: { readonly deadlineId: string; readonly kind: string; readonly rung: string };
}

async function firstRung({ dataSource }: BenchSystem, campaignId: string): Promise<Date> {
  const [row] = await dataSource.query<[{ at: Date }]>(
    "SELECT MIN(next_rung_at) AS at FROM deadlines WHERE campaign_id = ? AND body = 'branch'",
    [campaignId],
  );
  return row.at;
}
