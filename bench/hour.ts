import { setTimeout as pause } from 'node:timers/promises';
import { BRANCH_ACTS } from '../services/rehearsal/src/branch-acts';
import { Refused } from '../services/rehearsal/src/api-client';
import { ORGANISATION_ACTS } from '../services/rehearsal/src/organisation-acts';
import { between, seeded } from '../services/rehearsal/src/seeded';
import { DatabaseSizes } from './database-sizes';
import { type Figures, quantile } from './figures';
import { watching } from './held';
import { LIVE_YEAR, type LiveRound } from './live';
import { branchesOf, branchOf, organisationOf } from './places';
import type { BenchSystem } from './system';

const PER_SECOND = 20;
/** One turn in so many looks at a list; at the others somebody does what is next. */
const LISTS_EACH = 4;
/** A service that answers too slowly is not sent more at once: the rate that was kept says so. */
const AT_ONCE = 64;
/** Half of the acts fall on a tenth of the organisations, so that commands of the whole year are among them. */
const BUSY_SHARE = 0.1;
const MINUTE_MS = 60_000;
/** How many kinds of fault are named. */
const FAULTS_NAMED = 8;

interface Turns {
  readonly commands: number[];
  readonly lists: number[];
  readonly faults: Map<string, number>;
  done: number;
}

/** Mixed work for so many minutes at twenty turns a second, each by the office whose turn it is, on a round of live runs. */
export async function measureHour(system: BenchSystem, live: LiveRound, minutes: number): Promise<Figures> {
  const sizes = await DatabaseSizes.open();
  const before = await sizes.look();
  const memory = { worker: system.services.residentMb('worker'), api: system.services.residentMb('api') };
  const turns: Turns = { commands: [], lists: [], faults: new Map(), done: 0 };
  const next = new Work(live, turns);
  const begun = performance.now();
  const planned = minutes * 60 * PER_SECOND;
  let at = 0;
  const lane = async () => {
    for (let turn = at++; turn < planned; turn = at++) {
      await pause(Math.max(0, begun + (turn * 1000) / PER_SECOND - performance.now()));
      if (performance.now() - begun > minutes * MINUTE_MS) return; // more than was sent does not fit
      await next.take(turn);
    }
  };
  const stop = new AbortController();
  const told = tellEachMinute(system, turns, stop.signal);
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const seconds = (performance.now() - begun) / 1000;
  stop.abort();
  await told;
  const after = await sizes.look();
  await sizes.close();
  const errors = [...turns.faults].sort(([, a], [, b]) => b - a);
  for (const [fault, times] of errors.slice(0, FAULTS_NAMED)) console.log(`    ${times} × ${fault}`);
  return {
    hour_minutes: minutes,
    hour_turns_per_s: turns.done / seconds,
    hour_commands: turns.commands.length,
    hour_command_p50_ms: quantile(turns.commands, 0.5),
    hour_command_p95_ms: quantile(turns.commands, 0.95),
    hour_list_p95_ms: quantile(turns.lists, 0.95),
    hour_errors: errors.reduce((sum, [, times]) => sum + times, 0),
    hour_worker_rss_mb: {
      begin: memory.worker,
      end: system.services.residentMb('worker'),
      most: system.services.peakMb('worker'),
    },
    hour_api_rss_mb: { begin: memory.api, end: system.services.residentMb('api'), most: system.services.peakMb('api') },
    hour_growth_mb: { ours: after.ours - before.ours, engine: after.engine - before.engine },
  };
}

/** Chooses who acts next on what, the same in every run of the bench. */
class Work {
  private readonly random = seeded(17);
  private readonly organisations: readonly string[];
  private readonly busyFrom: number;
  private readonly atWork = new Set<string>();

  constructor(
    private readonly live: LiveRound,
    private readonly turns: Turns,
  ) {
    this.organisations = live.officeholders.organisations;
    this.busyFrom = Math.floor(this.organisations.length * (1 - BUSY_SHARE));
  }

  async take(turn: number): Promise<void> {
    const from = between(this.random, 0, 1) === 0 ? this.busyFrom : 0;
    const organisation = this.organisations[between(this.random, from, this.organisations.length - 1)] ?? '';
    const branches = this.live.officeholders.branchesOf(organisation);
    const branch = branches[between(this.random, 0, branches.length - 1)] ?? '';
    try {
      if (turn % LISTS_EACH === 0) await this.look(turn, organisation);
      else await this.act(organisation, branch);
    } catch (error) {
      const fault = error instanceof Refused ? `${error.status} ${error.code}` : String(error).slice(0, 120);
      this.turns.faults.set(fault, (this.turns.faults.get(fault) ?? 0) + 1);
    }
    this.turns.done += 1;
  }

  private async look(turn: number, organisation: string): Promise<void> {
    const { stage, officeholders, campaignId } = this.live;
    const [committee, superior] = [officeholders.committee[0], officeholders.superior(organisation)];
    const views: readonly [string, string][] = [
      [superior, `/branch-runs?limit=50&year=${LIVE_YEAR}`],
      [superior, '/me/tasks?limit=50'],
      [committee, `/branch-runs?limit=50&year=${LIVE_YEAR}&light=near`],
      [officeholders.liaison(organisation), `/branch-runs?limit=50&year=${LIVE_YEAR}&waitingOn=organisation-officer`],
      [committee, `/campaigns/${campaignId}/overview?year=${LIVE_YEAR}`],
      [superior, `/deadlines?limit=50&year=${LIVE_YEAR}`],
    ];
    const [login, path] = views[(turn / LISTS_EACH) % views.length] ?? [superior, '/me/tasks'];
    const begun = performance.now();
    await stage.api.get(login, path);
    this.turns.lists.push(performance.now() - begun);
  }

  /** What is next for this branch; where it waits for its organisation's plan, that. Nobody acts twice at once. */
  private async act(organisation: string, branchCode: string): Promise<void> {
    if (this.atWork.has(branchCode)) return;
    this.atWork.add(branchCode);
    const stage = watching(this.live.stage, (ms) => this.turns.commands.push(ms));
    try {
      const line = await branchOf(stage, { organisationCode: organisation, branchCode });
      const act = BRANCH_ACTS[line.step];
      if (act) await act(stage, line);
      else if (line.step === 'target-waiting') await this.plan(organisation);
    } finally {
      this.atWork.delete(branchCode);
    }
  }

  private async plan(organisation: string): Promise<void> {
    if (this.atWork.has(organisation)) return;
    this.atWork.add(organisation);
    const stage = watching(this.live.stage, (ms) => this.turns.commands.push(ms));
    try {
      const lines = await branchesOf(stage, organisation);
      const run = await organisationOf(stage, organisation);
      if (run.step === 'planning') await ORGANISATION_ACTS.planning?.(stage, run, lines);
    } finally {
      this.atWork.delete(organisation);
    }
  }
}

async function tellEachMinute({ services }: BenchSystem, turns: Turns, signal: AbortSignal): Promise<void> {
  for (let [minute, from] = [1, 0]; !signal.aborted; minute += 1, from = turns.commands.length) {
    await pause(MINUTE_MS, undefined, { signal }).catch(() => undefined);
    const commands = turns.commands.slice(from);
    const memory = `worker ${services.residentMb('worker').toFixed(0)} MB, API ${services.residentMb('api').toFixed(0)} MB`;
    console.log(
      `    ${minute} min: ${commands.length} commands, p95 ${quantile(commands, 0.95).toFixed(0)} ms, ${memory}`,
    );
  }
}
