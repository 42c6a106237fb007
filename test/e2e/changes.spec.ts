import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { OfficeEntity, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

interface Told {
  readonly event: string;
  readonly id: string | undefined;
  readonly now: string;
  readonly changes: readonly { kind: string; id: string }[];
}

/** A stream as a browser hears it. */
class Ear {
  private text = '';
  isOver = false;

  private constructor(
    readonly status: number,
    private readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
    answer.on('error', () => undefined).on('close', () => (this.isOver = true));
  }

  static async open(url: string, headers: Record<string, string>): Promise<Ear> {
    const asked = get(url, { headers, agent: false });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const ear = new Ear(answer.statusCode ?? 0, answer);
    if (ear.status === 200) await ear.hears(({ event }) => event === 'ready', 'ready');
    return ear;
  }

  get told(): Told[] {
    return this.text
      .split('\n\n')
      .slice(0, -1)
      .filter((part) => part.includes('event:'))
      .map((part) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
        return { event: present(field('event')), id: field('id'), ...JSON.parse(present(field('data'))) } as Told;
      });
  }

  get ids(): string[] {
    return this.told.flatMap(({ changes }) => changes.map(({ id }) => id));
  }

  hears(isIt: (told: Told) => boolean, what: string): Promise<void> {
    return eventually(async () => this.told.some(isIt), `hears ${what}`);
  }

  hearsOf(id: string): Promise<void> {
    return this.hears(({ changes }) => changes.some((change) => change.id === id), `of ${id}`);
  }

  async ends(): Promise<void> {
    await eventually(async () => this.isOver, 'the stream ends');
  }

  hangUp(): void {
    this.answer.destroy();
  }
}

describe('what changes in a campaign is told while it happens', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let address: string;
  let handOvers: HandOvers;
  let own: BranchWithRun;
  let other: BranchWithRun;
  let third: BranchWithRun;
  const ears: Ear[] = [];
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 2, branchesEach: 3, seed: 1 }) });
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    [own, other, third] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
    http = await HttpWorld.open({ dataSource: world.dataSource, campaign: world.campaign });
    address = `http://127.0.0.1:${await http.listen()}/api/v1/campaigns/${world.campaignId}/changes`;
  }, 240_000);
  afterEach(() => {
    for (const ear of ears.splice(0)) ear.hangUp();
  });
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  async function codeOf({ personId }: { personId: string }): Promise<string> {
    return (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
  }

  async function listen(person: string, headers: Record<string, string> = {}): Promise<Ear> {
    const ear = await Ear.open(address, { authorization: `Bearer ${await http.signIn(person)}`, ...headers });
    ears.push(ear);
    return ear;
  }

  const openSurvey = ({ workflowId }: BranchWithRun) =>
    handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' });

  test('each hears of what his offices contain, the whole committee of all', async () => {
    const [secretary, stranger] = [await codeOf(own.secretary), await codeOf(other.secretary)];
    const [mine, theirs, whole, area] = [
      await listen(secretary),
      await listen(stranger),
      await listen('XC01'),
      await listen('PQ02-02'),
    ];
    await openSurvey(own);
    await openSurvey(other);
    for (const ear of [mine, whole]) await ear.hearsOf(own.runId);
    for (const ear of [theirs, whole]) await ear.hearsOf(other.runId);
    expect(mine.ids).not.toContain(other.runId);
    expect(theirs.ids).not.toContain(own.runId);
    expect(area.ids).toEqual([]);
    expect(present(whole.told.find(({ event }) => event === 'changed')).changes[0]).toEqual({
      kind: 'branch-run',
      id: expect.any(String) as string,
    });
    expect(whole.told[0]).toMatchObject({ event: 'ready', now: expect.stringMatching(/^2020-/), changes: [] });
    const written = await http.send(secretary, 'post', {
      path: '/problems',
      body: { branchId: own.id, dimension: 'D1', description: '缺签到表' },
    });
    const [problem] = (written.body as { ids: string[] }).ids as [string];
    for (const ear of [mine, whole]) await ear.hearsOf(problem);
    expect(theirs.ids).not.toContain(problem);
  }, 60_000);

  test('who comes back is told first what he missed', async () => {
    const before = await listen('XC01');
    const { id } = present(before.told[0]);
    before.hangUp();
    await before.ends();
    await openSurvey(third);
    const again = await listen('XC01', { 'last-event-id': present(id) });
    expect(again.ids).toContain(third.runId);
    expect(again.told.at(-1)?.event).toBe('ready');
    const late = await listen('PQ02-02', { 'last-event-id': present(id) });
    expect(late.ids).not.toContain(third.runId);
  }, 60_000);

  test('signs of life come with the programme time, and a session that ends takes its streams along', async () => {
    const [ear, bystander] = [await listen('XC01'), await listen('PQ02-02')];
    await ear.hears(({ event }) => event === 'time', 'the time');
    await http.send('XC01', 'delete', { path: '/sessions/current' });
    await ear.ends();
    expect(bystander.isOver).toBe(false);
    http.forget('XC01');
  }, 60_000);

  test('an office that is taken away, or a session that another API ended, ends the stream too', async () => {
    const person = await codeOf(other.secretary);
    const [ear, ended] = [await listen(person), await listen(await codeOf(own.secretary))];
    const { manager } = world.dataSource;
    await manager.update(OfficeEntity, { personId: other.secretary.personId }, { validTo: '2020-05-01' });
    await ear.ends();
    expect((await Ear.open(address, { authorization: `Bearer ${await http.signIn(person)}` })).status).toBe(403);
    await manager.query('DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE person_id = ?)', [
      own.secretary.personId,
    ]);
    await ended.ends();
    http.forget(await codeOf(own.secretary));
  }, 120_000);

  test('a session keeps six streams open, not one more; nobody listens unasked, and a wrong position is refused', async () => {
    for (let open = 0; open < 6; open += 1) expect((await listen('XC01')).status).toBe(200);
    expect((await listen('XC01')).status).toBe(429);
    expect((await listen('PQ02-02')).status).toBe(200);
    const refused = await http.send('XC01', 'get', {
      path: `/campaigns/${world.campaignId}/changes`,
      headers: { 'last-event-id': 'x' },
    });
    expect([refused.status, refused.body]).toMatchObject([400, { errors: [{ pointer: '/header/last-event-id' }] }]);
    expect((await Ear.open(address, {})).status).toBe(401);
  });

  test('who missed too much is told to read anew', async () => {
    const officer = await codeOf(handOvers.officer);
    const before = String(Date.now());
    for (let batch = 0; batch < 3; batch += 1) {
      const items = Array.from({ length: 200 }, (_, at) => ({
        branchId: third.id,
        dimension: 'D1',
        description: `第 ${batch * 200 + at} 条`,
      }));
      const { status } = await http.send(officer, 'post', { path: '/problems/import', body: { items } });
      expect(status).toBe(200);
    }
    const ear = await listen('PQ01-02', { 'last-event-id': before });
    expect(ear.told.map(({ event }) => event)).toEqual(['reset', 'ready']);
  }, 120_000);

  test('an API that stops ends its streams', async () => {
    const ear = await listen('PQ02-02');
    await http.close();
    await ear.ends();
  });
});
