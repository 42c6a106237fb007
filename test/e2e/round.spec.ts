import { RecheckEntity, RecognitionEntity, RoundEntity } from '@app/persistence';
import { Hands } from '../support/hands';
import { World } from '../support/world';

describe('a round of two branches that pass first time (苏委工〔2020〕6号 三)', () => {
  let world: World;
  let hands: Hands;
  beforeAll(async () => {
    world = await World.open();
    hands = await Hands.of(world);
  }, 240_000);
  afterAll(() => world.close());

  it('摸底调研 and 制定计划: surveys, targets, plans', async () => {
    await hands.openRound();
    for (const branch of hands.branches) await hands.survey(branch);
    await hands.planOrganisation();
    await hands.goTo('2020-06-10T02:00:00.000Z');
    for (const branch of hands.branches) await hands.planBranch(branch);
    await hands.untilBranchesAre('building');
  }, 240_000);

  it('对标建设 and 评估认定: application, ballot, two assessors, party group, filing', async () => {
    await hands.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of hands.branches) await hands.apply(branch);
    for (const branch of hands.branches) await hands.assess(branch);
    await hands.untilBranchesAre('listing');
    await hands.goTo('2020-11-20T02:00:00.000Z');
    await hands.decideAndFile();
  }, 240_000);

  it('抽查复核: a draw by two persons, rechecks, publication, recognition, the closing decision', async () => {
    const { campaignId, dataSource } = world;
    const { manager } = dataSource;
    const { year } = hands;
    await hands.goTo('2020-12-10T02:00:00.000Z');
    await hands.drawAndRecognise(1);
    await hands.closeRound();
    expect(await manager.countBy(RecheckEntity, { campaignId })).toBe(1);
    expect(await manager.findBy(RecognitionEntity, { campaignId })).toMatchObject([{ branches: 2, warnings: [] }]);
    expect(await manager.findOneByOrFail(RoundEntity, { campaignId, year })).toMatchObject({
      status: 'closed',
      figures: { inScope: 2, filed: 2, recognised: 2, dispositions: { recognised: 2 } },
    });
  }, 240_000);

  it('leaves a record, rows and workflows that agree', async () => {
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
