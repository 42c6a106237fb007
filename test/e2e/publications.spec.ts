import { PersonEntity, RecheckEntity, SpotCheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

/** What may be published between a draw and the last of its rechecks (苏委工〔2020〕6号 三.4). */
describe('the list that would be published now', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let officer: string;
  /** News of the draw that is on its way. */
  const held: (() => Promise<unknown>)[] = [];
  let isHolding = true;
  beforeAll(async () => {
    world = await LocalWorld.open({
      key: 'publications',
      roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 9 }),
      onCall: async ({ name, input }, run) => {
        const topic = name === 'tell' ? (input as { effect: { topic: string } }).effect.topic : null;
        return topic === 'drawn' && isHolding ? held.push(run) : run();
      },
    });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of handOvers.branches) await handOvers.assess(branch);
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.decideAndFile();
    const { personId: id } = present(handOvers.committee[0]);
    officer = (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id })).code;
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const next = async () => {
    const { status, body } = await http.send(officer, 'get', { path: '/publications/next?year=2020' });
    expect(status).toBe(200);
    const branchIds = (body.body.branches as { branchId: string }[]).map(({ branchId }) => branchId);
    return { branchIds, waiting: body.waiting as unknown };
  };
  const waiting = (draw: number, recheck: number) => [
    { step: 'draw-waiting', count: draw },
    { step: 'rechecking', count: recheck },
  ];

  it('is empty before the draw, and after its reveal until a branch has heard of it', async () => {
    expect(await next()).toEqual({ branchIds: [], waiting: waiting(3, 0) });
    await handOvers.drawSpotCheck(1);
    expect(await next()).toEqual({ branchIds: [], waiting: waiting(3, 0) });
  });

  it('holds whom the draw left, and of whom it took nobody whose recheck is open or waits to be confirmed', async () => {
    isHolding = false;
    for (const tell of held.splice(0)) await tell();
    const { id: spotCheckId } = await world.dataSource.manager.findOneByOrFail(SpotCheckEntity, { no: 1 });
    const rechecks = await world.dataSource.manager.findBy(RecheckEntity, { spotCheckId });
    const drawn = rechecks.map(({ branchId }) => branchId);
    const left = handOvers.branches.map(({ id }) => id).filter((id) => !drawn.includes(id));
    expect(left.length * drawn.length).toBeGreaterThan(0);
    const open = { branchIds: left, waiting: waiting(0, drawn.length) };
    expect(await next()).toEqual(open);
    await handOvers.takeBackRecheck(1, present(rechecks[0])); // an overturn that was proposed, and does not stand
    expect(await next()).toEqual(open);
    for (const recheck of rechecks) await handOvers.recheck(1, recheck, { verdict: 'upheld' });
    const all = { branchIds: handOvers.branches.map(({ id }) => id), waiting: waiting(0, 0) };
    expect(await next()).toEqual(all);
  });
});
