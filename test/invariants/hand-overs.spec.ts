import type { InternalDates } from '@app/domain';
import { BranchRunEntity, conclusionList, DeadlineEntity, PersonEntity } from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';
import { Tampering } from '../support/tampering';

describe('hand-overs that cross a date', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun, second: BranchWithRun;
  beforeEach(async () => {
    world = await LocalWorld.open();
    handOvers = await HandOvers.of(world);
    [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    await handOvers.openRound();
  }, 240_000);
  afterEach(() => world.close());

  const datesOf = ({ runId }: { runId: string }, kind: DeadlineEntity['kind']) =>
    world.dataSource.manager.find(DeadlineEntity, { where: { runId, kind }, order: { no: 'ASC' } });
  /** The committee returns the plan, the organisation hands over another. */
  const replan = async (dates: InternalDates, nextYear: readonly BranchWithRun[] = []) => {
    const { organisationRunId, organisationWorkflowId, officer } = handOvers;
    const returned = await handOvers.remark(organisationRunId);
    await handOvers.say(present(handOvers.committee[0]), organisationWorkflowId, {
      name: 'returnOrganisationPlan',
      input: returned,
    });
    const branches = handOvers.branches.map((branch) => ({
      branchId: branch.id,
      target: nextYear.includes(branch) ? 'next-year' : 'this-year',
    }));
    const body = { branches, responsible: [officer.personId], dates };
    const plan = await handOvers.draft(organisationRunId, 'organisation-plan', { body, author: officer });
    await handOvers.say(officer, organisationWorkflowId, { name: 'submitOrganisationPlan', input: plan });
  };
  /** Of the list that was laid before the party group, and of the one that would be laid now, as its recorder reads them. */
  const digestsShown = async () => {
    const http = await HttpWorld.open(world);
    const { code } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: handOvers.recorder.personId });
    const digestAt = async (path: string) => {
      const asked = { path: `/conclusions${path}?organisationRunId=${handOvers.organisationRunId}` };
      return ((await http.send(code, 'get', asked)).body as { digest: string }).digest;
    };
    const shown = [await digestAt(''), await digestAt('/next')];
    await http.close();
    return shown;
  };
  const expectSound = async () => {
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.close();
  };

  /** Both branches passed; the list lies before the party group. */
  const concluded = async () => {
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of handOvers.branches) await handOvers.assess(branch);
    await handOvers.goTo('2020-11-18T02:00:00.000Z');
    await handOvers.submitConclusions();
  };
  it('a plan handed over again moves a date, and what was late is never in time again', async () => {
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-20T02:00:00.000Z');
    const dates = { applyBy: '2020-10-31', ballotBy: '2020-11-05', assessBy: '2020-11-15' };
    await replan(dates, [second]);
    const breachedAt = '2020-10-15T16:00:00.000Z';
    const moved = { generation: 2, dueDate: '2020-10-31', breachedAt, voidedAt: null, metAt: null };
    expect(await datesOf(first, 'apply')).toMatchObject([moved]);
    expect(await datesOf(first, 'ballot')).toMatchObject([{ generation: 2, breachedAt: null, voidedAt: null }]);
    expect(await datesOf(first, 'assess')).toMatchObject([{ generation: 1, dueDate: '2020-11-15', voidedAt: null }]);
    for (const kind of ['apply', 'ballot', 'assess'] as const) {
      expect(await datesOf(second, kind)).toMatchObject([{ voidedAt: handOvers.now, metAt: null }]);
    }

    await handOvers.goTo('2020-10-21T02:00:00.000Z');
    await replan(dates);
    expect(await datesOf(first, 'apply')).toMatchObject([moved]);
    expect(await datesOf(second, 'apply')).toMatchObject([{}, { generation: 1, breachedAt, voidedAt: null }]);
    await handOvers.goTo('2020-11-03T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    expect(await datesOf(first, 'apply')).toMatchObject([{ metAt: handOvers.now, metHow: 'late', breachedAt }]);
    expect((await datesOf(second, 'apply')).at(-1)).toMatchObject({ metAt: handOvers.now, metHow: 'late' });
    expect(await datesOf(first, 'ballot')).toMatchObject([{ metHow: 'in-time' }]);
    await expectSound();
  }, 240_000);

  it('silence registers at its date, though a return comes before the keeper wakes', async () => {
    await concluded();
    await handOvers.decide();
    await handOvers.sendFiling();
    handOvers.now = '2020-11-26T01:00:00.000Z';
    await expect(handOvers.returnFiling()).rejects.toMatchObject({
      code: 'wrong-step',
      details: { step: 'registered' },
    });
    await handOvers.goTo('2020-11-26T02:00:00.000Z');
    const registered = { step: 'registered', bySilence: true, registeredAt: '2020-11-25T16:00:00.000Z' };
    expect((await handOvers.organisationRun()).state).toMatchObject(registered);
    await expectSound();
  }, 240_000);

  it('a filing corrected too late loses its sending date, though the keeper did not wake', async () => {
    await concluded();
    await handOvers.decide();
    await handOvers.sendFiling();
    await handOvers.untilBranchesAre('registering');
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.returnFiling();
    await handOvers.untilBranchesAre('filing');
    const run = await world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: first.runId });
    expect(run.state).toMatchObject({ waitingOn: { role: 'organisation-officer' } });
    await expectSound();
    handOvers.now = '2020-11-30T01:00:00.000Z';
    const lateEntry = { paper: '补正件', paperDate: '2020-11-26' };
    await expect(handOvers.sendFiling({ happenedOn: '2020-11-26', lateEntry })).rejects.toMatchObject({
      code: 'happened-too-early',
    });
    await handOvers.sendFiling();
    expect(await datesOf({ runId: handOvers.organisationRunId }, 'correction')).toMatchObject([{ metHow: 'late' }]);
    await handOvers.untilBranchesAre('registering');
    const [lost] = await world.dataSource.query<{ canonical: string }[]>(
      `SELECT canonical FROM process_events WHERE stream = ? AND type = 'filing-date-lost'`,
      [handOvers.organisationWorkflowId],
    );
    const { payload } = JSON.parse(present(lost).canonical) as { payload: object };
    expect(payload).toMatchObject({ at: '2020-11-27T16:00:00.000Z' });
    expect((await handOvers.organisationRun()).state).toMatchObject({ step: 'registering', sentAt: handOvers.now });
    await handOvers.goTo('2020-11-30T02:00:00.000Z');
    await expectSound();
  }, 240_000);

  it('decision and filing are due again with the first branch that passes, and end where it is struck', async () => {
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of handOvers.branches) await handOvers.assess(branch, BELOW_THE_MARK);
    await handOvers.submitConclusions();
    const run = { runId: handOvers.organisationRunId };
    for (const kind of ['decision', 'filing'] as const) {
      expect(await datesOf(run, kind)).toMatchObject([{ voidedAt: handOvers.now }]);
    }
    await handOvers.goTo('2020-11-18T02:00:00.000Z');
    await handOvers.applyAgain(first);
    await handOvers.assess(first);
    await handOvers.submitConclusions();
    const again = {
      no: 2,
      openedAt: handOvers.now,
      dueDate: '2020-11-30',
      breachedAt: null,
      metAt: null,
      voidedAt: null,
    };
    for (const kind of ['decision', 'filing'] as const) expect(await datesOf(run, kind)).toMatchObject([{}, again]);
    await expect(handOvers.decide({ struck: [first, first] })).rejects.toMatchObject({ code: 'list-mismatch' });
    await expect(handOvers.decide({ decidedOn: '2020-11-19' })).rejects.toMatchObject({ code: 'happened-in-future' });
    await handOvers.decide({ struck: [first] });
    expect(await datesOf(run, 'decision')).toMatchObject([{}, { metAt: handOvers.now, metHow: 'in-time' }]);
    expect(await datesOf(run, 'filing')).toMatchObject([{}, { voidedAt: handOvers.now }]);
    expect(await handOvers.organisationRun()).toMatchObject({ step: 'assessing' });
    await expectSound();
  }, 240_000);

  it('decided on is the list that was laid last, registered and returned the filing that waits: none of an earlier list', async () => {
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    await handOvers.assess(first);
    await handOvers.assess(second, BELOW_THE_MARK);
    const { organisationRunId: runId, organisationId, year } = handOvers;
    const failedOn = async (listNo: number) => {
      const run = { runId, organisationId, year, listNo };
      return (await conclusionList(world.dataSource.manager, run)).body.failed.map(({ branchId }) => branchId);
    };
    expect(await failedOn(0)).toEqual([second.id]);
    await handOvers.decideAndFile([first]);
    expect(await failedOn(1)).toEqual([]); // said once
    const { digest } = await handOvers.laid();
    const earlier = { filingId: await handOvers.filingId() };
    await handOvers.goTo('2020-11-18T02:00:00.000Z');
    await handOvers.applyAgain(second);
    await handOvers.assess(second);
    expect(await digestsShown()).toEqual([digest, expect.not.stringMatching(digest)]);
    await handOvers.submitConclusions();
    const laid = { pointer: '/digest', current: (await handOvers.laid()).digest };
    await expect(handOvers.decide({ digest })).rejects.toMatchObject({ code: 'list-mismatch', details: laid });
    await handOvers.decide();
    await handOvers.sendFiling();
    const current = await handOvers.filingId();
    const refused = { code: 'list-mismatch', details: { pointer: '/path/id', current } };
    await expect(handOvers.registerFiling(earlier)).rejects.toMatchObject(refused);
    await expect(handOvers.returnFiling(earlier)).rejects.toMatchObject(refused);
    expect(await handOvers.organisationRun()).toMatchObject({ step: 'registering' });
    await handOvers.registerFiling({ filingId: current });
    expect(await handOvers.organisationRun()).toMatchObject({ step: 'registered' });
    await expectSound();
  }, 240_000);

  it('a branch that has not been told its target yet is not left out of the list of conclusions', async () => {
    for (const branch of handOvers.branches) await handOvers.survey(branch);
    await handOvers.planOrganisation([first, second], [second]);
    const { dataSource } = world;
    const untold = `UPDATE branch_runs SET target = NULL, state = JSON_SET(state, '$.target', NULL) WHERE organisation_id = ?`;
    await dataSource.query(untold, [handOvers.organisationId]);
    const { organisationRunId: runId, organisationId, year } = handOvers;
    const { pending } = await conclusionList(dataSource.manager, { runId, organisationId, year, listNo: 0 });
    expect(pending).toEqual([first.id]);
    await expect(handOvers.submitConclusions()).rejects.toMatchObject({ code: 'conclusions-missing' });
  }, 240_000);

  it('surveys are complete when who owed the last one leaves, not when the last one came', async () => {
    handOvers.now = '2020-05-20T02:00:00.000Z';
    await handOvers.survey(first);
    await handOvers.goTo('2020-06-10T02:00:00.000Z');
    await handOvers.dissolve(second);
    const run = { runId: handOvers.organisationRunId };
    expect(await datesOf(run, 'survey')).toMatchObject([{ metAt: handOvers.now, metHow: 'late' }]);
    await expectSound();
  }, 240_000);

  it('nobody owes surveys where no branch is left', async () => {
    handOvers.now = '2020-05-20T02:00:00.000Z';
    await handOvers.survey(first);
    await handOvers.dissolve(first);
    await handOvers.dissolve(second);
    const run = { runId: handOvers.organisationRunId };
    expect(await datesOf(run, 'survey')).toMatchObject([{ voidedAt: handOvers.now, metAt: null }]);
    await expectSound();
  }, 240_000);
});
