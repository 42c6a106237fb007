import type { Programme } from '@app/domain';
import { DeadlineEntity, isSettled } from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

const surveyDateOf = (world: LocalWorld, handOvers: HandOvers) =>
  world.dataSource.manager.findBy(DeadlineEntity, { runId: handOvers.organisationRunId, kind: 'survey' });

/** The organisation owes the surveys of its branches (苏委工〔2020〕6号 三.1): its date is met as the branches met it. */
describe('the date of an organisation’s surveys', () => {
  const ENTERED = { happenedOn: '2020-05-29', lateEntry: { paper: '会议记录', paperDate: '2020-05-29' } };
  let world: LocalWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun;
  let last: BranchWithRun;
  beforeEach(async () => {
    world = await LocalWorld.open();
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    [first, last] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    for (const { workflowId } of handOvers.branches)
      await handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' });
  }, 240_000);
  afterEach(() => world.close());

  it('is kept, entered late, where a dated paper shows that the last one was ready in time', async () => {
    await handOvers.submitSurvey(first);
    await handOvers.goTo('2020-06-05T02:00:00.000Z');
    await handOvers.submitSurvey(last, ENTERED);
    expect(await surveyDateOf(world, handOvers)).toMatchObject([{ metAt: handOvers.now, metHow: 'late-entry-timely' }]);
  });

  it('is not met by a survey of before the campaign: that one is refused, and nothing kept', async () => {
    await handOvers.submitSurvey(first);
    await handOvers.goTo('2020-06-05T02:00:00.000Z');
    const entered = handOvers.submitSurvey(last, { ...ENTERED, happenedOn: '2010-05-29' });
    await expect(entered).rejects.toMatchObject({ code: 'happened-too-early' });
    expect(await surveyDateOf(world, handOvers)).toMatchObject([{ metAt: null }]);
    await handOvers.submitSurvey(last, ENTERED);
    expect(await surveyDateOf(world, handOvers)).toMatchObject([{ metHow: 'late-entry-timely' }]);
  });

  it('is late where one was late, whatever the last one declares', async () => {
    await handOvers.goTo('2020-06-02T02:00:00.000Z');
    await handOvers.submitSurvey(first);
    await handOvers.goTo('2020-06-05T02:00:00.000Z');
    await handOvers.submitSurvey(last, ENTERED);
    expect(await surveyDateOf(world, handOvers)).toMatchObject([{ metAt: handOvers.now, metHow: 'late' }]);
  });
});

describe('a round in which no branch of an organisation owes a survey', () => {
  /** The second round has a survey too; a branch that passed in the first does none. */
  const surveyedAgain = (programme: Programme): Programme => ({
    ...programme,
    rounds: programme.rounds.map((round) =>
      round.year === 2021 ? { ...round, steps: { ...round.steps, survey: 'not-yet-passed' } } : round,
    ),
    deadlines: programme.deadlines.flatMap((deadline) =>
      deadline.kind === 'survey'
        ? [deadline, { ...deadline, year: 2021, dueDate: '2021-03-31', remindByDate: '2021-03-31' }]
        : [deadline],
    ),
  });

  it('asks the organisation for none', async () => {
    const world = await LocalWorld.open({ key: 'surveyed', alter: surveyedAgain });
    try {
      let handOvers = await HandOvers.of(world);
      await handOvers.openRound();
      await handOvers.surveyAndPlan();
      await handOvers.goTo('2020-10-12T02:00:00.000Z');
      for (const branch of handOvers.branches) await handOvers.apply(branch);
      for (const branch of handOvers.branches) await handOvers.assess(branch);
      await handOvers.goTo('2020-12-20T02:00:00.000Z');
      await handOvers.closeRound();

      handOvers = await HandOvers.of(world, 2021);
      handOvers.now = '2021-01-05T02:00:00.000Z';
      await handOvers.openRound();
      expect(await surveyDateOf(world, handOvers)).toEqual([]);
      await handOvers.goTo('2021-01-05T03:00:00.000Z');
      expect(await isSettled(world.dataSource.manager, world.campaignId, handOvers.now)).toBe(true);
    } finally {
      await world.close();
    }
  }, 240_000);
});
