import { branchWorkflowId, keeperWorkflowId, organisationWorkflowId } from '@app/contracts';
import { BranchEntity, BranchRunEntity, conclusionList, inTransaction, prepareRound } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { type BranchAtHand, Hands, present } from '../support/hands';
import { LocalWorld } from '../support/local-world';

describe('a round that opens while the one before is not closed (design section 4: rounds may overlap)', () => {
  let world: LocalWorld;
  let earlier: Hands;
  let later: Hands;
  let recognised: BranchAtHand, awaiting: BranchAtHand;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 6 }) });
    earlier = await Hands.of(world);
    [recognised, awaiting] = earlier.branches.map(present) as [BranchAtHand, BranchAtHand];
    await earlier.openRound();
    for (const branch of earlier.branches) await earlier.survey(branch);
    await earlier.planOrganisation(earlier.branches, [awaiting]);
    for (const branch of earlier.branches) await earlier.planBranch(branch);
    await earlier.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of earlier.branches) await earlier.apply(branch);
    await earlier.assess(recognised);
    await earlier.goTo('2020-12-20T02:00:00.000Z');
    await earlier.decideAndFile([recognised]);
    await earlier.assess(awaiting);
    later = await Hands.of(world, 2021);
    later.now = '2021-01-05T02:00:00.000Z';
    await later.openRound();
  }, 60_000);
  afterAll(() => world.close());

  const rowOf = (branch: BranchAtHand | undefined) =>
    world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: present(branch).runId });
  const listed = async () => {
    const { organisationId, organisationRunId: runId, year } = later;
    const { body } = await conclusionList(world.dataSource.manager, { runId, organisationId, year, listNo: 0 });
    return body.passed.map(({ branchId }) => branchId);
  };

  it('asks no plan and no assessment again of a pass on its way to recognition', async () => {
    for (const branch of later.branches)
      expect(await rowOf(branch)).toMatchObject({ step: 'listing', result: 'passed' });
    expect(await listed()).toEqual([]);
  });

  it('takes up the pass that the earlier round hands on, and not the one it recognises', async () => {
    await earlier.goTo('2021-02-01T02:00:00.000Z');
    await earlier.drawAndRecognise(1, [recognised]);
    await earlier.closeRound();
    expect((await rowOf(awaiting)).disposition).toBe('passed-awaiting');
    expect(await listed()).toEqual([awaiting.id]);
  });

  it('starts the same runs at every attempt, whoever was dissolved in between', async () => {
    const { campaignId } = world;
    const ids = { organisation: organisationWorkflowId, branch: branchWorkflowId, keeper: keeperWorkflowId };
    const prepare = (year: number) =>
      inTransaction(world.dataSource, (m) =>
        prepareRound(m, { campaignId, year, at: '2022-01-04T02:00:00.000Z' }, ids),
      );
    const first = await prepare(2022);
    await world.dataSource.manager.update(BranchEntity, { id: recognised.id }, { validTo: '2022-01-04' });
    expect(await prepare(2022)).toEqual(first);
  });
});
