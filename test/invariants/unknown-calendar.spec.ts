import { type DomainError, nextDigestsAt } from '@app/domain';
import { calendarOf, CampaignEntity, isSettled, KeeperEntity, NoticeEntity } from '@app/persistence';
import { Hands, present } from '../support/hands';
import { LocalWorld } from '../support/local-world';

/** The State Council publishes next year's days off each November: a programme must live without them until then. */
describe('a calendar that ends before the programme does', () => {
  let world: LocalWorld;
  let hands: Hands;
  beforeAll(async () => {
    world = await LocalWorld.open();
    hands = await Hands.of(world);
    await hands.openRound();
  }, 60_000);
  afterAll(() => world.close());

  const manager = () => world.dataSource.manager;
  const committee = () => manager().findOneByOrFail(KeeperEntity, { scopeId: world.campaignId });
  const touch = () => manager().query("UPDATE stream_heads SET hash = REVERSE(hash) WHERE stream = 'calendar'");
  /** Takes the years from 2021 on out of sight, and answers how to bring them back. */
  const cut = async () => {
    await manager().query('UPDATE calendar_years SET year = year + 100 WHERE year > 2020');
    await touch();
    return async () => {
      await manager().query('UPDATE calendar_years SET year = year - 100 WHERE year > 2120');
      await touch();
    };
  };

  it('stops no rung that is planned; the digests wait for the notice and go on from where they stood', async () => {
    const restore = await cut();
    const last = '2020-12-31T00:30:00.000Z';
    await hands.goTo('2021-01-11T02:00:00.000Z');
    expect((await committee()).digestedAt).toBe(last);
    expect(await isSettled(manager(), world.campaignId, hands.now)).toBe(true);
    const escalated = await manager().findBy(NoticeEntity, { subject: 'deadline-escalated' });
    expect(escalated.length).toBeGreaterThan(0);

    await restore();
    expect(await isSettled(manager(), world.campaignId, hands.now)).toBe(false);
    await hands.goTo('2021-01-12T02:00:00.000Z');
    const { digestedAt } = await committee();
    expect(nextDigestsAt(present(digestedAt ?? undefined), await calendarOf(manager())) > hands.now).toBe(true);
  }, 60_000);

  it('opens no round whose dates it cannot tell, and stores nothing', async () => {
    hands.now = '2021-01-12T03:00:00.000Z';
    const restore = await cut();
    const open = () => hands.say(present(hands.committee[0]), hands.campaignWorkflowId, 'openRound', { year: 2021 });
    const refused = await open().catch((error: unknown) => error as DomainError);
    expect(refused).toMatchObject({ code: 'calendar-unknown', details: { year: 2021 } });
    const { state } = await manager().findOneByOrFail(CampaignEntity, { id: world.campaignId });
    expect(state).toMatchObject({ rounds: [{ year: 2020 }] });
    await restore();
    hands.now = '2021-01-12T04:00:00.000Z'; // a refusal is kept under its key
    await expect(open()).resolves.toBeDefined();
  }, 60_000);
});
