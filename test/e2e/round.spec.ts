import { RecheckEntity, RecognitionEntity, RoundEntity } from '@app/persistence';
import { HandOvers } from '../support/hand-overs';
import { World } from '../support/world';

describe('a round of two branches that pass first time (苏委工〔2020〕6号 三)', () => {
  let world: World;
  let handOvers: HandOvers;
  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
  }, 240_000);
  afterAll(() => world.close());

  it('摸底调研 and 制定计划: surveys, targets, plans', async () => {
    await handOvers.openRound();
    for (const branch of handOvers.branches) await handOvers.survey(branch);
    await handOvers.planOrganisation();
    await handOvers.goTo('2020-06-10T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    await handOvers.untilBranchesAre('building');
  }, 240_000);

  it('对标建设 and 评估认定: application, ballot, two assessors, party group, filing', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of handOvers.branches) await handOvers.assess(branch);
    await handOvers.untilBranchesAre('listing');
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.decideAndFile();
  }, 240_000);

  it('抽查复核: a draw by two persons, rechecks, publication, recognition, the closing decision', async () => {
    const { campaignId, dataSource } = world;
    const { manager } = dataSource;
    const { year } = handOvers;
    await handOvers.goTo('2020-12-10T02:00:00.000Z');
    await handOvers.drawAndRecognise(1);
    await handOvers.closeRound();
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
