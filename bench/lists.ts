import type { DataSource } from 'typeorm';
import { type Figures, quantile } from './figures';
import { LATE_KEY } from './late';
import { type BenchSystem, Caller } from './system';

const TIMES = 10;

/** Copies of every organisation, branch, run and deadline under new ids: what a very large campaign would hold. */
export async function seedCopies(dataSource: DataSource, campaignId: string, copies: number): Promise<number> {
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const table of ['organisations', 'branches', 'organisation_runs', 'branch_runs', 'deadlines']) {
      const columns = await dataSource.query<{ name: string }[]>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
        [table],
      );
      const names = columns.map(({ name }) => name);
      const values = names.map((name) => copied(table, name, copy));
      await dataSource.query(
        `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table}
          WHERE campaign_id = ? AND id NOT LIKE 'c0%'`,
        [campaignId],
      );
    }
  }
  for (const table of ['branch_runs', 'branches', 'deadlines', 'organisations'])
    await dataSource.query(`ANALYZE TABLE ${table}`);
  const [row] = await dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM branch_runs WHERE campaign_id = ?', [
    campaignId,
  ]);
  return Number(row.n);
}

const MARK = (copy: number) => `c0${String(copy).padStart(6, '0')}`;

function copied(table: string, name: string, copy: number): string {
  const ids = ['id', 'organisation_id', 'branch_id', 'run_id', 'keeper_id'];
  if (ids.includes(name)) return `INSERT(${name}, 1, 8, '${MARK(copy)}')`;
  if (['code', 'workflow_id', 'stream'].includes(name)) return `CONCAT(${name}, '-${copy}')`;
  if (table === 'branch_runs' && name === 'waiting_body_id') return `INSERT(${name}, 1, 8, '${MARK(copy)}')`;
  return name;
}

/** Pages of the list with every filter, and the overview, as an officer of the committee asks for them. */
export async function measureLists(system: BenchSystem, campaignId: string, seeded: number): Promise<Figures> {
  const caller = await Caller.signIn(system, LATE_KEY, 'GW11');
  const [organisation] = await system.dataSource.query<{ id: string }[]>(
    'SELECT id FROM organisations WHERE campaign_id = ? ORDER BY code LIMIT 1',
    [campaignId],
  );
  const filters = [
    '',
    '&phase=survey',
    '&step=survey-opening',
    '&light=very-late',
    '&light=late',
    `&organisationId=${organisation?.id ?? ''}`,
    '&waitingOn=organisation-officer',
  ];
  const lists: number[] = [];
  const overviews: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    for (const filter of filters) {
      lists.push(await timed(() => caller.send('GET', `/branch-runs?year=2020&limit=50${filter}`)));
    }
    overviews.push(await timed(() => caller.send('GET', `/campaigns/${campaignId}/overview?year=2020`)));
  }
  return { runs_seeded: seeded, list_p95_ms: quantile(lists, 0.95), overview_p95_ms: quantile(overviews, 0.95) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
