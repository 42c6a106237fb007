import { spotCheckWorkflowId } from '@app/contracts';
import type { DrawCandidate } from '@app/domain';
import { frozenPopulationOf, idOf, publicationList, RecheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { Tampering } from '../support/tampering';

describe('draws of one round that overlap (苏委工〔2020〕6号 三.4)', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let officer: Officeholder, other: Officeholder;
  let first: BranchWithRun, second: BranchWithRun, third: BranchWithRun;
  const held: (() => Promise<unknown>)[] = [];
  /** The news that is held back on its way. */
  let holding = '';
  beforeAll(async () => {
    world = await LocalWorld.open({
      roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 4 }),
      onCall: async ({ name, input }, run) => {
        const topic = name === 'tell' ? (input as { effect: { topic: string } }).effect.topic : null;
        return topic === holding ? held.push(run) : run();
      },
    });
    handOvers = await HandOvers.of(world);
    [officer, other] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    [first, second, third] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
    await handOvers.openRound();
    await handOvers.surveyAndPlan([third]);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of [first, second]) await handOvers.assess(branch);
  }, 240_000);
  afterAll(() => world.close());

  async function register(passed: readonly BranchWithRun[]): Promise<void> {
    await handOvers.submitConclusions();
    await handOvers.decide();
    await handOvers.sendFiling();
    await handOvers.registerFiling();
    await handOvers.untilBranchesAre('draw-waiting', passed);
  }

  async function release(): Promise<void> {
    holding = '';
    for (const tell of held.splice(0)) await tell();
  }

  let orders = 0;
  const order = () => {
    const attribution = { actor: officer.personId, office: officer.role, receivedAt: handOvers.now };
    return world.send('campaign:local', 'orderSpotCheck', { year: 2020 }, attribution, `order-${(orders += 1)}`);
  };
  const freeze = (no: number) => handOvers.say(officer, spotCheckWorkflowId('local', no), { name: 'freezeSpotCheck' });
  const reveal = (no: number) => handOvers.say(other, spotCheckWorkflowId('local', no), { name: 'revealSpotCheck' });
  const spotCheckId = (no: number) => idOf(world.campaignId, 'spot-check', no);
  const population = async (no: number) => {
    const text = await frozenPopulationOf(world.dataSource.manager, spotCheckId(no));
    return (JSON.parse(text ?? '[]') as DrawCandidate[]).map(({ branchId }) => branchId);
  };
  const ids = (...branches: BranchWithRun[]) => branches.map(({ id }) => id).sort();
  const conclude = (recheck: RecheckEntity, no: number, verdict: 'upheld' | 'overturned') =>
    handOvers.recheck(no, recheck, { verdict });

  it('of two frozen at one moment one takes all, and the other has nobody to draw', async () => {
    await handOvers.goTo('2020-11-02T02:00:00.000Z');
    await register([first, second]);
    await order();
    await order();
    const frozen = await Promise.allSettled([freeze(1), freeze(2)]);
    expect(frozen.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([...(await population(1)), ...(await population(2))].sort()).toEqual(ids(first, second));
    await expect(order()).rejects.toMatchObject({ code: 'no-branches' });
  });

  it('a later one leaves out who stands in another, until its news is taken in', async () => {
    const [one, two] = (await population(1)).length > 0 ? [1, 2] : [2, 1];
    await handOvers.goTo('2020-11-03T02:00:00.000Z');
    await handOvers.assess(third);
    await register([third]);
    holding = 'drawn';
    await reveal(one);
    await handOvers.goTo('2020-11-04T02:00:00.000Z');
    await freeze(two);
    expect(await population(two)).toEqual(ids(third));
    await handOvers.untilBranchesAre('draw-waiting', [first, second]);
    await expect(order()).rejects.toMatchObject({ code: 'no-branches' });
    await release();
    await reveal(two);
    await handOvers.untilBranchesAre('rechecking', [third]);
  });

  it('a branch whose pass was overturned is drawn again, once it is registered again', async () => {
    const { manager } = world.dataSource;
    const [recheck] = await manager.findBy(RecheckEntity, { branchId: third.id });
    const no = present(recheck).spotCheckId === spotCheckId(1) ? 1 : 2;
    await conclude(present(recheck), no, 'overturned');
    await handOvers.untilBranchesAre('rectifying', [third]);
    await handOvers.goTo('2020-11-10T02:00:00.000Z');
    await handOvers.applyAgain(third);
    await handOvers.assess(third);
    await register([third]);
    await order();
    await freeze(3);
    expect(await population(3)).toEqual(ids(third));
    await reveal(3);
    await handOvers.untilBranchesAre('rechecking', [third]);
    const [again] = await manager.findBy(RecheckEntity, { spotCheckId: spotCheckId(3) });
    await conclude(present(again), 3, 'upheld');
    await handOvers.untilBranchesAre('publication-waiting', [third]);
  });

  it('a branch is published once, though it has not been told yet', async () => {
    const { manager } = world.dataSource;
    const next = async (no: number) => {
      const { body, digest } = await publicationList(manager, { campaignId: world.campaignId, year: 2020, no });
      return { digest, branchIds: body.branches.map(({ branchId }) => branchId) };
    };
    holding = 'published';
    const { digest, branchIds } = await next(1);
    expect(branchIds).toContain(third.id);
    await handOvers.say(officer, 'campaign:local', { name: 'openPublication', input: { year: 2020, digest } });
    await handOvers.untilBranchesAre('publication-waiting', [third]);
    expect((await next(2)).branchIds).toEqual([]);
    await release();
    await handOvers.untilBranchesAre('published', [third]);
  });

  it('leaves a record and rows that agree', async () => {
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.close();
  });
});
