import { spotCheckWorkflowId } from '@app/contracts';
import { BranchRunEntity, idOf, inTransaction, RecheckEntity, saveDraft } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
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
    let handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    const first = present(handOvers.branches[0]);
    await handOvers.survey(first);
    await handOvers.planOrganisation();
    await handOvers.planBranch(first);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    await handOvers.apply(first);
    await handOvers.assess(first);
    await handOvers.goTo('2020-12-20T02:00:00.000Z');
    await handOvers.closeRound();
    expect(await manager.findOneBy(BranchRunEntity, { id: first.runId })).toMatchObject({
      disposition: 'passed-awaiting',
    });

    handOvers = await HandOvers.of(world, 2021);
    handOvers.now = '2021-01-05T02:00:00.000Z';
    await handOvers.openRound();
    const body = { branches: [{ branchId: first.id, target: 'this-year' }], responsible: [handOvers.officer.personId] };
    const dates = { applyBy: '2021-10-15', ballotBy: '2021-10-30', assessBy: '2021-11-15' };
    const organisation = handOvers.organisationRunId;
    const plan = await handOvers.draft(organisation, 'organisation-plan', {
      body: { ...body, dates },
      author: handOvers.officer,
    });
    await handOvers.say(handOvers.officer, handOvers.organisationWorkflowId, {
      name: 'submitOrganisationPlan',
      input: plan,
    });
    await handOvers.decideAndFile();
    const [officer, other] = handOvers.committee.map(present);
    await handOvers.say(present(officer), 'campaign:local', { name: 'orderSpotCheck', input: { year: 2021 } });
    const workflowId = spotCheckWorkflowId('local', 1);
    await handOvers.say(present(officer), workflowId, { name: 'freezeSpotCheck' });
    await handOvers.say(present(other), workflowId, { name: 'revealSpotCheck' });
    const spotCheckId = idOf(world.campaignId, 'spot-check', 1);
    const recheck = await manager.findOneByOrFail(RecheckEntity, { spotCheckId });
    const documentId = recheck.documentId ?? '';
    const assessor = present(handOvers.assessors[0]);
    const draft = {
      documentId,
      body: { ...SHEET, remark: '复核' },
      authorId: assessor.personId,
      savedAt: handOvers.now,
    };
    const { digest } = await inTransaction(world.dataSource, (m) => saveDraft(m, { ...draft, check: () => undefined }));
    const verdict = { recheckId: recheck.id, documentId, digest, verdict: 'upheld' };
    await expect(
      handOvers.say(assessor, workflowId, { name: 'concludeRecheck', input: verdict }),
    ).rejects.toMatchObject({
      code: 'same-person',
    });
    const written = { ...draft, authorId: present(officer).personId, check: () => undefined };
    await inTransaction(world.dataSource, (m) => saveDraft(m, written));
    await handOvers.openSheet({ documentId, digest }, present(officer));
    await handOvers.say(present(officer), workflowId, { name: 'concludeRecheck', input: verdict });
    await handOvers.publishAndRecognise(1, handOvers.branches);
    await handOvers.closeRound();

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
