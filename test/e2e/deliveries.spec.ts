import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { type Instant, instantOf, msOf, programmeFormat } from '@app/domain';
import {
  addNotices,
  DeliveryEntity,
  DeliveryTryEntity,
  type EstablishedCampaign,
  establishCampaign,
  inTransaction,
  makeDeliveries,
  type NewNotice,
  openDataSource,
  PersonEntity,
  recordTry,
  takeDelivery,
} from '@app/persistence';
import { loadProgramme, MailServer, systemClock } from '@app/platform';
import { startWorker, type RunningWorker } from '../../services/worker/src/start-worker';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import { HttpWorld } from '../support/http';
import { Mailbox } from '../support/mailbox';
import { present } from '../support/present';
import { World } from '../support/world';

const ROOT = join(__dirname, '../..');
const FROM = 'duibiao@office.example';

/** Offices of one organisation of the sample; each has an address of its own here. */
const [OFFICER, SECRETARY, OTHER] = ['HC0001-Z02', 'HC0001-001-01', 'HC0001-002-01'] as const;

describe('what leaves the building', () => {
  const box = new Mailbox();
  let world: World;
  let real: EstablishedCampaign;
  let http: HttpWorld;
  let rehearsal: HttpWorld;
  let worker: RunningWorker;
  let server: MailServer;
  let close: () => Promise<void>;
  /** The worker's clock runs ahead by so much, so that nobody waits for a pause to pass. */
  let ahead = 0;
  let told = 0;
  const now = () => instantOf(msOf(systemClock.now()) + ahead);

  beforeAll(async () => {
    await box.open();
    world = await World.open({ worker: false });
    const { dataSource, namespace, temporalAddress } = world;
    const programme = present(
      loadProgramme(join(ROOT, 'programmes/suzhou-2020'), programmeFormat).programme ?? undefined,
    );
    real = await inTransaction(dataSource, (m) =>
      establishCampaign(
        m,
        {
          key: 'real',
          name: '真实专项工作',
          programme: programme.id,
          roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 2 }),
        },
        systemClock.now(),
      ),
    );
    server = new MailServer({ url: box.url, from: FROM });
    const mail = { url: box.url, from: FROM };
    http = await HttpWorld.open({ dataSource, campaign: real, temporalAddress, namespace, mail });
    rehearsal = await HttpWorld.open({ dataSource, campaign: world.campaign, temporalAddress, namespace, mail });
    const source = await openDataSource({ url: world.database.appUrl, poolSize: 5 });
    const post = { server, console: 'https://duibiao.office.example' };
    worker = await startWorker(
      {
        temporalAddress,
        temporalNamespace: namespace,
        maxCachedWorkflows: 50,
        workflows: { bundle: join(ROOT, 'dist/workflow-bundle.js') },
      },
      { dataSource: source, clock: { now }, engine: world.engine, post },
    );
    close = () => source.destroy();
  }, 240_000);
  afterAll(async () => {
    await worker.stop();
    await close();
    await http.close();
    await rehearsal.close();
    await world.close();
    await box.close();
  });

  const personOf = async (campaignId: string, code: string) =>
    present((await world.dataSource.manager.findOneBy(PersonEntity, { campaignId, code })) ?? undefined);

  /** Tells somebody, by the one writer of notices. */
  const tell = async (code: string, { urgent = true, campaign = real } = {}) => {
    const { campaignId, programmeVersion } = campaign.setting;
    const { id: personId } = await personOf(campaignId, code);
    told += 1;
    await inTransaction(world.dataSource, (m) =>
      addNotices(m, [
        {
          campaignId,
          programmeVersion,
          to: { personId, office: 'organisation-officer' },
          subject: urgent ? 'deadline-escalated' : 'returned',
          runId: null,
          deadline: null,
          colour: urgent ? 'yellow' : 'none',
          at: now(),
          cause: `of this spec ${told}`,
        },
      ]),
    );
  };

  const wishes = async (code: string, address: string, wish = 'all', at = http) => {
    const { status } = await at.send(code, 'put', { path: '/me/mail-address', body: { address, wish } });
    expect(status).toBe(200);
  };

  const deliveriesOf = async (code: string) => {
    const { id: personId } = await personOf(real.setting.campaignId, code);
    return world.dataSource.manager.find(DeliveryEntity, { where: { personId }, order: { madeAt: 'ASC' } });
  };
  const outcomes = async ({ id: deliveryId }: DeliveryEntity) => {
    const tries = await world.dataSource.manager.find(DeliveryTryEntity, {
      where: { deliveryId },
      order: { no: 'ASC' },
    });
    return tries.map(({ outcome }) => outcome);
  };
  const pass = (ms: number) => (ahead += ms);

  it('an escalation goes at once to whoever asked for mails, without a name; nobody else gets one', async () => {
    await wishes(OFFICER, 'officer@office.example');
    await tell(OFFICER);
    await tell(SECRETARY);
    await eventually(async () => box.received.length > 0, 'a mail comes');
    const [mail] = box.received;
    expect(mail).toMatchObject({
      to: 'officer@office.example',
      messageId: expect.stringMatching(/^<\w{16}@office.example>$/),
    });
    expect(mail?.text).toContain('您有 1 条通知');
    expect(mail?.text).toContain('https://duibiao.office.example');
    const { name } = await personOf(real.setting.campaignId, OFFICER);
    expect(mail?.text).not.toContain(name);
    const { body } = await http.send(OFFICER, 'get', { path: '/me/mail-address' });
    expect(body).toMatchObject({
      isAvailable: true,
      address: 'officer@office.example',
      last: { state: 'sent', tries: 1 },
    });
  });

  it('everything else goes with one digest, unless it has been read or only escalations are wanted', async () => {
    await wishes(SECRETARY, 'secretary@office.example', 'escalations');
    for (const code of [OFFICER, OFFICER, SECRETARY]) await tell(code, { urgent: false });
    const before = box.received.length;
    pass(11 * 86_400_000); // longer than any holiday
    await eventually(async () => box.received.length > before, 'the digest comes');
    expect(box.to('officer@office.example').at(-1)?.text).toContain('您有 2 条通知');
    expect(box.to('secretary@office.example')).toEqual([]);
    await tell(OFFICER, { urgent: false });
    const { body } = await http.send(OFFICER, 'get', { path: '/me/notices' });
    const { id } = present(
      (body as { items: { id: string; readAt: Instant | null }[] }).items.find(({ readAt }) => !readAt),
    );
    await http.send(OFFICER, 'post', { path: `/notices/${id}/read`, body: {} });
  });

  it('a box that is not known is given up, one that puts off is tried again, and the ledger tells the story', async () => {
    await wishes(SECRETARY, 'gone@office.example');
    await wishes(OTHER, 'grey@office.example');
    await tell(SECRETARY);
    await tell(OTHER);
    await eventually(async () => (await deliveriesOf(SECRETARY)).at(-1)?.state === 'given-up', 'given up');
    await eventually(async () => (await deliveriesOf(OTHER)).at(-1)?.tries === 1, 'put off');
    pass(61_000);
    await eventually(async () => (await deliveriesOf(OTHER)).at(-1)?.state === 'sent', 'sent at the second try');
    expect(await outcomes(present((await deliveriesOf(OTHER)).at(-1)))).toEqual(['put-off', 'sent']);
    const ledger = await http.send('GL01', 'get', { path: '/deliveries?state=given-up' });
    expect(ledger.body).toMatchObject({ items: [{ state: 'given-up', lastOutcome: 'refused' }] });
    const [{ lastAnswer }] = (ledger.body as { items: [{ lastAnswer: string }] }).items;
    expect(lastAnswer).toContain('no such box');
    expect(lastAnswer).not.toContain('@');
    expect((await http.send(OFFICER, 'get', { path: '/deliveries' })).status).toBe(403);
  });

  it('a server that is gone, or silent, loses nothing: everything comes once when it is back', async () => {
    const before = box.to('officer@office.example').length;
    const { length } = await deliveriesOf(OFFICER);
    const tries = async () => (await deliveriesOf(OFFICER))[length]?.tries;
    await box.close();
    await tell(OFFICER);
    await eventually(async () => (await tries()) === 1, 'tried in vain');
    await box.fallSilent();
    pass(20 * 60_000);
    await eventually(async () => (await tries()) === 2, 'a silent server is left');
    await box.close();
    await box.open();
    pass(20 * 60_000);
    await eventually(async () => (await deliveriesOf(OFFICER))[length]?.state === 'sent', 'it is back');
    const last = present((await deliveriesOf(OFFICER)).at(-1));
    expect(await outcomes(last)).toEqual(['unreachable', 'unreachable', 'sent']);
    const arrived = box.to('officer@office.example');
    expect(arrived.length).toBe(before + 1);
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(arrived.length);
    const metrics = await http.send(null, 'get', { path: '/metrics' });
    expect(metrics.text).toMatch(/duibiao_deliveries\{state="given-up"\S* 1\n/);
  });

  it('nothing of a rehearsal leaves', async () => {
    const { setting } = world.campaign;
    await wishes(OFFICER, 'rehearsal@office.example', 'all', rehearsal);
    await tell(OFFICER, { campaign: { ...real, setting } });
    await tell(OFFICER);
    const before = box.to('officer@office.example').length;
    await eventually(async () => box.to('officer@office.example').length > before, 'the real one comes');
    expect(box.to('rehearsal@office.example')).toEqual([]);
    const { body } = await rehearsal.send(OFFICER, 'get', { path: '/me/mail-address' });
    expect(body).toMatchObject({ isAvailable: false, address: 'rehearsal@office.example' });
  });

  it.each([
    'officer',
    'a@b',
    'a b@office.example',
    'a@office.example\r\nBcc: x@y.example',
    `${'x'.repeat(65)}@office.example`,
  ])('refuses %j, which is no address', async (address) => {
    const { status, body } = await http.send(OFFICER, 'put', {
      path: '/me/mail-address',
      body: { address, wish: 'all' },
    });
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '/address' }] }]);
  });

  it('whoever takes his address away gets nothing more, not even what waits', async () => {
    await box.close();
    await tell(OFFICER);
    await eventually(async () => (await deliveriesOf(OFFICER)).at(-1)?.state === 'waiting', 'it waits');
    const { status } = await http.send(OFFICER, 'delete', { path: '/me/mail-address', body: {} });
    expect(status).toBe(200);
    expect((await deliveriesOf(OFFICER)).at(-1)?.state).toBe('dropped');
    const { body } = await http.send(OFFICER, 'get', { path: '/me/mail-address' });
    expect(body).toMatchObject({ address: null, wish: null });
    const kept = 'SELECT COUNT(*) AS count FROM request_keys WHERE outcome LIKE ?';
    const [{ count }] = await world.dataSource.query<[{ count: string }]>(kept, ['%officer@office.example%']);
    expect(Number(count)).toBe(0);
    await box.open();
  });

  describe('with nobody at work', () => {
    const inOne = <T>(work: (m: EntityManager) => Promise<T>) => inTransaction(world.dataSource, work);
    beforeAll(async () => {
      await worker.stop();
      await wishes(OTHER, 'other@office.example');
    });

    it('a delivery is made once by two at once, taken up by one, and by another when that one died', async () => {
      await tell(OTHER);
      const made = await Promise.all([1, 2].map(() => inOne((m) => makeDeliveries(m, now()))));
      expect(made.reduce((sum, count) => sum + count)).toBe(1);
      expect(await inOne((m) => makeDeliveries(m, now()))).toBe(0);
      const taken = await Promise.all([1, 2].map(() => inOne((m) => takeDelivery(m, now()))));
      const [mine] = taken.filter((one) => one !== null);
      expect(taken).toContain(null);
      pass(5 * 60_000);
      const again = await inOne((m) => takeDelivery(m, now()));
      expect(again?.delivery.id).toBe(mine?.delivery.id);
      await inOne((m) => recordTry(m, present(again ?? undefined), { outcome: 'sent', answer: 'ok', now: now() }));
      expect(await inOne((m) => takeDelivery(m, now()))).toBeNull();
    });

    it('an escalation does not wait behind thousands of others, and what is old stays', async () => {
      const { campaignId, programmeVersion } = real.setting;
      const { id: personId } = await personOf(campaignId, OTHER);
      const notice = (no: number, at: Instant): NewNotice => ({
        campaignId,
        programmeVersion,
        to: { personId, office: 'branch-secretary' },
        subject: 'returned',
        runId: null,
        deadline: null,
        colour: 'none',
        at,
        cause: `one of thousands ${no}`,
      });
      await inOne((m) =>
        addNotices(
          m,
          Array.from({ length: 5001 }, (_, no) => notice(no, now())),
        ),
      );
      await tell(OTHER);
      expect(await inOne((m) => makeDeliveries(m, now()))).toBe(1);
      expect((await deliveriesOf(OTHER)).at(-1)?.notices).toBe(1);
      pass(80 * 86_400_000);
      expect(await inOne((m) => makeDeliveries(m, now()))).toBe(0);
    });
  });
});
