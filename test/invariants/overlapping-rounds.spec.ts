import { IsNull } from 'typeorm';
import { branchWorkflowId, keeperWorkflowId, organisationWorkflowId } from '@app/contracts';
import { STEP_BEFORE_PUBLICATION } from '@app/domain';
import {
  BranchEntity,
  BranchRunEntity,
  branchRunLines,
  conclusionList,
  DeadlineEntity,
  inTransaction,
  passAssessors,
  prepareRound,
  publicationList,
} from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { LocalWorld } from '../support/local-world';
import {
  dissolveInBoth,
  losePasses,
  type OverlappingRounds,
  regainPasses,
  recogniseAgain,
} from '../support/overlapping-rounds';
import { Tampering } from '../support/tampering';

describe('a round that opens while the one before is not closed (design section 4: rounds may overlap)', () => {
  let world: LocalWorld;
  let earlier: HandOvers;
  let later: HandOvers;
  let recognised: BranchWithRun, awaiting: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 6 }) });
    earlier = await HandOvers.of(world);
    [recognised, awaiting] = earlier.branches.map(present) as [BranchWithRun, BranchWithRun];
    await earlier.openRound();
    await earlier.surveyAndPlan([awaiting]);
    await earlier.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of earlier.branches) await earlier.apply(branch);
    await earlier.assess(recognised);
    await earlier.goTo('2020-12-20T02:00:00.000Z');
    await earlier.decideAndFile([recognised]);
    await earlier.assess(awaiting);
    later = await HandOvers.of(world, 2021);
    later.now = '2021-01-05T02:00:00.000Z';
    await later.openRound();
  }, 240_000);
  afterAll(() => world.close());

  const rowOf = (branch: BranchWithRun | undefined) =>
    world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: present(branch).runId });
  const listed = async () => {
    const { organisationId, organisationRunId: runId, year } = later;
    const { body } = await conclusionList(world.dataSource.manager, { runId, organisationId, year, listNo: 0 });
    return body.passed;
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
    const carriedPass = { year: 2020, score: 10000 };
    expect(await listed()).toEqual([{ branchId: awaiting.id, score: null, carriedPass }]);
    const [run] = later.branches.filter(({ id }) => id === awaiting.id);
    const { manager } = world.dataSource;
    const [line] = await branchRunLines(manager, [present(run).runId], later.now);
    expect(line).toMatchObject({ result: 'passed', superiorScore: null, carriedPass });
    const round = { campaignId: world.campaignId, year: 2021, no: 9 };
    const { step } = await rowOf(run);
    await manager.update(BranchRunEntity, { id: present(run).runId }, { step: STEP_BEFORE_PUBLICATION });
    const { body } = await publicationList(manager, round);
    await manager.update(BranchRunEntity, { id: present(run).runId }, { step });
    expect(body.branches).toMatchObject([{ branchId: awaiting.id, score: null, carriedPass }]);
    const [own] = await branchRunLines(manager, [awaiting.runId], later.now);
    expect(own).toMatchObject({ superiorScore: 10000, carriedPass: null });
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

describe('a pass that is lost after the next round has taken it over', () => {
  let world: LocalWorld;
  let rounds: OverlappingRounds;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 6 }) });
    rounds = await losePasses(world);
  }, 240_000);
  afterAll(() => world.close());

  const rowsOf = (handOvers: HandOvers) =>
    Promise.all(
      handOvers.branches.map(({ runId }) => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId })),
    );

  it('puts the branch into the open round, its plan due twenty workdays later', async () => {
    expect(await rowsOf(rounds.later)).toMatchObject([
      { step: 'plan-writing', result: null },
      { step: 'plan-writing', result: null },
    ]);
    for (const { runId } of rounds.later.branches) {
      const plans = await world.dataSource.manager.findBy(DeadlineEntity, { runId, kind: 'branch-plan' });
      // twenty workdays after 6 January 2021, a Wednesday
      expect(plans).toMatchObject([{ dueDate: '2021-02-03', metAt: null, voidedAt: null }]);
    }
  });

  it('is named by the verifier where a branch has not heard of it', async () => {
    const tampering = await Tampering.on(world);
    const [overturned, struck] = rounds.later.branches.map(present);
    for (const { runId } of rounds.later.branches) {
      await tampering.run(`UPDATE branch_runs SET step = 'listing', result = 'passed' WHERE id = ?`, [runId]);
    }
    const [first, second] = rounds.earlier.branches.map(present);
    const message = (branch: BranchWithRun | undefined) =>
      `上一年度的达标结论已撤销，${present(branch).workflowId} 没有收到`;
    const places = [
      await tampering.placeOf(present(second).workflowId, 'branch-struck'),
      await tampering.placeOf(present(first).workflowId, 'recheck-overturned'),
    ];
    const news = (await tampering.faults()).filter(({ check }) => check === 'news');
    expect(news).toHaveLength(2);
    expect(news).toEqual(
      expect.arrayContaining([
        { check: 'news', ...places[0], message: message(struck) },
        { check: 'news', ...places[1], message: message(overturned) },
      ]),
    );
    await tampering.restore();
    await tampering.close();
  }, 240_000);

  it('can be attained again in that round', async () => {
    await regainPasses(rounds);
    await recogniseAgain(rounds);
    expect(await rowsOf(rounds.earlier)).toMatchObject([
      { disposition: 'carried-failed' },
      { disposition: 'carried-failed' },
    ]);
    expect(await rowsOf(rounds.later)).toMatchObject([{ disposition: 'recognised' }, { disposition: 'recognised' }]);
  }, 240_000);

  it('has the assessors of its own year, whatever other year is asked for with it', async () => {
    const { earlier, later } = rounds;
    const [branch] = earlier.branches.map(present);
    const { id: branchId } = present(branch);
    const years = [2020, 2021, 2022];
    const assessorsOf = await passAssessors(
      world.dataSource.manager,
      years.map((year) => ({ branchId, year })),
    );
    const assessors = later.assessors.map(({ personId }) => personId);
    const [then, now] = [assessors.slice(0, 2), assessors.reverse().slice(0, 2)];
    expect(years.map((year) => assessorsOf({ branchId, year }))).toEqual([then, now, now]);
    expect(assessorsOf({ branchId, year: 2019 })).toEqual([]);
  });
});

describe('a branch that is dissolved while two rounds are open', () => {
  it('leaves both, with all its dates', async () => {
    const world = await LocalWorld.open();
    try {
      const { earlier, later } = await dissolveInBoth(world);
      const { manager } = world.dataSource;
      for (const { branches } of [earlier, later]) {
        const [{ runId: id }, { runId: other }] = branches.map(present) as [BranchWithRun, BranchWithRun];
        expect(await manager.findOneBy(BranchRunEntity, { id })).toMatchObject({ disposition: 'excluded' });
        expect(await manager.countBy(DeadlineEntity, { runId: id, metAt: IsNull(), voidedAt: IsNull() })).toBe(0);
        expect(await manager.findOneBy(BranchRunEntity, { id: other })).toMatchObject({ disposition: null });
      }
      const dissolved = present(earlier.branches[0]);
      expect(await manager.findOneBy(BranchEntity, { id: dissolved.id })).toMatchObject({ validTo: '2021-01-05' });
    } finally {
      await world.close();
    }
  }, 240_000);
});
