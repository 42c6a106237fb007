import type { DataSource } from 'typeorm';
import { LIGHTS } from '@app/domain';
import { BRANCH_RUN_SORTS, COUNTED } from '@app/persistence';
import { quantile } from './figures';
import { LATE_KEY } from './late';
import { type BenchSystem, Caller } from './system';

/** How often each page is asked for, and how many of the slowest are named. */
const TURNS = 3;
const SLOWEST = 6;
const YEAR = 2020;

/** Earlier years in which every branch has a run, closed long ago. */
const CLOSED_YEARS = 4;
/** Eight letters that no id begins with by chance. */
const SECOND_HALF = 'c0000001';
/** What the id of a closed run begins with, by how many years it lies back: letters that no id of ours has. */
const LETTERS_OF_YEARS = ' wxyz';

/**
 * A hundred thousand runs from ten thousand: the campaign is doubled under new ids, so that twenty thousand runs are
 * live, and each branch gets a closed run, its dates met, in four years before. Answers how many runs there are.
 */
export async function seedCopies(dataSource: DataSource, campaignId: string): Promise<number> {
  const live = ['organisations', 'branches', 'organisation_runs', 'branch_runs', 'deadlines'];
  for (const table of live) await copy(dataSource, { table, campaignId, change: doubled });
  for (let back = 1; back <= CLOSED_YEARS; back += 1) {
    for (const table of live.slice(2)) {
      await copy(dataSource, { table, campaignId, change: (name) => closedBefore(table, name, back), year: YEAR });
    }
  }
  for (const table of live) await dataSource.query(`ANALYZE TABLE ${table}`);
  const [row] = await dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM branch_runs WHERE campaign_id = ?', [
    campaignId,
  ]);
  return Number(row.n);
}

async function copy(
  dataSource: DataSource,
  {
    table,
    campaignId,
    change,
    year,
  }: {
    readonly table: string;
    readonly campaignId: string;
    /** What stands in a column of the copy. */
    readonly change: (column: string) => string;
    readonly year?: number;
  },
): Promise<void> {
  const columns = await dataSource.query<{ name: string }[]>(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  const names = columns.map(({ name }) => name);
  await dataSource.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map(change).join(', ')} FROM ${table}
      WHERE campaign_id = ? ${year === undefined ? '' : `AND year = ${year}`}`,
    [campaignId],
  );
}

function doubled(name: string): string {
  const ids = ['id', 'organisation_id', 'branch_id', 'run_id', 'keeper_id', 'waiting_body_id'];
  if (ids.includes(name)) return `INSERT(${name}, 1, 8, '${SECOND_HALF}')`;
  if (name === 'code') return `CONCAT(${name}, '-2')`;
  if (name === 'search_text') return `REPLACE(${name}, '\\n', '-2\\n')`;
  return ['workflow_id', 'stream'].includes(name) ? `REPLACE(${name}, ':${YEAR}', '-2:${YEAR}')` : name;
}

function closedBefore(table: string, name: string, back: number): string {
  if (name === 'id' || name === 'run_id') return `INSERT(${name}, 1, 1, '${LETTERS_OF_YEARS[back]}')`;
  const values: Readonly<Record<string, string>> = {
    year: `year - ${back}`,
    workflow_id: `REPLACE(workflow_id, ':${YEAR}', ':${YEAR - back}')`,
    stream: `REPLACE(stream, ':${YEAR}', ':${YEAR - back}')`,
    phase: "'closed'",
    step: "'closed'",
    disposition: "'carried-failed'",
    met_at: 'due_at - INTERVAL 1 DAY',
    met_how: "'in-time'",
    rest_light: "'met'",
  };
  // a run whose dates are met keeps no instant of theirs
  if (table === 'branch_runs' && ['near_at', 'due_at', 'very_late_at'].includes(name)) return 'NULL';
  return values[name] ?? (GONE_WHEN_CLOSED.includes(name) ? 'NULL' : name);
}

const GONE_WHEN_CLOSED = ['waiting_role', 'waiting_body_kind', 'waiting_body_id', 'next_rung_at', 'next_reminder_at'];

/** One page as one person asks for it. */
interface Question {
  readonly who: string;
  readonly caller: Caller;
  readonly path: string;
}

/** Pages of lists with every filter and order, and overviews, as those who look at them ask for them; prints the slowest. */
export async function measureLists(
  system: BenchSystem,
  campaignId: string,
  seeded: number,
): Promise<Record<'runs_seeded' | 'list_p95_ms' | 'overview_p95_ms', number>> {
  const callers: Omit<Question, 'path'>[] = [];
  for (const role of ['committee-officer', 'area-liaison', 'organisation-officer']) {
    callers.push({
      who: role,
      caller: await Caller.signIn(system, LATE_KEY, await holderOf(system, campaignId, role)),
    });
  }
  const pages = await pagesOf(system, campaignId);
  const overview = [`/campaigns/${campaignId}/overview?year=${YEAR}`];
  const ask = (paths: readonly string[]) =>
    askedByTurns(callers.flatMap(({ who, caller }) => paths.map((path) => ({ who, caller, path }))));
  const lists = await ask(pages);
  const overviews = await ask(overview);
  return { runs_seeded: seeded, list_p95_ms: quantile(lists, 0.95), overview_p95_ms: quantile(overviews, 0.95) };
}

/** Every question some times, so that none stands alone in a fast or a slow moment. */
async function askedByTurns(questions: readonly Question[]): Promise<number[]> {
  const times = new Map<Question, number[]>(questions.map((question) => [question, []]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [{ caller, path }, taken] of times) {
      const begun = performance.now();
      await caller.send('GET', path);
      taken.push(performance.now() - begun);
    }
  }
  const medians = [...times].map(([question, taken]) => ({ ...question, ms: quantile(taken, 0.5) }));
  for (const { who, path, ms } of medians.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST)) {
    console.log(`    ${ms.toFixed(0).padStart(6)} ms  ${who}  ${path}`);
  }
  return [...times.values()].flat();
}

async function pagesOf({ dataSource }: BenchSystem, campaignId: string): Promise<string[]> {
  const [branch] = await dataSource.query<[{ id: string; organisationId: string; areaId: string; code: string }]>(
    `SELECT b.id, b.organisation_id AS organisationId, o.area_id AS areaId, b.code FROM branches b
       JOIN organisations o ON o.id = b.organisation_id WHERE b.campaign_id = ? ORDER BY b.code DESC LIMIT 1`,
    [campaignId],
  );
  const narrowings = [
    '',
    '&phase=survey',
    '&phase=closed',
    '&step=plan-writing',
    '&mode=attain',
    '&target=this-year',
    '&result=failed',
    '&disposition=carried-failed',
    ...LIGHTS.map((light) => `&light=${light}`),
    `&organisationId=${branch.organisationId}`,
    `&areaId=${branch.areaId}`,
    `&branchId=${branch.id}`,
    '&waitingOn=organisation-officer',
    '&waitingOn=area-liaison',
    `&q=${branch.code}`,
    `&q=${encodeURIComponent('支部')}`,
    '&q=nowhere',
    '&light=late&waitingOn=organisation-officer&phase=survey',
  ];
  const years = [`&year=${YEAR}`, `&year=${YEAR - 1}`, ''];
  return [
    ...years.flatMap((year) => narrowings.map((narrowing) => `/branch-runs?limit=50${year}${narrowing}`)),
    ...BRANCH_RUN_SORTS.flatMap((sort) => years.map((year) => `/branch-runs?limit=50${year}&sort=${sort}`)),
    ...years.flatMap((year) => ['', '&light=late', '&open=true'].map((more) => `/deadlines?limit=50${year}${more}`)),
    ...COUNTED.map((counted) => `/branches?limit=50&year=${YEAR}&counted=${counted}`),
    ...years.map((year) => `/organisation-runs?limit=50${year}`),
    '/me/tasks?limit=50',
  ];
}

async function holderOf({ dataSource }: BenchSystem, campaignId: string, role: string): Promise<string> {
  const [holder] = await dataSource.query<[{ code: string }]>(
    'SELECT p.code FROM offices f JOIN people p ON p.id = f.person_id WHERE p.campaign_id = ? AND f.role = ? ORDER BY p.code LIMIT 1',
    [campaignId, role],
  );
  return holder.code;
}
