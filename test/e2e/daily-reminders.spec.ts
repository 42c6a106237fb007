import { isSettled, KeeperEntity, NoticeEntity } from '@app/persistence';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { World } from '../support/world';

describe('the daily reminders of a round that nobody works in', () => {
  let world: World;
  let handOvers: HandOvers;
  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => world.close());

  const committee = () =>
    world.dataSource.manager.findOneByOrFail(KeeperEntity, { campaignId: world.campaignId, scopeId: world.campaignId });
  const settledAt = (at: string) =>
    eventually(() => isSettled(world.dataSource.manager, world.campaignId, at), `settled at ${at}`);
  const noticesOf = (subject: string) => world.dataSource.manager.findBy(NoticeEntity, { subject: subject as never });

  it('are made each workday at 08:30, the first on the workday after the opening however late the keeper wakes', async () => {
    expect((await committee()).remindedAt).toBe(handOvers.now);
    expect(await noticesOf('deadline-reminder')).toEqual([]);
    const at = '2020-05-25T02:00:00.000Z';
    await handOvers.goTo(at);
    await settledAt(at);
    expect((await committee()).remindedAt).toBe('2020-05-25T00:30:00.000Z');
    const reminders = await noticesOf('deadline-reminder');
    expect(reminders.length).toBeGreaterThan(0);
    for (const { at: told } of reminders) expect(told.slice(11)).toBe('00:30:00.000Z');
    expect(await noticesOf('deadline-escalated')).toEqual([]);
  }, 240_000);

  it('are settled at an instant only when every rung up to it has fired', async () => {
    const at = '2020-06-01T01:00:00.000Z'; // 09:00 in Suzhou, the first workday after the survey's date
    expect(await isSettled(world.dataSource.manager, world.campaignId, at)).toBe(false);
    await handOvers.goTo(at);
    await settledAt(at);
    expect((await noticesOf('deadline-escalated')).length).toBeGreaterThan(0);
    expect(await isSettled(world.dataSource.manager, world.campaignId, '2020-06-02T02:00:00.000Z')).toBe(false);
  }, 240_000);
});
