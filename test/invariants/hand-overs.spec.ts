import type { InternalDates } from '@app/domain';
import { DeadlineEntity, inTransaction, saveRemarks } from '@app/persistence';
import { type BranchAtHand, Hands, present } from '../support/hands';
import { LocalWorld } from '../support/local-world';
import { Tampering } from '../support/tampering';

describe('hand-overs that cross a date', () => {
  let world: LocalWorld;
  let hands: Hands;
  let first: BranchAtHand, second: BranchAtHand;
  beforeEach(async () => {
    world = await LocalWorld.open();
    hands = await Hands.of(world);
    [first, second] = hands.branches.map(present) as [BranchAtHand, BranchAtHand];
    await hands.openRound();
  }, 60_000);
  afterEach(() => world.close());

  const datesOf = ({ runId }: { runId: string }, kind: DeadlineEntity['kind']) =>
    world.dataSource.manager.find(DeadlineEntity, { where: { runId, kind }, order: { no: 'ASC' } });
  const remarks = (runId: string) => {
    const { campaignId, programmeVersion } = world.campaign.setting;
    const lines = [{ pointer: '', text: '请补正' }];
    const written = { authorId: hands.officer.personId, savedAt: hands.now, requestId: hands.now };
    return inTransaction(world.dataSource, (m) =>
      saveRemarks(m, { runId, campaignId, programmeVersion, lines, ...written }),
    );
  };
  /** The committee returns the plan, the organisation hands over another. */
  const replan = async (dates: InternalDates, nextYear: readonly BranchAtHand[] = []) => {
    const { organisationRunId, organisationWorkflowId, officer } = hands;
    const returned = await remarks(organisationRunId);
    await hands.say(present(hands.committee[0]), organisationWorkflowId, 'returnOrganisationPlan', returned);
    const branches = hands.branches.map((branch) => ({
      branchId: branch.id,
      target: nextYear.includes(branch) ? 'next-year' : 'this-year',
    }));
    const body = { branches, responsible: [officer.personId], dates };
    const plan = await hands.draft(organisationRunId, 'organisation-plan', body, officer);
    await hands.say(officer, organisationWorkflowId, 'submitOrganisationPlan', plan);
  };
  const expectSound = async () => {
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.close();
  };

  it('a plan handed over again moves a date, and what was late is never in time again', async () => {
    for (const branch of hands.branches) await hands.survey(branch);
    await hands.planOrganisation();
    for (const branch of hands.branches) await hands.planBranch(branch);
    await hands.goTo('2020-10-20T02:00:00.000Z');
    const dates = { applyBy: '2020-10-31', ballotBy: '2020-11-05', assessBy: '2020-11-15' };
    await replan(dates, [second]);
    const breachedAt = '2020-10-15T16:00:00.000Z';
    const moved = { generation: 2, dueDate: '2020-10-31', breachedAt, voidedAt: null, metAt: null };
    expect(await datesOf(first, 'apply')).toMatchObject([moved]);
    expect(await datesOf(first, 'ballot')).toMatchObject([{ generation: 2, breachedAt: null, voidedAt: null }]);
    expect(await datesOf(first, 'assess')).toMatchObject([{ generation: 1, dueDate: '2020-11-15', voidedAt: null }]);
    for (const kind of ['apply', 'ballot', 'assess'] as const) {
      expect(await datesOf(second, kind)).toMatchObject([{ voidedAt: hands.now, metAt: null }]);
    }

    await hands.goTo('2020-10-21T02:00:00.000Z');
    await replan(dates);
    expect(await datesOf(first, 'apply')).toMatchObject([moved]);
    expect(await datesOf(second, 'apply')).toMatchObject([{}, { generation: 1, breachedAt, voidedAt: null }]);
    await hands.goTo('2020-11-03T02:00:00.000Z');
    for (const branch of hands.branches) await hands.apply(branch);
    expect(await datesOf(first, 'apply')).toMatchObject([{ metAt: hands.now, metHow: 'late', breachedAt }]);
    expect((await datesOf(second, 'apply')).at(-1)).toMatchObject({ metAt: hands.now, metHow: 'late' });
    expect(await datesOf(first, 'ballot')).toMatchObject([{ metHow: 'in-time' }]);
    await expectSound();
  }, 90_000);
});
