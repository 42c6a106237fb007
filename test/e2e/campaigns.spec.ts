import { CampaignClockEntity, RefusalEntity } from '@app/persistence';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

describe('the API while the engine does not answer', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let officer: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'campaigns' });
    http = await HttpWorld.open(world);
    const [row] = await world.dataSource.query<{ code: string }[]>(
      "SELECT p.code FROM offices o JOIN people p ON p.id = o.person_id WHERE o.role = 'committee-officer' LIMIT 1",
    );
    officer = present(row).code;
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  }, 20_000);

  const clock = () => world.dataSource.manager.findOneByOrFail(CampaignClockEntity, { campaignId: world.campaignId });
  const at = (verb: 'hold' | 'release') => `/campaigns/${world.campaignId}/${verb}`;

  it('lives and says that it is not ready', async () => {
    expect((await http.send(null, 'get', { path: '/health/live' })).status).toBe(200);
    const ready = await http.send(null, 'get', { path: '/health/ready' });
    expect([ready.status, ready.body]).toEqual([
      503,
      { status: 'down', database: true, engine: false, worker: false, notRunning: null },
    ]);
  }, 20_000);

  it.each(['tomorrow', '2020-02-30T00:00:00.000Z', '2020-05-01', '2020-05-01T00:00:00Z'])(
    'does not let the clock go until %s',
    async (until) => {
      const before = await clock();
      const { body } = await http.send(officer, 'post', { path: at('release'), body: { until } });
      expect(body).toMatchObject({ status: 400, errors: [{ pointer: '/until', code: 'invalid-format' }] });
      expect(await clock()).toEqual(before);
    },
  );

  it.each([{ until: '2020-04-01T00:00:00.000Z' }, {}])(
    'does not let it go with %j, and records who asked',
    async (body) => {
      const refusals = () => world.dataSource.manager.findBy(RefusalEntity, { command: 'releaseCampaign' });
      const earlier = await refusals();
      const { body: answer } = await http.send(officer, 'post', { path: at('release'), body });
      expect(answer).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ pointer: '/until' }] });
      const noted = (await refusals()).slice(earlier.length);
      expect(noted).toMatchObject([{ code: 'invalid-input', subjectId: world.campaignId }]);
    },
  );

  it('answers that the outcome is unknown, and is asked again under the same key', async () => {
    const release = () =>
      http.send(officer, 'post', {
        path: at('release'),
        body: { until: '2020-05-01T00:00:00.000Z' },
        key: 'release-1',
      });
    const first = await release();
    expect(first.body).toMatchObject({ status: 503, code: 'outcome-unknown' });
    expect(first.headers['retry-after']).toBe('2');
    expect((await clock()).heldSince).toBeNull();
    expect((await release()).body).toMatchObject({ status: 503, code: 'outcome-unknown' });
  }, 20_000);

  it('shows what a problem means where its type leads', async () => {
    const { body } = await http.send(officer, 'get', { path: '/campaigns/nothing' });
    const { type, code } = body as { type: string; code: string };
    const page = await http.send(null, 'get', { path: type });
    expect([page.status, page.text.includes(`id="${code}"`)]).toEqual([200, true]);
  });

  it('slows down who guesses passwords, and nobody else', async () => {
    const signIn = (login: string, password: string) =>
      http.send(null, 'post', { path: '/sessions', body: { login, password }, key: null });
    const statuses: number[] = [];
    for (let no = 0; no < 11; no += 1) statuses.push((await signIn('nobody', 'wrong')).status);
    expect([statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([10, 429]);
    expect((await signIn('another', 'wrong')).status).toBe(401);
  }, 240_000);
});
