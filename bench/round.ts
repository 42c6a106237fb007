import { CAMPAIGN_ATTRIBUTE, workflowTypeOf } from '@app/contracts';
import { BRANCH_STEP_TABLE, type CivilDate, ORGANISATION_STEP_TABLE, type Phase } from '@app/domain';
import { closeRound, actAsCommittee, openRound } from '../services/rehearsal/src/committee-acts';
import { ApiClient } from '../services/rehearsal/src/api-client';
import { BRANCH_ACTS } from '../services/rehearsal/src/branch-acts';
import { ORGANISATION_ACTS } from '../services/rehearsal/src/organisation-acts';
import { Officeholders, present } from '../services/rehearsal/src/officeholders';
import { workOnProblems } from '../services/rehearsal/src/problem-acts';
import { ProgrammeTime } from '../services/rehearsal/src/programme-time';
import type { RoundView } from '../services/rehearsal/src/quiet';
import { Reads } from '../services/rehearsal/src/reads';
import { syntheticRoster } from '../services/rehearsal/src/roster';
import type { Stage } from '../services/rehearsal/src/stage';
import type { Figures } from './figures';
import { closedLoop } from './load';
import { Sizes } from './sizes';
import { type BenchSystem, establishRehearsal, PASSWORD, untilRunning } from './system';

const KEY = 'bench-round';
const YEAR = 2020;
const DAY_MS = 86_400_000;
const LANES = 8;
/** How many tables are named with their size. */
const LARGEST = 12;
const ROSTER = syntheticRoster({ organisations: 2, branchesEach: 15, seed: 5 });

/** Whose acts of which phases fall on which day; whoever comes to one of their steps goes on. */
const DAYS: readonly {
  readonly on: CivilDate;
  readonly branches?: readonly Phase[];
  readonly organisations?: Phase;
  readonly problems?: true;
  readonly committee?: true;
}[] = [
  { on: '2020-05-06', branches: ['survey'] },
  { on: '2020-06-01', organisations: 'plan' },
  { on: '2020-06-10', branches: ['plan'] },
  { on: '2020-08-10', problems: true },
  { on: '2020-09-10', problems: true },
  { on: '2020-10-12', branches: ['building', 'assessment'] },
  { on: '2020-11-16', organisations: 'assessment' },
  ...['2020-11-26', '2020-11-27', '2020-11-30', '2020-12-01', '2020-12-02', '2020-12-10'].map((on) => ({
    on,
    committee: true as const,
  })),
];

/** A round that was played to its closing decision, and the bytes that it added to our tables and their indexes. */
export interface PlayedRound {
  readonly campaignId: string;
  readonly storedBytes: ReadonlyMap<string, number>;
}

/**
 * A round of thirty branches that all pass first time, over HTTP by the rehearsal's own actors: survey, plan, a problem
 * list for two in three, ballot, two assessors, party group, filing, draw, recheck, publication, recognition, closing.
 */
export async function playRound(system: BenchSystem): Promise<PlayedRound> {
  const { setting } = await establishRehearsal(system, {
    key: KEY,
    roster: ROSTER,
    at: '2020-05-06T02:00:00.000Z',
    rate: DAY_MS,
    starts: true,
  });
  const { campaignId } = setting;
  await untilRunning(system, campaignId);
  const sizes = await Sizes.open(process.env.DATABASE_OWNER_URL ?? '');
  const before = await sizes.values();
  const api = new ApiClient(system.url, () => PASSWORD);
  const officeholders = new Officeholders(KEY, ROSTER);
  const [officer] = officeholders.committee;
  const reads = new Reads(api, campaignId, officer);
  const time = new ProgrammeTime(api, reads, { officer, seed: KEY, tell: ([, en]) => console.log(en) });
  const codes = new Map<string, readonly string[]>();
  const ballotCodes: Stage['ballotCodes'] = {
    keep: (ballot, handedOut) => void codes.set(ballot, handedOut),
    of: (ballot) => codes.get(ballot) ?? [],
  };
  const stageOn = (on: CivilDate): Stage => ({
    api,
    officeholders,
    reads,
    seed: KEY,
    moment: { at: `${on}T02:00:00.000Z`, on, story: false },
    ballotCodes,
  });
  await openRound(stageOn('2020-05-06'), YEAR);
  for (const day of DAYS) await playDay(stageOn(day.on), time, day);
  await closeRound(stageOn('2020-12-10'), YEAR);
  await time.rest();
  const storedBytes = await sizes.storedSince(before);
  await sizes.close();
  return { campaignId, storedBytes };
}

async function playDay(stage: Stage, time: ProgrammeTime, day: (typeof DAYS)[number]): Promise<void> {
  let rest = await time.goTo(stage.moment.at);
  if (day.committee) {
    await actAsCommittee(stage, rest.campaign);
    await time.rest();
  }
  for (;;) {
    const round = present(rest.rounds.get(YEAR));
    const acts = [
      ...branchActs(stage, round, day.branches ?? []),
      ...organisationActs(stage, round, day.organisations),
    ];
    if (acts.length === 0) break;
    await closedLoop(acts, LANES);
    rest = await time.rest();
  }
  if (!day.problems) return;
  const { branches } = present(rest.rounds.get(YEAR));
  await closedLoop(
    branches.map((run) => () => workOnProblems(stage, run)),
    LANES,
  );
}

function branchActs(stage: Stage, { branches }: RoundView, phases: readonly Phase[]): (() => Promise<unknown>)[] {
  return branches.flatMap((run) => {
    const act = BRANCH_ACTS[run.step];
    return act && phases.includes(BRANCH_STEP_TABLE[run.step].phase) ? [() => act(stage, run)] : [];
  });
}

function organisationActs(
  stage: Stage,
  { organisations, branches }: RoundView,
  phase: Phase | undefined,
): (() => Promise<unknown>)[] {
  return organisations.flatMap((run) => {
    const act = ORGANISATION_ACTS[run.step];
    const own = branches.filter(({ organisationCode }) => organisationCode === run.organisationCode);
    return act && ORGANISATION_STEP_TABLE[run.step].phase === phase ? [() => act(stage, run, own)] : [];
  });
}

function sumOf(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** What a finished branch run has cost: its share of all that the round wrote, and its own history as the engine counts it. */
export async function measureRound({ dataSource, engine }: BenchSystem, round: PlayedRound): Promise<Figures> {
  const runs = await dataSource.query<{ workflowId: string }[]>(
    'SELECT workflow_id AS workflowId FROM branch_runs WHERE campaign_id = ?',
    [round.campaignId],
  );
  const [stored, tables] = [sumOf(round.storedBytes), [...round.storedBytes].sort(([, a], [, b]) => b - a)];
  for (const [table, size] of tables.slice(0, LARGEST)) {
    console.log(
      `    ${Math.round(size / runs.length)
        .toString()
        .padStart(6)} bytes a run  ${table}`,
    );
  }
  let [bytes, events, executions] = [0, 0, 0];
  // a run's history is that of all its executions (docs/decisions/0034)
  const query = `${CAMPAIGN_ATTRIBUTE.name} = '${KEY}' AND WorkflowType = '${workflowTypeOf('branch-run')}'`;
  for await (const { historySize = 0, historyLength } of engine.workflow.list({ query })) {
    bytes += historySize;
    events += historyLength;
    executions += 1;
  }
  return {
    db_bytes_per_run: stored / runs.length,
    engine_bytes_per_run: bytes / runs.length,
    history_events_per_run: events / runs.length,
    executions_per_run: executions / runs.length,
  };
}
