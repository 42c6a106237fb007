import type { InternalDates } from '@app/domain';
import { BranchRunEntity, conclusionList, DeadlineEntity, filingList, OrganisationRunEntity } from '@app/persistence';
import { type BranchAtHand, Hands, present } from '../support/hands';
import { LocalWorld } from '../support/local-world';
import { BELOW_THE_MARK } from '../support/sheets';
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
  }, 240_000);
  afterEach(() => world.close());

  const datesOf = ({ runId }: { runId: string }, kind: DeadlineEntity['kind']) =>
    world.dataSource.manager.find(DeadlineEntity, { where: { runId, kind }, order: { no: 'ASC' } });
  /** The committee returns the plan, the organisation hands over another. */
  const replan = async (dates: InternalDates, nextYear: readonly BranchAtHand[] = []) => {
    const { organisationRunId, organisationWorkflowId, officer } = hands;
    const returned = await hands.remark(organisationRunId);
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

  /** Both branches passed; the list lies before the party group. */
  const concluded = async () => {
    await hands.surveyAndPlan();
    await hands.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of hands.branches) await hands.apply(branch);
    for (const branch of hands.branches) await hands.assess(branch);
    await hands.goTo('2020-11-18T02:00:00.000Z');
    await hands.submitConclusions();
  };
  const decide = (struck: readonly BranchAtHand[] = [], decidedOn = '2020-11-18') =>
    hands.say(hands.recorder, hands.organisationWorkflowId, 'recordDecision', {
      number: '党组〔2020〕1号',
      decidedOn,
      struck: struck.map(({ id }) => id),
      recusals: [],
    });
  const sendFiling = async () => {
    const { organisationRunId: runId, organisationId, year } = hands;
    const filing = await filingList(world.dataSource.manager, { runId, organisationId, year, listNo: 1 });
    await hands.say(hands.officer, hands.organisationWorkflowId, 'sendFiling', { digest: filing?.digest });
  };
  const returnFiling = async () => {
    const input = await hands.remark(hands.organisationRunId);
    await hands.say(present(hands.committee[0]), hands.organisationWorkflowId, 'returnFiling', input);
  };
  const organisation = () =>
    world.dataSource.manager.findOneByOrFail(OrganisationRunEntity, { id: hands.organisationRunId });

  it('a plan handed over again moves a date, and what was late is never in time again', async () => {
    await hands.surveyAndPlan();
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
  }, 240_000);

  it('silence registers at its date, though a return comes before the keeper wakes', async () => {
    await concluded();
    await decide();
    await sendFiling();
    hands.now = '2020-11-26T01:00:00.000Z';
    await expect(returnFiling()).rejects.toMatchObject({ code: 'wrong-step', details: { step: 'registered' } });
    await hands.goTo('2020-11-26T02:00:00.000Z');
    const registered = { step: 'registered', bySilence: true, registeredAt: '2020-11-25T16:00:00.000Z' };
    expect((await organisation()).state).toMatchObject(registered);
    await expectSound();
  }, 240_000);

  it('a filing corrected too late loses its sending date, though the keeper did not wake', async () => {
    await concluded();
    await decide();
    await sendFiling();
    await hands.untilBranchesAre('registering');
    await hands.goTo('2020-11-20T02:00:00.000Z');
    await returnFiling();
    await hands.untilBranchesAre('filing');
    const run = await world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: first.runId });
    expect(run.state).toMatchObject({ waitingOn: { role: 'organisation-officer' } });
    await expectSound();
    hands.now = '2020-11-30T01:00:00.000Z';
    await sendFiling();
    await hands.untilBranchesAre('registering');
    const [lost] = await world.dataSource.query<{ canonical: string }[]>(
      `SELECT canonical FROM process_events WHERE stream = ? AND type = 'filing-date-lost'`,
      [hands.organisationWorkflowId],
    );
    const { payload } = JSON.parse(present(lost).canonical) as { payload: object };
    expect(payload).toMatchObject({ at: '2020-11-27T16:00:00.000Z' });
    expect((await organisation()).state).toMatchObject({ step: 'registering', sentAt: hands.now });
    await hands.goTo('2020-11-30T02:00:00.000Z');
    await expectSound();
  }, 240_000);

  it('decision and filing are due again with the first branch that passes, and end where it is struck', async () => {
    await hands.surveyAndPlan();
    await hands.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of hands.branches) await hands.apply(branch);
    for (const branch of hands.branches) await hands.assess(branch, BELOW_THE_MARK);
    await hands.submitConclusions();
    const run = { runId: hands.organisationRunId };
    for (const kind of ['decision', 'filing'] as const) {
      expect(await datesOf(run, kind)).toMatchObject([{ voidedAt: hands.now }]);
    }
    await hands.goTo('2020-11-18T02:00:00.000Z');
    await hands.applyAgain(first);
    await hands.assess(first);
    await hands.submitConclusions();
    const again = { no: 2, openedAt: hands.now, dueDate: '2020-11-30', breachedAt: null, metAt: null, voidedAt: null };
    for (const kind of ['decision', 'filing'] as const) expect(await datesOf(run, kind)).toMatchObject([{}, again]);
    await expect(decide([first, first])).rejects.toMatchObject({ code: 'list-mismatch' });
    await expect(decide([], '2020-11-19')).rejects.toMatchObject({ code: 'happened-in-future' });
    await decide([first]);
    expect(await datesOf(run, 'decision')).toMatchObject([{}, { metAt: hands.now, metHow: 'in-time' }]);
    expect(await datesOf(run, 'filing')).toMatchObject([{}, { voidedAt: hands.now }]);
    expect(await organisation()).toMatchObject({ step: 'assessing' });
    await expectSound();
  }, 240_000);

  it('a branch that has not been told its target yet is not left out of the list of conclusions', async () => {
    for (const branch of hands.branches) await hands.survey(branch);
    await hands.planOrganisation([first, second], [second]);
    const { dataSource } = world;
    const untold = `UPDATE branch_runs SET target = NULL, state = JSON_SET(state, '$.target', NULL) WHERE organisation_id = ?`;
    await dataSource.query(untold, [hands.organisationId]);
    const { organisationRunId: runId, organisationId, year } = hands;
    const { pending } = await conclusionList(dataSource.manager, { runId, organisationId, year, listNo: 0 });
    expect(pending).toEqual([first.id]);
    await expect(hands.submitConclusions()).rejects.toMatchObject({ code: 'conclusions-missing' });
  }, 240_000);

  it('surveys are complete when who owed the last one leaves, not when the last one came', async () => {
    hands.now = '2020-05-20T02:00:00.000Z';
    await hands.survey(first);
    await hands.goTo('2020-06-10T02:00:00.000Z');
    await hands.dissolve(second);
    const run = { runId: hands.organisationRunId };
    expect(await datesOf(run, 'survey')).toMatchObject([{ metAt: hands.now, metHow: 'late' }]);
    await expectSound();
  }, 240_000);

  it('nobody owes surveys where no branch is left', async () => {
    hands.now = '2020-05-20T02:00:00.000Z';
    await hands.survey(first);
    await hands.dissolve(first);
    await hands.dissolve(second);
    const run = { runId: hands.organisationRunId };
    expect(await datesOf(run, 'survey')).toMatchObject([{ voidedAt: hands.now, metAt: null }]);
    await expectSound();
  }, 240_000);
});
