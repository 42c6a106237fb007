import {
  BranchRunEntity,
  DeadlineEntity,
  FilingEntity,
  idOf,
  inTransaction,
  issueBallotCodes,
  castBallot,
  OrganisationRunEntity,
  RecheckEntity,
  SpotCheckEntity,
} from '@app/persistence';
import { spotCheckWorkflowId } from '@app/contracts';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';
import { World } from '../support/world';

describe('what does not go straight', () => {
  let world: World;
  let handOvers: HandOvers;
  let struck: BranchWithRun,
    dissolved: BranchWithRun,
    overturned: BranchWithRun,
    carried: BranchWithRun,
    fine: BranchWithRun;
  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 5, seed: 3 }) });
    handOvers = await HandOvers.of(world);
    [struck, dissolved, overturned, carried, fine] = handOvers.branches.map(present) as [
      BranchWithRun,
      BranchWithRun,
      BranchWithRun,
      BranchWithRun,
      BranchWithRun,
    ];
  }, 240_000);
  afterAll(() => world.close());

  const db = () => world.dataSource.manager;
  const rowOf = ({ runId }: BranchWithRun) => db().findOneByOrFail(BranchRunEntity, { id: runId });
  const organisationRow = () => db().findOneByOrFail(OrganisationRunEntity, { id: handOvers.organisationRunId });
  it('a plan entered late from a dated paper is 按期完成（补录）,', async () => {
    await handOvers.openRound();
    for (const branch of handOvers.branches) await handOvers.survey(branch);
    await handOvers.planOrganisation();
    await handOvers.goTo('2020-06-20T02:00:00.000Z');
    for (const branch of [struck, dissolved, overturned, fine]) await handOvers.planBranch(branch);
    await handOvers.goTo('2020-07-06T02:00:00.000Z');
    const { id: documentId, digest } = await handOvers.newest(carried.runId, 'branch-plan');
    const stated = { happenedOn: '2020-06-29', lateEntry: { paper: '会议记录', paperDate: '2020-06-29' } };
    await handOvers.say(carried.secretary, carried.workflowId, {
      name: 'submitBranchPlan',
      input: { documentId, digest },
      stated,
    });
    await handOvers.say(handOvers.officer, carried.workflowId, { name: 'approveBranchPlan' });
    const deadlines = await db().findBy(DeadlineEntity, { runId: carried.runId, kind: 'branch-plan' });
    expect(deadlines).toMatchObject([{ metHow: 'late-entry-timely' }]);
  }, 240_000);

  it('a dissolved branch leaves the round with its dates', async () => {
    await handOvers.goTo('2020-09-09T02:00:00.000Z');
    await handOvers.dissolve(dissolved);
    await handOvers.untilBranchesAre('closed', [dissolved]);
    expect(await rowOf(dissolved)).toMatchObject({ disposition: 'excluded' });
    const open = (await db().findBy(DeadlineEntity, { runId: dissolved.runId })).filter(
      ({ metAt, voidedAt }) => metAt === null && voidedAt === null,
    );
    expect(open).toEqual([]);
  }, 240_000);

  it('a ballot below the floor is held again in a new box', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of [struck, overturned, carried]) await handOvers.apply(branch);
    await handOvers.applyAgain(fine, '自评');
    for (const [no, cast] of [
      [1, 2],
      [2, 12],
    ] as const) {
      const box = { ballotBoxId: await handOvers.openBallot(fine, no) };
      const codes = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, box.ballotBoxId));
      for (const code of [...codes.members, ...codes.masses].slice(0, cast)) {
        await inTransaction(world.dataSource, (m) => castBallot(m, code, ['A', 'A', 'A', 'A', 'A', 'A']));
      }
      await handOvers.say(handOvers.officer, fine.workflowId, { name: 'closeBallot', input: box });
    }
    expect((await rowOf(fine)).state).toMatchObject({ ballot: { participation: 10_000 }, step: 'assessing' });
  }, 240_000);

  it('the party group strikes a line; the filing is returned for form, corrected, and registered by silence', async () => {
    for (const branch of [struck, overturned, fine]) await handOvers.assess(branch);
    await handOvers.assess(carried, BELOW_THE_MARK);
    await handOvers.goTo('2020-11-18T02:00:00.000Z');
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding', [struck, overturned, fine]);
    await handOvers.decide({ struck: [struck] });
    await handOvers.untilBranchesAre('filing', [overturned, fine]);
    await handOvers.untilBranchesAre('rectifying', [struck, carried]);
    const send = async () => {
      await handOvers.sendFiling();
      await handOvers.untilBranchesAre('registering', [overturned, fine]);
    };
    await send();
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.returnFiling();
    await handOvers.goTo('2020-11-23T02:00:00.000Z');
    await send();
    expect((await organisationRow()).state).toMatchObject({ sentAt: '2020-11-18T02:00:00.000Z' });
    await handOvers.goTo('2020-12-01T02:00:00.000Z');
    await handOvers.untilOrganisationIs('registered');
    await handOvers.untilBranchesAre('draw-waiting', [overturned, fine]);
    expect((await organisationRow()).state).toMatchObject({ bySilence: true });
    expect(await db().countBy(FilingEntity, { organisationRunId: handOvers.organisationRunId })).toBe(1);
    const registrations = await db().findBy(DeadlineEntity, {
      runId: handOvers.organisationRunId,
      kind: 'registration' as const,
    });
    const fired = registrations.flatMap(({ rungs }) =>
      rungs.filter(([rung, , state]) => rung.startsWith('+') && typeof state === 'string'),
    );
    expect([registrations.length, fired]).toEqual([2, []]);
  }, 240_000);

  it('a recheck overturns a pass, and the round closes with every branch in one place', async () => {
    const [officer, other] = handOvers.committee.map(present) as [HandOvers['officer'], HandOvers['officer']];
    await handOvers.say(officer, handOvers.campaignWorkflowId, { name: 'orderSpotCheck', input: { year: 2020 } });
    const workflowId = spotCheckWorkflowId(world.campaign.setting.campaignKey, 1);
    const spotCheckId = idOf(world.campaignId, 'spot-check', 1);
    const stepIs = (step: string) =>
      eventually(
        async () => (await db().findOneBy(SpotCheckEntity, { id: spotCheckId }))?.step === step,
        `the spot check is ${step}`,
      );
    await stepIs('ordered');
    await handOvers.say(officer, workflowId, { name: 'freezeSpotCheck' });
    await handOvers.say(other, workflowId, { name: 'revealSpotCheck' });
    const [recheck] = await db().findBy(RecheckEntity, { spotCheckId });
    const { branchId } = present(recheck);
    const drawn = present(handOvers.branches.find(({ id }) => id === branchId));
    const kept = drawn === fine ? overturned : fine;
    await handOvers.untilBranchesAre('rechecking', [drawn]);
    await handOvers.recheck(1, present(recheck), { verdict: 'overturned', by: [officer, other] });
    await handOvers.untilBranchesAre('rectifying', [drawn]);
    await handOvers.untilBranchesAre('publication-waiting', [kept]);
    await stepIs('concluded');
    await handOvers.publishAndRecognise(1, [kept]);
    await handOvers.closeRound();
    expect(
      await Promise.all([struck, dissolved, carried, drawn, kept].map(async (b) => (await rowOf(b)).disposition)),
    ).toEqual(['carried-failed', 'excluded', 'carried-failed', 'carried-failed', 'recognised']);
  }, 240_000);

  it('the next round takes up the struck, the failed and the overturned, not the dissolved', async () => {
    const before = await Promise.all(handOvers.branches.map(rowOf));
    handOvers = await HandOvers.of(world, 2021);
    handOvers.now = '2021-01-05T02:00:00.000Z';
    await handOvers.openRound(before.filter(({ disposition }) => disposition !== 'excluded').length);
    const rows = await db().findBy(BranchRunEntity, { year: 2021 });
    expect(rows.map(({ mode }) => mode).sort()).toEqual(['attain', 'attain', 'attain', 'maintain']);
    expect(rows.some(({ branchId }) => branchId === dissolved.id)).toBe(false);
  }, 240_000);

  it('leaves a record, rows and workflows that agree', async () => {
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
