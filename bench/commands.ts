import { syntheticRoster } from '../services/rehearsal/src/roster';
import { type Figures, quantile } from './figures';
import { closedLoop, openLoop, until } from './load';
import { perPiece, timed } from './processor';
import { type BenchSystem, Caller, establishRehearsal, untilRunning } from './system';

const KEY = 'bench-commands';
const ORGANISATIONS = 20;

/** One command and the branch it is for. */
export interface Send {
  (): Promise<unknown>;
  readonly branchId: string;
}

/** Branches whose survey is still to be opened, with the officers who may. */
export interface OpenSurveys {
  /** The next so many commands, each for a branch of its own. */
  readonly take: (count: number) => Send[];
  /** Sees the whole campaign. */
  readonly reader: Caller;
  readonly campaignId: string;
  /** Another session of somebody who sees the whole campaign. */
  readonly signIn: () => Promise<Caller>;
}

/** Establishes a campaign of its own and opens its round: every branch waits for one command. */
export async function prepareCommands(system: BenchSystem, branches: number): Promise<OpenSurveys> {
  const roster = syntheticRoster({ organisations: ORGANISATIONS, branchesEach: branches / ORGANISATIONS, seed: 7 });
  const at = '2020-05-06T02:00:00.000Z';
  const { setting } = await establishRehearsal(system, { key: KEY, roster, at, rate: 1, starts: true });
  const committee = await Caller.signIn(system, KEY, 'GW11');
  const { dataSource } = system;
  await untilRunning(system, setting.campaignId);
  await committee.send('POST', '/rounds', { body: { year: 2020 }, key: 'open' });
  const ready = async () => {
    const [row] = await dataSource.query<[{ n: string }]>(
      "SELECT COUNT(*) AS n FROM branch_runs WHERE campaign_id = ? AND step = 'survey-opening'",
      [setting.campaignId],
    );
    return Number(row.n) === branches;
  };
  await until(ready, 'every branch run is opened');
  const runs = await dataSource.query<{ id: string; branchId: string; officer: string }[]>(
    `SELECT r.id, r.branch_id AS branchId, MIN(p.code) AS officer FROM branch_runs r
       JOIN offices o ON o.body_id = r.organisation_id AND o.role = 'organisation-officer'
       JOIN people p ON p.id = o.person_id WHERE r.campaign_id = ? GROUP BY r.id, r.branch_id ORDER BY r.id`,
    [setting.campaignId],
  );
  const callers = new Map<string, Caller>();
  for (const officer of new Set(runs.map((run) => run.officer))) {
    callers.set(officer, await Caller.signIn(system, KEY, officer));
  }
  const sends = runs.map(({ id, branchId, officer }) => {
    const caller = callers.get(officer) as Caller;
    const send = () => caller.send('POST', '/surveys', { body: { branchRunId: id }, key: `open/${id}` });
    return Object.assign(send, { branchId });
  });
  return {
    take: (count) => sends.splice(0, count),
    reader: committee,
    campaignId: setting.campaignId,
    signIn: () => Caller.signIn(system, KEY, 'GW11'),
  };
}

/** Commands over HTTP, open and closed loop, and how soon a change is seen in the list. */
export async function measureCommands(
  system: BenchSystem,
  surveys: OpenSurveys,
  { commands, perSecond, lanes }: { readonly commands: number; readonly perSecond: number; readonly lanes: number },
): Promise<Figures> {
  await closedLoop(surveys.take(20), lanes); // connections and code paths are warm
  const latencies = await openLoop(surveys.take(commands), perSecond);
  const sent = surveys.take(commands);
  const { result: rate, took } = await timed(system, () => closedLoop(sent, lanes));
  const seen: number[] = [];
  for (const send of surveys.take(40)) {
    await send();
    const begun = performance.now();
    await until(async () => {
      const path = `/branch-runs?year=2020&branchId=${send.branchId}&step=survey-writing`;
      return (await surveys.reader.send<{ items: unknown[] }>('GET', path)).items.length === 1;
    }, 'the change is seen in the list');
    seen.push(performance.now() - begun);
  }
  return {
    command_p50_ms: quantile(latencies, 0.5),
    command_p95_ms: quantile(latencies, 0.95),
    command_rate_per_s: perSecond,
    closed_loop_commands_per_s: rate,
    cpu_ms_per_command: perPiece(took, sent.length),
    visible_p99_ms: quantile(seen, 0.99),
  };
}
