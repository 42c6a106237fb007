import { setTimeout as pause } from 'node:timers/promises';
import { HEARTBEAT_GRACE_MS } from '@app/domain';
import { CampaignClockEntity } from '@app/persistence';
import { ApiClient } from '../../services/rehearsal/src/api-client';
import { MOMENTS } from '../../services/rehearsal/src/calendar';
import { Officeholders } from '../../services/rehearsal/src/officeholders';
import { ProgrammeTime } from '../../services/rehearsal/src/programme-time';
import { Reads } from '../../services/rehearsal/src/reads';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { keepHeartbeat } from '../../services/starter/src/heartbeat';
import { eventually } from '../support/eventually';
import { HttpWorld, PASSWORD } from '../support/http';
import { World } from '../support/world';

const KEY = 'rehearsal-clock';
const ADMINISTRATOR = 'GL01';
const ROSTER = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
const [first, second, third] = MOMENTS.map(({ at }) => at) as [string, string, string];

describe('the clock of a rehearsal under way', () => {
  let world: World;
  let http: HttpWorld;
  let address: string;
  let heart: ReturnType<typeof keepHeartbeat> | undefined;
  let told: string[];
  beforeAll(async () => {
    world = await World.open({ key: KEY, roster: ROSTER });
    http = await HttpWorld.open(world);
    address = `http://127.0.0.1:${await http.listen()}`;
  }, 240_000);
  beforeEach(() => (told = []));
  afterAll(async () => {
    await heart?.stop();
    await http.close();
    await world.close();
  });

  const clock = () => world.dataSource.manager.findOneByOrFail(CampaignClockEntity, { campaignId: world.campaignId });
  const asked = async (verb: 'hold' | 'release', body: object = {}) => {
    const { status, body: answer } = await http.send(ADMINISTRATOR, 'post', {
      path: `/campaigns/${world.campaignId}/${verb}`,
      body,
    });
    return { status, ...(answer as { code?: string; errors?: object[] }) };
  };
  /** The rehearsal as it is begun: what it knows stands in the campaign alone. */
  const begun = (patienceMs = 60_000) => {
    const api = new ApiClient(address, () => PASSWORD);
    const [officer] = new Officeholders(KEY, ROSTER).committee;
    const tell = ([, en]: readonly [string, string]) => void told.push(en);
    const reads = new Reads(api, world.campaignId, officer);
    return new ProgrammeTime(api, reads, { officer, seed: KEY, tell, patienceMs });
  };
  const beat = () => (heart = keepHeartbeat(world.database.appUrl, () => true));
  const startsToGo = (until: string) => eventually(async () => (await clock()).holdsAt === until, `bound for ${until}`);

  it('says what it waited for in vain, and goes on when it is begun again', async () => {
    await expect(begun(500).goTo(first)).rejects.toMatchObject({
      kind: 'in-vain',
      words: [
        expect.stringContaining('久等不到：时钟停在 2020-04-17 10:00'),
        expect.stringContaining('waited in vain until the clock stands at 2020-04-17 10:00'),
      ],
    });
    beat();
    expect((await begun().goTo(first)).campaign.clock).toMatchObject({ now: first, standing: true });
    expect(told).toEqual([]);
  });

  it('does not leave its stop unless somebody says where it is to stop next', async () => {
    expect(await asked('release')).toMatchObject({
      status: 400,
      code: 'invalid-input',
      errors: [{ pointer: '/until' }],
    });
    expect(await clock()).toMatchObject({ holdsAt: first, heldSince: null });
  });

  it('may be held on its way: the rehearsal says so, and goes on when it is released', async () => {
    await heart?.stop();
    await pause(HEARTBEAT_GRACE_MS); // from here on the clock does not move: it does not arrive before it is held
    const going = begun().goTo(second);
    await startsToGo(second);
    expect(await asked('hold')).toMatchObject({ status: 200 });
    await eventually(async () => told.length === 1, 'it says that it is held');
    beat();
    expect(await asked('release')).toMatchObject({ status: 200 });
    expect((await going).campaign.clock).toMatchObject({ now: second, holdsAt: second, heldSince: null });
    expect(told).toEqual([
      expect.stringContaining('is held at 2020-04-17'),
      expect.stringContaining('was released; it goes on'),
    ]);
  });

  it('may be held where it stands for as long as one likes: nobody acts until it is released', async () => {
    const time = begun(1);
    await time.rest();
    await asked('hold');
    let rested = false;
    const resting = time.rest().then(() => (rested = true));
    await eventually(async () => told.length === 1, 'it says that it is held');
    expect([rested, await clock()]).toMatchObject([false, { heldSince: second, holdsAt: second }]);
    await asked('release');
    await resting;
  });

  it('is missed at once where somebody lets it go on, by whoever goes on with the rehearsal, too', async () => {
    const time = begun();
    await time.rest();
    const elsewhere = third.replace('T02', 'T03');
    expect(await asked('release', { until: elsewhere })).toMatchObject({ status: 200 });
    const moved = {
      kind: 'over',
      words: [
        expect.stringMatching(/不能继续：有人用工委工作人员或系统管理员的账号放开了时钟。它本应停在 2020-04-21 10:00/),
        expect.stringMatching(/it was to stop at 2020-04-21 10:00.* and will stop at 2020-05-11 11:00/),
      ],
    };
    await expect(time.rest()).rejects.toMatchObject(moved);
    await expect(time.goTo(third)).rejects.toMatchObject(moved);
    await expect(time.checkClock()).rejects.toMatchObject(moved);
    await expect(begun().rest()).rejects.toMatchObject({
      kind: 'over',
      words: [expect.stringContaining('没有停在脚本的日子'), expect.stringContaining('on the days of the script')],
    });
  });
});
