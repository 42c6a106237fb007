import { campaignWorkflowId } from '@app/contracts';
import {
  countBranches,
  type CountedBranch,
  forecast,
  type GoalCounts,
  type Light,
  lightAt,
  type OrganisationStep,
  type Phase,
  phaseHeldBy,
  shanghaiDateOf,
  worstLight,
} from '@app/domain';
import { sampleRoster } from '../../../../services/rehearsal/src/roster';
import { LocalWorld } from '../../../../test/support/local-world';
import { scattered } from '../../../../test/support/scattered';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { DeadlineEntity } from '../tables/deadline.entity';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import { idOf } from '../record/ids';
import { BranchEntity } from '../tables/organisation.entity';
import { readOverview } from './overview.queries';
import type { Scope } from './scope.queries';

const KEY = 'overview';
const AT = '2020-04-17T02:00:00.000Z';
const NOW = '2020-07-01T00:00:00.000Z';
const ASSESS_BY = '2020-11-30';

let world: LocalWorld;
let branches: BranchEntity[];
let runs: Map<string, BranchRunEntity>;
let deadlines: DeadlineEntity[];

beforeAll(async () => {
  world = await LocalWorld.open({ roster: sampleRoster(), key: KEY });
  const officer = idOf(world.campaignId, 'person', 'GW11');
  const attribution = { actor: officer, office: 'committee-officer', receivedAt: AT } as const;
  await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
  const { dataSource } = world;
  await dataSource.query(
    `UPDATE branch_runs SET step = ELT(1 + ${scattered('')} MOD 4, 'survey-writing', 'plan-writing', 'building', 'deciding'),
       phase = ELT(1 + ${scattered('')} MOD 4, 'survey', 'plan', 'building', 'assessment'),
       target = ELT(${scattered('t')} MOD 3, 'this-year', 'next-year'),
       concluded_at = IF(${scattered('c')} MOD 2, since, NULL),
       registered_at = IF(${scattered('g')} MOD 2, since, NULL),
       recheck = ELT(${scattered('r')} MOD 4, 'overturned', 'upheld', 'not-drawn'),
       recognised_at = IF(${scattered('a')} MOD 3 = 0, since, NULL)`,
  );
  await dataSource.query(
    `UPDATE branches SET founded_on = IF(${scattered('f')} MOD 6 = 0, ELT(1 + ${scattered('')} MOD 3, '2020-05-30', '2020-05-31', '2020-06-01'), founded_on),
       valid_to = IF(${scattered('v')} MOD 8 = 0, ELT(1 + ${scattered('')} MOD 3, '2020-11-29', '2020-11-30', '2020-12-01'), NULL)`,
  );
  const { manager } = dataSource;
  [branches, deadlines] = [await manager.find(BranchEntity), await manager.find(DeadlineEntity)];
  runs = new Map((await manager.find(BranchRunEntity)).map((run) => [run.branchId, run]));
}, 240_000);
afterAll(() => world?.close());

function counted(branch: BranchEntity): CountedBranch {
  const run = runs.get(branch.id);
  const recognised = Boolean(run?.recognisedAt);
  return {
    foundedOn: branch.foundedOn,
    dissolvedOn: branch.validTo,
    dissolutionDecision: branch.validTo && '苏工委〔2020〕1号',
    planned: run?.target === 'this-year',
    assessed: Boolean(run?.concludedAt),
    filed: recognised || (Boolean(run?.registeredAt) && run?.recheck !== 'overturned'),
    recognised,
  };
}

const rule = { assessmentDate: ASSESS_BY, newBranchMonths: 6 };

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Each scope with the branches that it shows. */
function scopes(): [Scope, BranchEntity[]][] {
  const some = branches.slice(0, 5);
  const organisationIds = [...new Set(branches.map(({ organisationId }) => organisationId))].slice(1, 3);
  const areaId = runs.get(branches[0]?.id ?? '')?.areaId ?? '';
  const ofArea = branches.filter(({ id }) => runs.get(id)?.areaId === areaId);
  const ofOrganisations = branches.filter(({ organisationId }) => organisationIds.includes(organisationId));
  const area: Scope = { kind: 'area', ids: [areaId] };
  const organisations: Scope = { kind: 'organisations', ids: organisationIds };
  const few: Scope = { kind: 'branches', ids: some.map(({ id }) => id) };
  return [
    [{ kind: 'all' }, branches],
    [area, ofArea],
    [organisations, ofOrganisations],
    [few, some],
    [{ kind: 'any', of: [area, few] }, [...new Set([...ofArea, ...some])]],
    [{ kind: 'any', of: [] }, []],
  ];
}

test('counts what the rule counts, for any scope, in all and by organisation (苏委工〔2020〕6号 二)', async () => {
  const { campaignId, dataSource } = world;
  const every = branches.map(counted);
  const standing = every.filter(({ dissolvedOn }) => dissolvedOn === null);
  expect(countBranches(standing, rule).inScope).toBeLessThan(standing.length);
  expect(countBranches(every, rule).inScope).toBeLessThan(
    countBranches(
      every.map((branch) => ({ ...branch, dissolvedOn: null })),
      rule,
    ).inScope,
  );
  for (const [scope, shown] of scopes()) {
    const overview = await readOverview(dataSource.manager, { campaignId, year: 2020, scope, now: NOW });
    const counts = countBranches(shown.map(counted), rule);
    expect({ scope, ...overview.goal }).toMatchObject<GoalCounts & { scope: Scope }>({ scope, ...counts });
    for (const { organisationId, goal } of overview.organisations) {
      const own = shown.filter((branch) => branch.organisationId === organisationId);
      expect(goal).toMatchObject<GoalCounts>(countBranches(own.map(counted), rule));
    }
  }
});

/** By organisation, the lights of its own dates that are not met, with the phase that each holds up. */
async function holdingDates(): Promise<Map<string, { phase: Phase | null; light: Light }[]>> {
  const all = new Map<string, { phase: Phase | null; light: Light }[]>();
  for (const { id, organisationId, step } of await world.dataSource.manager.find(OrganisationRunEntity)) {
    const open = deadlines.filter(({ runId, metAt }) => runId === id && metAt === null);
    const dates = open.map((row) => ({
      phase: phaseHeldBy(row.kind, step as OrganisationStep),
      light: lightAt(row, NOW),
    }));
    all.set(organisationId, dates);
  }
  return all;
}

test('each run that the asker sees is in one phase and one light of its organisation', async () => {
  const { campaignId, dataSource } = world;
  const holding = await holdingDates();
  for (const [scope, shown] of scopes()) {
    const { organisations } = await readOverview(dataSource.manager, { campaignId, year: 2020, scope, now: NOW });
    expect(organisations.map(({ organisationId }) => organisationId).sort()).toEqual(
      [...new Set(shown.map(({ organisationId }) => organisationId))].sort(),
    );
    for (const { organisationId, phases, lights, worst } of organisations) {
      const own = shown.flatMap(({ id, ...branch }) =>
        branch.organisationId === organisationId ? [runs.get(id) as BranchRunEntity] : [],
      );
      expect(phases).toEqual(Object.fromEntries(tally(own.map(({ phase }) => phase))));
      const lit = own.flatMap(({ id, phase }) => {
        const light = worstLight(deadlines.filter(({ runId }) => runId === id).map((row) => lightAt(row, NOW)));
        return light === null ? [] : [{ phase, light }];
      });
      expect(lights).toEqual(Object.fromEntries(tally(lit.map(({ light }) => light))));
      const worstOf = (phase: Phase) =>
        worstLight([
          ...lit.filter((run) => run.phase === phase).map(({ light }) => light),
          ...(holding.get(organisationId) ?? []).flatMap((date) => (date.phase === phase ? [date.light] : [])),
        ]);
      expect(worst).toEqual(Object.fromEntries(own.map(({ phase }) => [phase, worstOf(phase)])));
    }
  }
});

test('what is filed by when, of the branches that count, is the pace of the forecast', async () => {
  const { campaignId, dataSource } = world;
  const asked = { campaignId, year: 2020, scope: { kind: 'all' }, now: NOW } as const;
  const { goal, forecast: shown } = await readOverview(dataSource.manager, asked);
  const { inScope, required, filed } = goal;
  const since = shanghaiDateOf(AT);
  const pace = { since, until: '2022-07-31', inScope, required, filedByDate: [{ date: since, filed }] };
  expect(filed).toBeGreaterThan(0);
  expect(shown).toEqual(forecast(pace, shanghaiDateOf(NOW), ASSESS_BY));
});
