import { spotCheckWorkflowId } from '@app/contracts';
import {
  CampaignEntity,
  dispositionList,
  publicationList,
  RecheckEntity,
  RecognitionEntity,
  RoundEntity,
  SpotCheckEntity,
} from '@app/persistence';
import { eventually } from '../support/eventually';
import { Hands, present, SHEET } from '../support/hands';
import { World } from '../support/world';

describe('a round of two branches that pass first time (苏委工〔2020〕6号 三)', () => {
  let world: World;
  let hands: Hands;
  beforeAll(async () => {
    world = await World.open();
    hands = await Hands.of(world);
  }, 60_000);
  afterAll(() => world.close());

  it('摸底调研 and 制定计划: surveys, targets, plans', async () => {
    await hands.openRound();
    for (const branch of hands.branches) await hands.survey(branch);
    await hands.planOrganisation();
    await hands.goTo('2020-06-10T02:00:00.000Z');
    for (const branch of hands.branches) await hands.planBranch(branch);
    await hands.untilBranchesAre('building');
  }, 30_000);

  it('对标建设 and 评估认定: application, ballot, two assessors, party group, filing', async () => {
    await hands.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of hands.branches) await hands.apply(branch);
    for (const branch of hands.branches) await hands.assess(branch);
    await hands.untilBranchesAre('listing');
    await hands.goTo('2020-11-20T02:00:00.000Z');
    await hands.decideAndFile();
  }, 30_000);

  it('抽查复核: a draw by two persons, rechecks, publication, recognition, the closing decision', async () => {
    const { campaignId, dataSource } = world;
    const { manager } = dataSource;
    const [officer, other] = hands.committee.map(present);
    const { year } = hands;
    await hands.goTo('2020-12-10T02:00:00.000Z');
    await hands.say(present(officer), hands.campaignWorkflowId, 'orderSpotCheck', { year });
    const spotCheck = spotCheckWorkflowId(world.campaign.setting.campaignKey, 1);
    await eventually(
      async () => (await manager.findOneBy(SpotCheckEntity, { campaignId }))?.step === 'ordered',
      'the spot check is ordered',
    );
    await hands.say(present(officer), spotCheck, 'freezeSpotCheck');
    await expect(hands.say(present(officer), spotCheck, 'revealSpotCheck')).rejects.toMatchObject({
      code: 'same-person',
    });
    await hands.say(present(other), spotCheck, 'revealSpotCheck');
    const rechecks = await manager.findBy(RecheckEntity, { campaignId });
    expect(rechecks).toHaveLength(1);
    const { id: recheckId, branchId, spotCheckId } = present(rechecks[0]);
    await hands.untilBranchesAre(
      'rechecking',
      hands.branches.filter(({ id }) => id === branchId),
    );
    const sheet = await hands.draft(spotCheckId, 'recheck-assessment', { ...SHEET, remark: '复核' }, present(officer));
    await hands.say(present(officer), spotCheck, 'concludeRecheck', { recheckId, ...sheet, verdict: 'upheld' });
    await hands.untilBranchesAre('publication-waiting');

    const { digest } = await publicationList(manager, { campaignId, year, no: 1 });
    await hands.say(present(officer), hands.campaignWorkflowId, 'openPublication', { year, digest });
    await hands.untilBranchesAre('published');
    await hands.goTo('2020-12-25T02:00:00.000Z');
    const { state } = await manager.findOneByOrFail(CampaignEntity, { id: campaignId });
    const [publication] = (state as { publications: { id: string }[] }).publications;
    await hands.say(present(officer), hands.campaignWorkflowId, 'recordRecognition', {
      publicationId: present(publication).id,
      documentNumber: '苏委工〔2021〕1号',
      decidedOn: '2020-12-25',
    });
    await hands.untilBranchesAre('recognised');
    const dispositions = await dispositionList(manager, { campaignId, year });
    const closing = { year, digest: dispositions.digest, documentNumber: '苏委工〔2021〕2号' };
    await hands.say(present(officer), hands.campaignWorkflowId, 'closeRound', closing);
    await hands.untilBranchesAre('closed');
    await hands.untilOrganisationIs('closed');
    expect(await manager.findBy(RecognitionEntity, { campaignId })).toMatchObject([{ branches: 2, warnings: [] }]);
    expect(await manager.findOneByOrFail(RoundEntity, { campaignId, year })).toMatchObject({
      status: 'closed',
      figures: { inScope: 2, filed: 2, recognised: 2, dispositions: { recognised: 2 } },
    });
  }, 30_000);
});
