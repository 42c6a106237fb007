import {
  BranchRunEntity,
  DeadlineEntity,
  FilingEntity,
  filingList,
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
import { type BranchAtHand, Hands, present } from '../support/hands';
import { BELOW_THE_MARK } from '../support/sheets';
import { World } from '../support/world';

describe('what does not go straight', () => {
  let world: World;
  let hands: Hands;
  let struck: BranchAtHand,
    dissolved: BranchAtHand,
    overturned: BranchAtHand,
    carried: BranchAtHand,
    fine: BranchAtHand;
  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 5, seed: 3 }) });
    hands = await Hands.of(world);
    [struck, dissolved, overturned, carried, fine] = hands.branches.map(present) as [
      BranchAtHand,
      BranchAtHand,
      BranchAtHand,
      BranchAtHand,
      BranchAtHand,
    ];
  }, 240_000);
  afterAll(() => world.close());

  const db = () => world.dataSource.manager;
  const rowOf = ({ runId }: BranchAtHand) => db().findOneByOrFail(BranchRunEntity, { id: runId });
  const organisationRow = () => db().findOneByOrFail(OrganisationRunEntity, { id: hands.organisationRunId });
  it('a plan entered late from a dated paper is 按期完成（补录）,', async () => {
    await hands.openRound();
    for (const branch of hands.branches) await hands.survey(branch);
    await hands.planOrganisation();
    await hands.goTo('2020-06-20T02:00:00.000Z');
    for (const branch of [struck, dissolved, overturned, fine]) await hands.planBranch(branch);
    await hands.goTo('2020-07-06T02:00:00.000Z');
    const { id: documentId, digest } = await hands.newest(carried.runId, 'branch-plan');
    const stated = { happenedOn: '2020-06-29', lateEntry: { paper: '会议记录', paperDate: '2020-06-29' } };
    await hands.say(carried.secretary, carried.workflowId, 'submitBranchPlan', { documentId, digest }, stated);
    await hands.say(hands.officer, carried.workflowId, 'approveBranchPlan');
    const deadlines = await db().findBy(DeadlineEntity, { runId: carried.runId, kind: 'branch-plan' });
    expect(deadlines).toMatchObject([{ metHow: 'late-entry-timely' }]);
  }, 240_000);

  it('a dissolved branch leaves the round with its dates', async () => {
    await hands.goTo('2020-09-09T02:00:00.000Z');
    await hands.dissolve(dissolved);
    await hands.untilBranchesAre('closed', [dissolved]);
    expect(await rowOf(dissolved)).toMatchObject({ disposition: 'excluded' });
    const open = (await db().findBy(DeadlineEntity, { runId: dissolved.runId })).filter(
      ({ metAt, voidedAt }) => metAt === null && voidedAt === null,
    );
    expect(open).toEqual([]);
  }, 240_000);

  it('a ballot below the floor is held again in a new box', async () => {
    await hands.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of [struck, overturned, carried]) await hands.apply(branch);
    await hands.applyAgain(fine, '自评');
    for (const [no, cast] of [
      [1, 2],
      [2, 12],
    ] as const) {
      const box = { ballotBoxId: idOf(fine.runId, 'ballot-box', no) };
      await hands.say(hands.officer, fine.workflowId, 'openBallot', { ...box, mode: 'online', members: 6, masses: 6 });
      const codes = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, box.ballotBoxId));
      for (const code of [...codes.members, ...codes.masses].slice(0, cast)) {
        await inTransaction(world.dataSource, (m) => castBallot(m, code, ['A', 'A', 'A', 'A', 'A', 'A']));
      }
      await hands.say(hands.officer, fine.workflowId, 'closeBallot', box);
    }
    expect((await rowOf(fine)).state).toMatchObject({ ballot: { participation: 10_000 }, step: 'assessing' });
  }, 240_000);

  it('the party group strikes a line; the filing is returned for form, corrected, and registered by silence', async () => {
    for (const branch of [struck, overturned, fine]) await hands.assess(branch);
    await hands.assess(carried, BELOW_THE_MARK);
    await hands.goTo('2020-11-18T02:00:00.000Z');
    await hands.submitConclusions();
    await hands.untilBranchesAre('deciding', [struck, overturned, fine]);
    const decision = { number: '党组〔2020〕1号', decidedOn: '2020-11-18', struck: [struck.id], recusals: [] };
    await hands.say(hands.recorder, hands.organisationWorkflowId, 'recordDecision', decision);
    await hands.untilBranchesAre('filing', [overturned, fine]);
    await hands.untilBranchesAre('rectifying', [struck, carried]);
    const send = async () => {
      const run = { runId: hands.organisationRunId, organisationId: hands.organisationId, year: 2020, listNo: 1 };
      const { digest } = present((await filingList(db(), run)) ?? undefined);
      await hands.say(hands.officer, hands.organisationWorkflowId, 'sendFiling', { digest });
      await hands.untilBranchesAre('registering', [overturned, fine]);
    };
    await send();
    await hands.goTo('2020-11-20T02:00:00.000Z');
    const input = await hands.remark(hands.organisationRunId, 'return');
    await hands.say(present(hands.committee[0]), hands.organisationWorkflowId, 'returnFiling', input);
    await hands.goTo('2020-11-23T02:00:00.000Z');
    await send();
    expect((await organisationRow()).state).toMatchObject({ sentAt: '2020-11-18T02:00:00.000Z' });
    await hands.goTo('2020-12-01T02:00:00.000Z');
    await hands.untilOrganisationIs('registered');
    await hands.untilBranchesAre('draw-waiting', [overturned, fine]);
    expect((await organisationRow()).state).toMatchObject({ bySilence: true });
    expect(await db().countBy(FilingEntity, { organisationRunId: hands.organisationRunId })).toBe(1);
    const registrations = await db().findBy(DeadlineEntity, {
      runId: hands.organisationRunId,
      kind: 'registration' as const,
    });
    const fired = registrations.flatMap(({ rungs }) =>
      rungs.filter(([rung, , state]) => rung.startsWith('+') && typeof state === 'string'),
    );
    expect([registrations.length, fired]).toEqual([2, []]);
  }, 240_000);

  it('a recheck overturns a pass, and the round closes with every branch in one place', async () => {
    const [officer, other] = hands.committee.map(present) as [Hands['officer'], Hands['officer']];
    await hands.say(officer, hands.campaignWorkflowId, 'orderSpotCheck', { year: 2020 });
    const workflowId = spotCheckWorkflowId(world.campaign.setting.campaignKey, 1);
    const spotCheckId = idOf(world.campaignId, 'spot-check', 1);
    const stepIs = (step: string) =>
      eventually(
        async () => (await db().findOneBy(SpotCheckEntity, { id: spotCheckId }))?.step === step,
        `the spot check is ${step}`,
      );
    await stepIs('ordered');
    await hands.say(officer, workflowId, 'freezeSpotCheck');
    await hands.say(other, workflowId, 'revealSpotCheck');
    const [recheck] = await db().findBy(RecheckEntity, { spotCheckId });
    const { branchId } = present(recheck);
    const drawn = present(hands.branches.find(({ id }) => id === branchId));
    const kept = drawn === fine ? overturned : fine;
    await hands.untilBranchesAre('rechecking', [drawn]);
    await hands.recheck(1, present(recheck), 'overturned', [officer, other]);
    await hands.untilBranchesAre('rectifying', [drawn]);
    await hands.untilBranchesAre('publication-waiting', [kept]);
    await stepIs('concluded');
    await hands.publishAndRecognise(1, [kept]);
    await hands.closeRound();
    expect(
      await Promise.all([struck, dissolved, carried, drawn, kept].map(async (b) => (await rowOf(b)).disposition)),
    ).toEqual(['carried-failed', 'excluded', 'carried-failed', 'carried-failed', 'recognised']);
  }, 240_000);

  it('the next round takes up the struck, the failed and the overturned, not the dissolved', async () => {
    const before = await Promise.all(hands.branches.map(rowOf));
    hands = await Hands.of(world, 2021);
    hands.now = '2021-01-05T02:00:00.000Z';
    await hands.openRound(before.filter(({ disposition }) => disposition !== 'excluded').length);
    const rows = await db().findBy(BranchRunEntity, { year: 2021 });
    expect(rows.map(({ mode }) => mode).sort()).toEqual(['attain', 'attain', 'attain', 'maintain']);
    expect(rows.some(({ branchId }) => branchId === dissolved.id)).toBe(false);
  }, 240_000);

  it('leaves a record, rows and workflows that agree', async () => {
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
