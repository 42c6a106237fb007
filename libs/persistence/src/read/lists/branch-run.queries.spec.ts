import fc from 'fast-check';
import { campaignWorkflowId } from '@app/contracts';
import { type Instant, lightAt, LIGHTS, type Phase, type Role, type Target, worstLight } from '@app/domain';
import { syntheticRoster } from '../../../../../services/rehearsal/src/roster';
import { LocalWorld } from '../../../../../test/support/local-world';
import { scattered } from '../../../../../test/support/scattered';
import { BranchRunEntity } from '../../tables/branch-run.entity';
import { BRANCH_RUN_SORTS, type BranchRunFilter, type BranchRunSort, listBranchRuns } from './branch-run.queries';
import { DeadlineEntity } from '../../tables/deadline.entity';
import { idOf } from '../../record/ids';
import { BranchEntity, OrganisationEntity } from '../../tables/organisation.entity';
import type { Scope } from '../scope.queries';
import { keepLights } from '../../write/run-light';

const KEY = 'lists';
const AT = '2020-04-17T02:00:00.000Z';

let world: LocalWorld;
let runs: BranchRunEntity[];
let deadlines: DeadlineEntity[];
let branches: Map<string, BranchEntity>;
let organisations: OrganisationEntity[];

beforeAll(async () => {
  world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 8, branchesEach: 40, seed: 3 }), key: KEY });
  const officer = idOf(world.campaignId, 'person', 'GW11');
  const attribution = { actor: officer, office: 'committee-officer', receivedAt: AT } as const;
  await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
  await scatter();
  const { manager } = world.dataSource;
  [runs, deadlines] = [await manager.find(BranchRunEntity), await manager.find(DeadlineEntity)];
  organisations = await manager.find(OrganisationEntity);
  branches = new Map((await manager.find(BranchEntity)).map((branch) => [branch.id, branch]));
}, 240_000);
afterAll(() => world?.close());

/** A second year, a second date of each run, a tree, and values spread over what a list is narrowed or ordered by. */
async function scatter(): Promise<void> {
  const { dataSource } = world;
  await copy('branch_runs', {
    id: "INSERT(id, 1, 4, 'y21-')",
    workflow_id: "REPLACE(workflow_id, '2020', '2021')",
    year: '2021',
  });
  await copy('deadlines', {
    id: "INSERT(id, 1, 4, 'two-')",
    no: '2',
    near_at: 'TIMESTAMPADD(DAY, 40, near_at)',
    due_at: 'TIMESTAMPADD(DAY, 40, due_at)',
    very_late_at: 'TIMESTAMPADD(DAY, 40, very_late_at)',
  });
  await dataSource.query(
    `UPDATE branch_runs SET step = ELT(1 + ${scattered('')} MOD 4, 'survey-writing', 'plan-writing', 'building', 'deciding'),
       phase = ELT(1 + ${scattered('')} MOD 4, 'survey', 'plan', 'building', 'assessment'),
       target = ELT(${scattered('t')} MOD 3, 'this-year', 'next-year'),
       since = TIMESTAMPADD(DAY, ${scattered('s')} MOD 9, since),
       superior_score = IF(${scattered('p')} MOD 2, 9400 + ${scattered('')} MOD 5 * 50, NULL)`,
  );
  await dataSource.query(
    `UPDATE deadlines SET met_at = IF(${scattered('m')} MOD 4 = 0, opened_at, NULL),
       met_how = IF(met_at IS NULL, NULL, 'in-time'),
       voided_at = IF(${scattered('v')} MOD 9 = 0, opened_at, NULL)`,
  );
  await keepLights(dataSource.manager, await idsOfRuns());
  const [first, ...others] = await dataSource.query<{ id: string }[]>('SELECT id FROM organisations ORDER BY code');
  await dataSource.query('UPDATE organisations SET parent_id = ? WHERE id IN (?)', [
    first?.id,
    others.slice(0, 2).map(({ id }) => id),
  ]);
}

async function idsOfRuns(): Promise<string[]> {
  return (await world.dataSource.manager.find(BranchRunEntity, { select: { id: true } })).map(({ id }) => id);
}

/** Every row of a table once more, with these columns otherwise. */
async function copy(table: string, changed: Readonly<Record<string, string>>): Promise<void> {
  const names = await world.dataSource.query<{ name: string }[]>(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  const columns = names.map(({ name }) => name);
  const values = columns.map((name) => changed[name] ?? name);
  await world.dataSource.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}`,
  );
}

/** Every run that the rules let through, in the order asked for: what the SQL must answer page by page. */
function expected({ filter, scope, sort, now }: Asked): string[] {
  const shown = runs.filter(
    (run) => run.campaignId === filter.campaignId && isSeen(run, scope) && fits(run, filter, now),
  );
  const score = ({ superiorScore }: BranchRunEntity) => superiorScore ?? -1;
  const order: Record<BranchRunSort, (run: BranchRunEntity) => string> = {
    code: ({ workflowId }) => workflowId,
    '-code': ({ workflowId }) => workflowId,
    since: ({ since, id }) => `${since}/${id}`,
    '-since': ({ since, id }) => `${since}/${id}`,
    '-score': (run) => `${String(score(run) + 1).padStart(6, '0')}/${run.id}`,
  };
  const key = order[sort];
  const ascending = shown.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id);
  return sort.startsWith('-') ? ascending.reverse() : ascending;
}

function isSeen(run: BranchRunEntity, scope: Scope): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'area':
      return scope.ids.includes(run.areaId);
    case 'branches':
      return scope.ids.includes(run.branchId);
    case 'organisations':
      return organisations.some(
        ({ id, parentId }) =>
          id === run.organisationId && (scope.ids.includes(id) || scope.ids.includes(parentId ?? '')),
      );
    case 'any':
      return scope.of.some((part) => isSeen(run, part));
  }
}

function fits(run: BranchRunEntity, filter: BranchRunFilter, now: Instant): boolean {
  const { year, organisationId, areaId, phase, target, light, waitingOn, notWaitingOn, branchId, q } = filter;
  const equal = { year, organisationId, areaId, branchId, phase, target, waitingRole: waitingOn };
  const { code = '', name = '' } = branches.get(run.branchId) ?? {};
  return (
    Object.entries(equal).every(([key, value]) => value === undefined || run[key as keyof BranchRunEntity] === value) &&
    (light === undefined || lightOf(run, now) === light) &&
    (notWaitingOn === undefined || isOthers(run, notWaitingOn)) &&
    (q === undefined || code.startsWith(q) || name.includes(q))
  );
}

function isOthers({ waitingRole, waitingBodyId }: BranchRunEntity, held: Held): boolean {
  return waitingRole !== null && !held.some(({ role, bodyId }) => role === waitingRole && bodyId === waitingBodyId);
}

function lightOf(run: BranchRunEntity, now: Instant) {
  return worstLight(deadlines.filter(({ runId }) => runId === run.id).map((deadline) => lightAt(deadline, now)));
}

type Held = NonNullable<BranchRunFilter['notWaitingOn']>;

interface Asked {
  readonly filter: BranchRunFilter;
  readonly scope: Scope;
  readonly sort: BranchRunSort;
  readonly now: Instant;
}

async function pages({ limit, ...asked }: Asked & { readonly limit: number }) {
  const items = [];
  for (let cursor: string | null = null; ;) {
    const page = await listBranchRuns(world.dataSource.manager, { ...asked, page: { limit, cursor } });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    expect(page.items).toHaveLength(limit);
    cursor = page.nextCursor;
  }
}

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** What anybody can ask, made when the rows are there. */
function questions() {
  const { campaignId } = world;
  const areas = [...new Set(organisations.map(({ areaId }) => areaId))];
  const organisation = fc.constantFrom(...organisations.map(({ id }) => id));
  const role = fc.constantFrom<Role[]>('organisation-officer', 'assessor');
  const branch = fc.constantFrom(...branches.keys());
  const part = fc.oneof<fc.Arbitrary<Scope>[]>(
    fc.record({ kind: fc.constant('area' as const), ids: fc.subarray(areas) }),
    fc.record({ kind: fc.constant('organisations' as const), ids: fc.array(organisation, { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('branches' as const), ids: fc.array(branch, { maxLength: 3 }) }),
  );
  const scope = fc.oneof<fc.Arbitrary<Scope>[]>(
    fc.constant({ kind: 'all' }),
    part,
    fc.record({ kind: fc.constant('any' as const), of: fc.array(part, { maxLength: 3 }) }),
  );
  const filter: fc.Arbitrary<BranchRunFilter> = fc.record({
    campaignId: fc.constant(campaignId),
    year: some([2020, 2021]),
    organisationId: fc.option(organisation, { nil: undefined, freq: 5 }),
    areaId: some(areas),
    phase: some<Phase>(['survey', 'plan', 'building']),
    target: some<Target>(['this-year', 'next-year']),
    light: some(LIGHTS),
    waitingOn: fc.option(fc.constant('organisation-officer'), { nil: undefined, freq: 5 }),
    notWaitingOn: fc.option(fc.array(fc.record({ role, bodyId: organisation }), { maxLength: 3 }), { nil: undefined }),
    branchId: fc.option(branch, { nil: undefined, freq: 9 }),
    q: some(['HC000', 'HC0003-002', '支部', '%', '_', '\\']),
  });
  return fc.record({
    filter: fc.oneof({ weight: 1, arbitrary: filter }, { weight: 3, arbitrary: sparse(filter) }),
    scope,
    sort: fc.constantFrom(...BRANCH_RUN_SORTS),
    now: fc.constantFrom<Instant[]>(
      AT,
      '2020-06-20T00:00:00.000Z',
      '2020-07-01T00:00:00.000Z',
      '2021-01-01T00:00:00.000Z',
    ),
    limit: fc.integer({ min: 30, max: 200 }),
  });
}

/** Only one thing asked besides the campaign, so that answers are not all empty. */
function sparse(filter: fc.Arbitrary<BranchRunFilter>): fc.Arbitrary<BranchRunFilter> {
  return fc.tuple(filter, fc.nat()).map(([{ campaignId, ...asked }, at]) => {
    const entries = Object.entries(asked).filter(([, value]) => value !== undefined);
    return { campaignId, ...Object.fromEntries(entries.length === 0 ? [] : [entries[at % entries.length] as never]) };
  });
}

test('any list, paged anyhow, is what scope and filter let through, in its order, each with its light', async () => {
  let lines = 0;
  const lights = new Set<string | null>();
  await fc.assert(
    fc.asyncProperty(questions(), async (asked) => {
      const items = await pages(asked);
      expect(items.map(({ id }) => id)).toEqual(expected(asked));
      for (const { id, light } of items) {
        expect(light).toBe(lightOf(runs.find((run) => run.id === id) as BranchRunEntity, asked.now));
        lights.add(light);
      }
      lines += items.length;
    }),
    { numRuns: 150, seed: 20200417 },
  );
  expect(lines).toBeGreaterThan(1000);
  expect(lights.size).toBeGreaterThan(4);
}, 240_000);

test('a cursor that no list gave out is refused', async () => {
  const asked = {
    filter: { campaignId: world.campaignId },
    scope: { kind: 'all' as const },
    sort: 'since' as const,
    now: AT,
  };
  for (const cursor of [
    'x',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["x","y"]').toString('base64url'),
  ]) {
    const page = { limit: 5, cursor };
    await expect(listBranchRuns(world.dataSource.manager, { ...asked, page })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { pointer: '/query/cursor' },
    });
  }
});
