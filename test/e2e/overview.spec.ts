import { PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { rowsOf } from '../support/tables';

type Counts = Readonly<Record<string, number>>;

interface Figures {
  readonly code?: string;
  readonly phases: Counts;
  readonly lights: Counts;
  readonly waitingOn: Counts;
  readonly worst: Readonly<Record<string, string>>;
  readonly dates: readonly { kind: string; light: string; dueDate: string | null; count: number }[];
  readonly goal: Counts;
  readonly outOfScope: number;
  readonly filter: Readonly<Record<string, string>>;
}

type Kind = 'phases' | 'lights' | 'waitingOn' | 'dates' | 'goal' | 'outOfScope';

interface Overview extends Figures {
  readonly areas: readonly Figures[];
  readonly organisations: readonly Figures[];
  readonly requiredOfOrganisations: number;
  readonly readings: object;
  readonly forecast: object;
  readonly lists: Readonly<Record<Kind, { path: string; filter: Record<string, string>; by: readonly string[] }>>;
}

/** One number of the overview with the names by which its list is narrowed. */
interface Count {
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly count: number;
}

describe('the overview of a round under way', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let own: BranchWithRun[];
  let people: string[];
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 3, branchesEach: 3, seed: 1 }) });
    handOvers = await HandOvers.of(world);
    own = handOvers.branches.filter(({ code }) => code.startsWith('HC0001-'));
    await handOvers.openRound();
    http = await HttpWorld.open({ dataSource: world.dataSource, campaign: world.campaign });
    const { officer, committee } = handOvers;
    const held = [present(committee[0]), officer, present(own[0]).secretary].map(({ personId }) => personId);
    people = ['XC01', 'PQ01-02', 'PQ02-02', ...(await Promise.all(held.map(codeOf)))];
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  async function codeOf(id: string): Promise<string> {
    return (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id })).code;
  }

  async function overviewOf(person: string): Promise<Overview> {
    const { status, body } = await http.send(person, 'get', {
      path: `/campaigns/${world.campaignId}/overview?year=2020`,
    });
    expect([person, status]).toEqual([person, 200]);
    return body as Overview;
  }

  function countsOf({ phases, lights, waitingOn, dates, goal, outOfScope }: Figures): Count[] {
    const named = (kind: Kind, counts: Counts) =>
      Object.entries(counts).map(([name, count]) => ({ kind, names: [name], count }));
    const { required: _required, missing: _missing, ...counted } = goal;
    return [
      ...named('phases', phases),
      ...named('lights', lights),
      ...named('waitingOn', waitingOn),
      ...named('goal', counted),
      ...dates.map(({ kind, light, count }) => ({ kind: 'dates' as const, names: [kind, light], count })),
      { kind: 'outOfScope', names: [], count: outOfScope },
    ];
  }

  function listOf({ lists }: Overview, { filter }: Figures, { kind, names }: Count): string {
    const { path, filter: ofKind, by } = present(lists[kind]);
    const named = by.map((parameter, at) => [parameter, present(names[at])] as const);
    const narrowed = { ...filter, ...ofKind, ...Object.fromEntries(named) };
    return `${path}?${new URLSearchParams(narrowed).toString()}`;
  }

  async function lengthOf(person: string, list: string): Promise<number> {
    let length = 0;
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `${list}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { status, body } = await http.send(person, 'get', { path });
      expect([person, list, status]).toEqual([person, list, 200]);
      length += (body.items as unknown[]).length;
      cursor = body.nextCursor as string | null;
    }
    return length;
  }

  async function exportedOf(person: string, list: string): Promise<number> {
    const { status, text } = await http.send(person, 'get', { path: list, headers: { accept: 'text/csv' } });
    expect([person, list, status]).toEqual([person, list, 200]);
    return rowsOf(text).length;
  }

  /** Opens and exports the list behind every number that each person is shown, each list once; tells every one that differs. */
  async function openEveryCount(): Promise<void> {
    const differing: object[] = [];
    for (const person of people) {
      const lengths = new Map<string, { listed: number; exported: number }>();
      const overview = await overviewOf(person);
      for (const figures of [overview, ...overview.areas, ...overview.organisations]) {
        for (const count of countsOf(figures)) {
          const list = listOf(overview, figures, count);
          const known = lengths.get(list);
          const length = known ?? { listed: await lengthOf(person, list), exported: await exportedOf(person, list) };
          lengths.set(list, length);
          if (length.listed !== count.count || length.exported !== count.count)
            differing.push({ person, of: figures.code, ...count, list, ...length });
        }
      }
    }
    expect(differing).toEqual([]);
  }

  const lineOf = (overview: Overview, code: string) =>
    present(overview.organisations.find((line) => line.code === code));

  test('every number opens its list, for each office, from the first day on', async () => {
    await openEveryCount();
    const overview = await overviewOf('XC01');
    expect(overview.areas.map(({ code, goal }) => [code, goal.inScope])).toEqual([
      ['PQ01', 6],
      ['PQ02', 3],
    ]);
    expect([overview.goal.required, overview.requiredOfOrganisations]).toEqual([8, 9]);
    expect(overview.forecast).toMatchObject({ basis: { filed: 0 }, reached: null, limit: 'too-few-filed' });
    expect(overview.forecast).toMatchObject({ message: '备案的党支部还太少，尚不能预计' });
  }, 120_000);

  test('a branch that owes its part of the survey is late with it, its organisation with the whole', async () => {
    for (const branch of own) await handOvers.survey(branch);
    await handOvers.goTo('2020-06-03T02:00:00.000Z');
    const overview = await overviewOf('XC01');
    const [first, second] = [lineOf(overview, 'HC0001'), lineOf(overview, 'HC0002')];
    expect(second.lights).toEqual({ late: 3 });
    expect(second.worst).toMatchObject({ survey: 'late' });
    expect(second.dates).toContainEqual({ kind: 'survey', light: 'late', dueDate: '2020-05-31', count: 1 });
    expect(Object.values(first.worst)).not.toContain('late');
    expect(first.dates).toContainEqual({ kind: 'survey', light: 'met', dueDate: '2020-05-31', count: 1 });
    await openEveryCount();
  }, 120_000);

  test('a planned branch that was dissolved counts no more, and the list of the planned does not hold it', async () => {
    await handOvers.planOrganisation(own);
    for (const branch of own) await handOvers.planBranch(branch);
    await handOvers.dissolve(present(own[2]));
    own = own.slice(0, 2);
    const { goal, outOfScope } = lineOf(await overviewOf('XC01'), 'HC0001');
    expect([goal.inScope, goal.planned, outOfScope]).toEqual([2, 2, 1]);
    await openEveryCount();
  }, 120_000);

  test('a filing that was returned and not corrected holds its branches up, and who must correct it is named', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of own) await handOvers.apply(branch);
    for (const branch of own) await handOvers.assess(branch);
    await handOvers.submitConclusions();
    await handOvers.decide();
    await handOvers.sendFiling();
    await handOvers.returnFiling();
    await handOvers.goTo('2020-10-21T02:00:00.000Z');
    const overview = await overviewOf('XC01');
    const line = lineOf(overview, 'HC0001');
    expect(line.worst).toMatchObject({ assessment: 'late' });
    expect(line.waitingOn).toEqual({ 'organisation-officer': 2 });
    expect(overview.forecast).toMatchObject({ limit: 'too-few-filed' });
    await openEveryCount();
    await handOvers.sendFiling();
    await handOvers.registerFiling();
    await handOvers.untilBranchesAre('draw-waiting', own);
  }, 120_000);

  test('what is assessed, filed and recognised opens its list and its export, after the date too', async () => {
    await handOvers.goTo('2020-12-10T02:00:00.000Z');
    await handOvers.drawAndRecognise(1, own);
    const overview = await overviewOf('XC01');
    expect(overview).toMatchObject({
      goal: { inScope: 8, planned: 2, assessed: 2, filed: 2, recognised: 2, required: 7, missing: 5 },
      readings: { recognisedOfInScope: { count: 2, of: 8, ratio: 2500 } },
      forecast: { basis: { until: '2020-11-30', filed: 2 }, projected: null, reached: false, limit: 'date-passed' },
    });
    await openEveryCount();
    const { body } = await http.send('XC01', 'get', { path: '/branch-runs?year=2020&counted=assessed' });
    expect((body.items as { branchCode: string }[]).map(({ branchCode }) => branchCode)).toEqual(
      own.map(({ code }) => code),
    );
  }, 120_000);

  test.each([
    ['/branches?counted=planned', '/query/year'],
    ['/branches?year=2020', '/query/counted'],
    ['/branch-runs?counted=planned', '/query/year'],
    ['/branches?year=2020&counted=attained', '/query/counted'],
  ])('%s is refused at %s', async (path, pointer) => {
    const { status, body } = await http.send('XC01', 'get', { path });
    expect([status, body]).toMatchObject([400, { code: 'invalid-input' }]);
    expect(JSON.stringify(body)).toContain(pointer);
  });
});
