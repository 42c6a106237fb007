import { spotCheckWorkflowId } from '@app/contracts';
import { BranchRunEntity, idOf, inTransaction, RecheckEntity, saveDraft } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { Hands, present } from '../support/hands';
import { SHEET } from '../support/sheets';
import { LocalWorld } from '../support/local-world';
import { Tampering } from '../support/tampering';

describe('a pass that the next round takes over', () => {
  let world: LocalWorld;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 1, seed: 2 }) });
  }, 240_000);
  afterAll(() => world.close());

  it('is checked again by nobody who assessed it then, and recognised on the evidence of both rounds', async () => {
    const { manager } = world.dataSource;
    let hands = await Hands.of(world);
    await hands.openRound();
    const first = present(hands.branches[0]);
    await hands.survey(first);
    await hands.planOrganisation();
    await hands.planBranch(first);
    await hands.goTo('2020-10-12T02:00:00.000Z');
    await hands.apply(first);
    await hands.assess(first);
    await hands.goTo('2020-12-20T02:00:00.000Z');
    await hands.closeRound();
    expect(await manager.findOneBy(BranchRunEntity, { id: first.runId })).toMatchObject({
      disposition: 'passed-awaiting',
    });

    hands = await Hands.of(world, 2021);
    hands.now = '2021-01-05T02:00:00.000Z';
    await hands.openRound();
    const body = { branches: [{ branchId: first.id, target: 'this-year' }], responsible: [hands.officer.personId] };
    const dates = { applyBy: '2021-10-15', ballotBy: '2021-10-30', assessBy: '2021-11-15' };
    const organisation = hands.organisationRunId;
    const plan = await hands.draft(organisation, 'organisation-plan', { ...body, dates }, hands.officer);
    await hands.say(hands.officer, hands.organisationWorkflowId, 'submitOrganisationPlan', plan);
    await hands.decideAndFile();
    const [officer, other] = hands.committee.map(present);
    await hands.say(present(officer), 'campaign:local', 'orderSpotCheck', { year: 2021 });
    const workflowId = spotCheckWorkflowId('local', 1);
    await hands.say(present(officer), workflowId, 'freezeSpotCheck');
    await hands.say(present(other), workflowId, 'revealSpotCheck');
    const spotCheckId = idOf(world.campaignId, 'spot-check', 1);
    const recheck = await manager.findOneByOrFail(RecheckEntity, { spotCheckId });
    const documentId = recheck.documentId ?? '';
    const assessor = present(hands.assessors[0]);
    const draft = { documentId, body: { ...SHEET, remark: '复核' }, authorId: assessor.personId, savedAt: hands.now };
    const { digest } = await inTransaction(world.dataSource, (m) => saveDraft(m, { ...draft, check: () => undefined }));
    const verdict = { recheckId: recheck.id, documentId, digest, verdict: 'upheld' };
    await expect(hands.say(assessor, workflowId, 'concludeRecheck', verdict)).rejects.toMatchObject({
      code: 'same-person',
    });
    const written = { ...draft, authorId: present(officer).personId, check: () => undefined };
    await inTransaction(world.dataSource, (m) => saveDraft(m, written));
    await hands.opened({ documentId, digest }, present(officer));
    await hands.say(present(officer), workflowId, 'concludeRecheck', verdict);
    await hands.publishAndRecognise(1, hands.branches);
    await hands.closeRound();

    const tampering = await Tampering.on(world);
    try {
      expect(await tampering.faults()).toEqual([]);
      await tampering.run('UPDATE rechecks SET rechecker_id = ?', [assessor.personId]);
      expect((await tampering.faults()).map(({ check }) => check)).toContain('persons');
    } finally {
      await tampering.close();
    }
  }, 240_000);
});
