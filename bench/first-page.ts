import { syntheticRoster } from '../services/rehearsal/src/roster';
import { type BenchSystem, Caller, establishRehearsal } from './system';

const KEY = 'bench-first';

/**
 * Seconds from the command (build, database, engine, migrations, worker, API) until an officer has signed in and sees
 * his first list; a campaign is established in between, as at a first start.
 */
export async function measureFirstPage(system: BenchSystem): Promise<number> {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 3 });
  await establishRehearsal(system, { key: KEY, roster, at: '2020-04-17T02:00:00.000Z', rate: 1, starts: false });
  const caller = await Caller.signIn(system, KEY, 'GW11');
  await caller.send('GET', '/branch-runs?limit=50');
  return (Date.now() - Number(process.env.DUIBIAO_BENCH_BEGAN ?? system.beganAt)) / 1000;
}
