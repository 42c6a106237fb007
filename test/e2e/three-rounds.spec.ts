import { BranchRunEntity, readStream, RoundEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';
import { World } from '../support/world';

describe('three rounds (苏委工〔2020〕6号 二: 2020 推进年, 2021 提升年, 2022 巩固年)', () => {
  let world: World;
  let handOvers: HandOvers;
  let second: BranchWithRun;
  let later: BranchWithRun;
  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 }) });
    handOvers = await HandOvers.of(world);
    [, second, later] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
  }, 240_000);
  afterAll(() => world.close());

  const rowOf = ({ runId }: BranchWithRun) => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });

  it('2020: one passes at once, one fails at 94.50 and passes after rectification, one is left for next year', async () => {
    await handOvers.openRound();
    await handOvers.surveyAndPlan([later]);
    await handOvers.untilBranchesAre('building');
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    const applying = handOvers.branches.slice(0, 2);
    for (const branch of applying) await handOvers.apply(branch);
    await handOvers.assess(present(applying[0]));
    await handOvers.assess(second, BELOW_THE_MARK);
    await handOvers.untilBranchesAre('rectifying', [second]);
    expect(await rowOf(second)).toMatchObject({ superiorScore: 9450, result: 'failed' });
    await handOvers.goTo('2020-11-10T02:00:00.000Z');
    await handOvers.applyAgain(second);
    await handOvers.assess(second);
    expect(await rowOf(second)).toMatchObject({ superiorScore: 10_000, result: 'passed', step: 'listing' });
    await handOvers.decideAndFile(applying);
    await handOvers.drawAndRecognise(1, applying);
    await handOvers.closeRound();
    expect(await rowOf(later)).toMatchObject({ disposition: 'carried-unplanned' });
  }, 240_000);

  it('2021: the recognised keep the standard, the one carried over attains it', async () => {
    handOvers = await HandOvers.of(world, 2021);
    handOvers.now = '2021-01-05T02:00:00.000Z';
    later = present(handOvers.branches[2]);
    await handOvers.openRound();
    expect((await Promise.all(handOvers.branches.map(rowOf))).map(({ mode, step }) => [mode, step])).toEqual([
      ['maintain', 'plan-writing'],
      ['maintain', 'plan-writing'],
      ['attain', 'target-waiting'],
    ]);
    await handOvers.planOrganisation([later]);
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    await handOvers.goTo('2021-10-12T02:00:00.000Z');
    await handOvers.apply(later);
    await handOvers.assess(later);
    await handOvers.goTo('2021-11-12T02:00:00.000Z');
    await handOvers.decideAndFile([later]);
    await handOvers.drawAndRecognise(2, [later]);
    await handOvers.closeRound();
    const round = await world.dataSource.manager.findOneByOrFail(RoundEntity, { year: 2021 });
    expect(round.figures).toMatchObject({ inScope: 3, recognised: 3 });
  }, 240_000);

  it('2022: every branch is reviewed', async () => {
    handOvers = await HandOvers.of(world, 2022);
    handOvers.now = '2022-01-05T02:00:00.000Z';
    await handOvers.openRound();
    expect((await Promise.all(handOvers.branches.map(rowOf))).map(({ mode }) => mode)).toEqual([
      'review',
      'review',
      'review',
    ]);
    await handOvers.planOrganisation([]);
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    await handOvers.goTo('2022-06-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.review(branch);
    await handOvers.untilBranchesAre('reviewed');
    await handOvers.goTo('2022-07-12T02:00:00.000Z');
    await handOvers.submitConclusions();
    await handOvers.closeRound();
    expect(
      (await Promise.all(handOvers.branches.map(rowOf))).map(({ review, disposition }) => [review, disposition]),
    ).toEqual(Array.from({ length: 3 }, () => ['upheld', 'recognised']));
  }, 240_000);

  it('the first was opened by the committee, the others by themselves at the beginning of their first day', async () => {
    const opened = (await readStream(world.dataSource.manager, handOvers.campaignWorkflowId)).filter(
      ({ type }) => type === 'round-opened',
    );
    const first = present(opened[0]);
    expect(first).toMatchObject({ actor: present(handOvers.committee[0]).personId, payload: { year: 2020 } });
    expect(opened.slice(1).map(({ actor, payload }) => [actor, payload])).toEqual([
      [null, { year: 2021, at: '2021-01-03T16:00:00.000Z', automatic: true }],
      [null, { year: 2022, at: '2022-01-03T16:00:00.000Z', automatic: true }],
    ]);
  });

  it('leaves a record, rows and workflows that agree', async () => {
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
