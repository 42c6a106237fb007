import { setTimeout as pause } from 'node:timers/promises';
import { RightOfWay, RunActivities } from '@app/activities';
import {
  branchWorkflowId,
  clockReleased,
  KEEPER_QUEUE,
  KEEPER_WORKFLOW,
  type KeeperStart,
  keeperWorkflowId,
  organisationWorkflowId,
} from '@app/contracts';
import { type Instant, instantOf, release } from '@app/domain';
import { CampaignClockEntity, inTransaction, prepareRound } from '@app/persistence';
import { systemClock } from '@app/platform';
import { syntheticRoster } from '../services/rehearsal/src/roster';
import { type Figures, quantile } from './figures';
import type { OpenSurveys } from './commands';
import { closedLoop, openLoop, until } from './load';
import { perPiece, timed } from './processor';
import { type BenchSystem, establishRehearsal } from './system';

export const LATE_KEY = 'bench-late';
/** Ten seconds before the first rung after the due date of the organisations' and branches' plans, 2020-06-30. */
const BEFORE: Instant = '2020-06-30T15:59:50.000Z';
const ORGANISATIONS = 200;
const LANES = 8;
/** The clock is let go so long before the instant that every keeper has looked and sleeps. */
const LEAD_MS = 40_000;
/** So long before it the quiet part begins: the keepers have looked, and it is over in time. */
const QUIET_MS = 20_000;
const DAY_MS = 86_400_000;
/** So many commands and as many looks at a list go on from the instant, each so often; and the same before, in quiet. */
const MEANWHILE = 100;
const PER_SECOND = 20;

/**
 * Ten thousand branch plans due on one day in two hundred organisations. The rows come from the real establishing and the
 * real local writes, called here without their workflows; the keepers are real workflows and act on the instant.
 */
export async function prepareLate(system: BenchSystem, branches: number): Promise<string> {
  const roster = syntheticRoster({ organisations: ORGANISATIONS, branchesEach: branches / ORGANISATIONS, seed: 11 });
  const { setting } = await establishRehearsal(system, { key: LATE_KEY, roster, at: BEFORE, rate: 1, starts: false });
  const { campaignId } = setting;
  const at = BEFORE;
  const ids = { organisation: organisationWorkflowId, branch: branchWorkflowId, keeper: keeperWorkflowId };
  const runs = await inTransaction(system.dataSource, (m) => prepareRound(m, { campaignId, year: 2020, at }, ids));
  const opening = { expectedVersion: 0, operationKey: 'opened', requestDigest: '' };
  const what = { kind: 'open', at: '2020-06-01T02:00:00.000Z' } as const;
  const activities = new RunActivities(system.dataSource, systemClock, new RightOfWay());
  const writes = [
    ...runs.organisations.map(
      ({ setting: { runId } }) =>
        () =>
          activities.write('organisation-run', { runId, ...opening, what }),
    ),
    ...runs.branches.map(
      ({ setting: { runId } }) =>
        () =>
          activities.write('branch-run', { runId, ...opening, what }),
    ),
  ];
  await closedLoop(writes, LANES);
  const keepers = runs.keepers.map(({ id, workflowId }) => () => {
    const start: KeeperStart = { campaignId, campaignKey: LATE_KEY, keeperId: id };
    return system.engine.workflow.start(KEEPER_WORKFLOW, {
      ...{ workflowId, taskQueue: KEEPER_QUEUE, args: [start] },
      workflowIdConflictPolicy: 'USE_EXISTING', // an answer that was lost on a busy machine
    });
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
  const standsAt = new Date(dueAt.getTime() - LEAD_MS).toISOString();
  const now = systemClock.now();
  const stop = instantOf(dueAt.getTime() + DAY_MS);
  const moved = { ...release({ ...clock, heldSince: standsAt }, now, stop), heartbeatAt: now };
  await dataSource.manager.update(CampaignClockEntity, where, moved);
  const instant = Date.parse(now) + LEAD_MS;
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
  const list = () => surveys.reader.send('GET', '/branch-runs?year=2020&limit=50');
  const lists = Array.from({ length: MEANWHILE }, () => list);
  const together = () => Promise.all([openLoop(surveys.take(MEANWHILE), PER_SECOND), openLoop(lists, PER_SECOND)]);
  await pause(Math.max(0, instant - QUIET_MS - Date.parse(systemClock.now())));
  await together(); // connections and code paths are warm
  const [quietCommands, quietLists] = await together();
  await pause(Math.max(0, instant - Date.parse(systemClock.now())));
  const latencies = together();
  const { took } = await timed(system, () =>
    until(async () => (await count('next_rung_at <= ?', dueAt)) === 0, 'every late branch is acted on'),
  );
  const actedOn = Date.parse(systemClock.now());
  const [commands, reads] = await latencies;
  const events = await firings(system, campaignId);
  const keys = events.map(({ deadlineId, rung }) => `${deadlineId}/${rung}`);
  return {
    late_at_once: late,
    late_acted_on_s: (actedOn - instant) / 1000,
    late_lost: late - new Set(keys).size,
    late_twice: keys.length - new Set(keys).size,
    late_early: events.filter(({ at, writtenAt }) => at < dueAt.toISOString() || Date.parse(writtenAt) < instant)
      .length,
    command_p95_before_late_ms: quantile(quietCommands, 0.95),
    command_p95_while_late_ms: quantile(commands, 0.95),
    list_p95_before_late_ms: quantile(quietLists, 0.95),
    list_p95_while_late_ms: quantile(reads, 0.95),
    cpu_ms_per_rung: perPiece(took, late),
  };
}

interface Fired {
  readonly deadlineId: string;
  readonly rung: string;
  /** Programme time. */
  readonly at: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** What the record says of the branches' plans: the organisations' own dates fire at other instants. */
async function firings({ dataSource }: BenchSystem, campaignId: string): Promise<Fired[]> {
  const rows = await dataSource.query<{ canonical: string }[]>(
    "SELECT canonical FROM process_events WHERE campaign_id = ? AND type = 'rung-fired'",
    [campaignId],
  );
  return rows
    .map(({ canonical }) => JSON.parse(canonical) as { writtenAt: Instant; payload: Fired & { kind: string } })
    .filter(({ payload }) => payload.kind === 'branch-plan')
    .map(({ writtenAt, payload: { deadlineId, rung, at } }) => ({ deadlineId, rung, at, writtenAt }));
}

async function firstRung({ dataSource }: BenchSystem, campaignId: string): Promise<Date> {
  const [row] = await dataSource.query<[{ at: Date }]>(
    "SELECT MIN(next_rung_at) AS at FROM deadlines WHERE campaign_id = ? AND body = 'branch'",
    [campaignId],
  );
  return row.at;
}
