import { BranchRunEntity, RoundEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { type BranchAtHand, Hands, present } from '../support/hands';
import { BELOW_THE_MARK } from '../support/sheets';
import { World } from '../support/world';

describe('three rounds (苏委工〔2020〕6号 二: 2020 推进年, 2021 提升年, 2022 巩固年)', () => {
  let world: World;
  let hands: Hands;
  let second: BranchAtHand;
  let later: BranchAtHand;
  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 }) });
    hands = await Hands.of(world);
    [, second, later] = hands.branches.map(present) as [BranchAtHand, BranchAtHand, BranchAtHand];
  }, 240_000);
  afterAll(() => world.close());

  const rowOf = ({ runId }: BranchAtHand) => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });

  it('2020: one passes at once, one fails at 94.50 and passes after rectification, one is left for next year', async () => {
    await hands.openRound();
    await hands.surveyAndPlan([later]);
    await hands.untilBranchesAre('building');
    await hands.goTo('2020-10-12T02:00:00.000Z');
    const applying = hands.branches.slice(0, 2);
    for (const branch of applying) await hands.apply(branch);
    await hands.assess(present(applying[0]));
    await hands.assess(second, BELOW_THE_MARK);
    await hands.untilBranchesAre('rectifying', [second]);
    expect(await rowOf(second)).toMatchObject({ superiorScore: 9450, result: 'failed' });
    await hands.goTo('2020-11-10T02:00:00.000Z');
    await hands.applyAgain(second);
    await hands.assess(second);
    expect(await rowOf(second)).toMatchObject({ superiorScore: 10_000, result: 'passed', step: 'listing' });
    await hands.decideAndFile(applying);
    await hands.drawAndRecognise(1, applying);
    await hands.closeRound();
    expect(await rowOf(later)).toMatchObject({ disposition: 'carried-unplanned' });
  }, 240_000);

  it('2021: the recognised keep the standard, the one carried over attains it', async () => {
    hands = await Hands.of(world, 2021);
    hands.now = '2021-01-05T02:00:00.000Z';
    later = present(hands.branches[2]);
    await hands.openRound();
    expect((await Promise.all(hands.branches.map(rowOf))).map(({ mode, step }) => [mode, step])).toEqual([
      ['maintain', 'plan-writing'],
      ['maintain', 'plan-writing'],
      ['attain', 'target-waiting'],
    ]);
    await hands.planOrganisation([later]);
    for (const branch of hands.branches) await hands.planBranch(branch);
    await hands.goTo('2021-10-12T02:00:00.000Z');
    await hands.apply(later);
    await hands.assess(later);
    await hands.goTo('2021-11-12T02:00:00.000Z');
    await hands.decideAndFile([later]);
    await hands.drawAndRecognise(2, [later]);
    await hands.closeRound();
    const round = await world.dataSource.manager.findOneByOrFail(RoundEntity, { year: 2021 });
    expect(round.figures).toMatchObject({ inScope: 3, recognised: 3 });
  }, 240_000);

  it('2022: every branch is reviewed', async () => {
    hands = await Hands.of(world, 2022);
    hands.now = '2022-01-05T02:00:00.000Z';
    await hands.openRound();
    expect((await Promise.all(hands.branches.map(rowOf))).map(({ mode }) => mode)).toEqual([
      'review',
      'review',
      'review',
    ]);
    await hands.planOrganisation([]);
    for (const branch of hands.branches) await hands.planBranch(branch);
    await hands.goTo('2022-06-12T02:00:00.000Z');
    for (const branch of hands.branches) await hands.review(branch);
    await hands.untilBranchesAre('reviewed');
    await hands.goTo('2022-07-12T02:00:00.000Z');
    await hands.submitConclusions();
    await hands.closeRound();
    expect(
      (await Promise.all(hands.branches.map(rowOf))).map(({ review, disposition }) => [review, disposition]),
    ).toEqual(Array.from({ length: 3 }, () => ['upheld', 'recognised']));
  }, 240_000);

  it('leaves a record, rows and workflows that agree', async () => {
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
