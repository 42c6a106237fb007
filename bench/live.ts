import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../services/rehearsal/src/api-client';
import { openRound } from '../services/rehearsal/src/committee-acts';
import { Officeholders } from '../services/rehearsal/src/officeholders';
import { Reads } from '../services/rehearsal/src/reads';
import { syntheticRoster } from '../services/rehearsal/src/roster';
import type { Stage } from '../services/rehearsal/src/stage';
import { type BenchSystem, establishRehearsal, PASSWORD, untilRunning } from './system';

export const LIVE_YEAR = 2020;
/** The clock stands here all the while: nothing becomes due, every step of the year can be taken on one day. */
const ON = '2020-05-06';
const BRANCHES_EACH = 50;
/** One for each place at which runs are left, and some whose branches only wait. */
const FEWEST_ORGANISATIONS = 30;
/** A round that opens no further run for so long is a fault. */
const PATIENCE_MS = 180_000;

/** A round that is open with so many live runs, each a workflow of its own, and those who act in it. */
export interface LiveRound {
  readonly campaignId: string;
  readonly stage: Stage;
  readonly officeholders: Officeholders;
  readonly branches: number;
}

/** How large it is to be; `runs` are those of branches, shared out evenly. */
interface LiveSize {
  readonly key: string;
  readonly runs: number;
  readonly organisations: number;
}

/** As many organisations as so many runs have, and not fewer than there are places. */
export function organisationsOf(runs: number): number {
  return Math.max(FEWEST_ORGANISATIONS, Math.round(runs / BRANCHES_EACH));
}

/** Establishes a campaign and opens its round as the committee does; every branch and organisation waits for a command. */
export async function prepareLive(system: BenchSystem, { key, runs, organisations }: LiveSize): Promise<LiveRound> {
  const branchesEach = Math.ceil(runs / organisations);
  const roster = syntheticRoster({ organisations, branchesEach, seed: 13 });
  const at = `${ON}T02:00:00.000Z` as const;
  const { setting } = await establishRehearsal(system, { key, roster, at, rate: 1, starts: true });
  const { campaignId } = setting;
  await untilRunning(system, campaignId);
  const api = new ApiClient(system.url, () => PASSWORD);
  const officeholders = new Officeholders(key, roster);
  const codes = new Map<string, readonly string[]>();
  const stage: Stage = {
    api,
    officeholders,
    reads: new Reads(api, campaignId, officeholders.committee[0]),
    seed: key,
    moment: { at, on: ON, story: false },
    ballotCodes: {
      keep: (ballot, handedOut) => void codes.set(ballot, handedOut),
      of: (ballot) => codes.get(ballot) ?? [],
    },
  };
  await openRound(stage, LIVE_YEAR);
  await untilOpened(system, { campaignId, branches: organisations * branchesEach, organisations });
  return { campaignId, stage, officeholders, branches: organisations * branchesEach };
}

/** However long it takes, as long as it goes on. */
async function untilOpened(
  { dataSource }: BenchSystem,
  { campaignId, branches, organisations }: { campaignId: string; branches: number; organisations: number },
): Promise<void> {
  let [before, since] = [-1, performance.now()];
  for (;;) {
    const [row] = await dataSource.query<[{ branches: string; organisations: string }]>(
      `SELECT (SELECT COUNT(*) FROM branch_runs WHERE campaign_id = ? AND step = 'survey-opening') AS branches,
              (SELECT COUNT(*) FROM organisation_runs WHERE campaign_id = ? AND step = 'planning') AS organisations`,
      [campaignId, campaignId],
    );
    const opened = Number(row.branches) + Number(row.organisations);
    if (opened === branches + organisations) return;
    if (opened > before) [before, since] = [opened, performance.now()];
    if (performance.now() - since > PATIENCE_MS) throw new Error(`the round stays at ${opened} opened runs`);
    await pause(1000);
  }
}
