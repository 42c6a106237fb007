import { campaignWorkflowId } from '@app/contracts';
import { idOf } from '@app/persistence';
import { sampleRoster } from '../../services/rehearsal/src/roster';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';

const KEY = 'reads';
const AT = '2020-04-17T02:00:00.000Z';

interface Line {
  readonly id: string;
  readonly branchCode: string;
  readonly organisationCode: string;
}

describe('what each office reads: nobody reads outside his scope', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: sampleRoster(), key: KEY });
    const officer = idOf(world.campaignId, 'person', 'GW11');
    const attribution = { actor: officer, office: 'committee-officer', receivedAt: AT } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
    http = await HttpWorld.open(world);
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const as = (person: string, path: string, accept = 'application/json') =>
    http.send(person, 'get', { path, headers: { accept } });

  async function runsSeenBy(person: string): Promise<Line[]> {
    const { status, body } = await as(person, '/branch-runs?year=2020&limit=200');
    expect([person, status]).toEqual([person, 200]);
    return body.items as Line[];
  }

  it.each([
    ['GW11', 60],
    ['XC01', 60],
    ['PQ01-02', 24],
    ['PQ02-02', 36],
    ['JG03-Z02', 8],
    ['JG04-P01', 21],
    ['JG03-02-S1', 1],
    ['JG03-02-W1', 1],
  ])('%s sees %d branch runs', async (person, count) => {
    const items = await runsSeenBy(person);
    expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    if (person.startsWith('JG03')) expect(items.every(({ branchCode }) => branchCode.startsWith('JG03'))).toBe(true);
  });

  it('comes whole through pages, and as CSV', async () => {
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=7${cursor && `&cursor=${cursor}`}`);
      codes.push(...(body.items as Line[]).map(({ branchCode }) => branchCode));
      cursor = body.nextCursor as string | null;
    }
    expect(codes).toEqual([...sampleRoster().branches.map(({ code }) => code)].sort());
    const csv = await as('JG03-Z02', '/branch-runs?year=2020', 'text/csv');
    expect(csv.text.trim().split('\r\n')).toHaveLength(9);
  });

  it('counts in the overview what its lists hold', async () => {
    for (const [person, branches] of [
      ['GW11', 60],
      ['PQ01-02', 24],
      ['JG03-02-S1', 1],
    ] as const) {
      const { body } = await as(person, `/campaigns/${world.campaignId}/overview?year=2020`);
      const { organisations, goal } = body as {
        organisations: { code: string; phases: Record<string, number>; goal: { inScope: number } }[];
        goal: { inScope: number; required: number };
      };
      const phases = organisations.flatMap((line) => Object.values(line.phases));
      expect([person, phases.reduce((sum, n) => sum + n, 0), goal.inScope]).toEqual([person, branches, branches]);
      expect(goal.required).toBe(Math.ceil(branches * 0.8));
    }
    for (const [name, value] of [
      ['phase', 'survey'],
      ['step', 'survey-opening'],
      ['waitingOn', 'organisation-officer'],
      ['light', 'on-track'],
    ] as const) {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=200&${name}=${value}`);
      expect([name, (body.items as Line[]).length]).toEqual([name, name === 'waitingOn' ? 59 : 60]);
    }
  });

  it.each([
    ['/branch-runs?waitingOn=nobody', 400, '/query/waitingOn'],
    ['/deadlines?open=no', 400, '/query/open'],
    ['/branch-runs?counted=filed&year=2019', 404, '/query/year'],
    ['/branches?counted=filed&year=2019', 404, '/query/year'],
  ])('says of %s where the fault stands', async (path, status, pointer) => {
    const answer = await as('GW11', path);
    expect([answer.status, answer.body.errors]).toMatchObject([status, [{ pointer }]]);
  });

  it('says of a year that the programme lacks where it was asked for', async () => {
    const { status, body } = await as('GW11', `/campaigns/${world.campaignId}/overview?year=2019`);
    expect([status, body.errors]).toMatchObject([
      404,
      [{ pointer: '/query/year', message: '方案没有 2019 年度的评估' }],
    ]);
  });

  it('is refused about another branch, by every view of it', async () => {
    const [other] = (await runsSeenBy('GW11')).filter(({ branchCode }) => branchCode === 'JG04-01');
    for (const view of ['', '/explain', '/readiness', '/timeline', '/documents', '/deadlines', '/problems']) {
      const path = `/branch-runs/${other?.id}${view}`;
      expect([view, (await as('GW11', path)).status]).toEqual([view, 200]);
      const { status, body } = await as('JG03-02-S1', path);
      expect([view, status, body.code]).toEqual([view, 403, 'not-in-scope']);
    }
  });

  it('lists the areas that hold something of his', async () => {
    const codes = async (person: string) =>
      ((await as(person, '/areas')).body.items as { code: string; name: string }[]).map(({ code }) => code);
    expect(await codes('GW11')).toEqual(['PQ01', 'PQ02']);
    expect(await codes('PQ02-02')).toEqual(['PQ02']);
    expect(await codes('JG03-Z02')).toHaveLength(1);
    expect(await codes('JG03-02-S1')).toEqual(await codes('JG03-Z02'));
  });

  it('explains why a branch stands here, who must act, and what happens next', async () => {
    const [run] = await runsSeenBy('JG03-02-S1');
    const { body } = await as('JG03-02-S1', `/branch-runs/${run?.id}/explain`);
    expect(body).toMatchObject({
      branch: { code: 'JG03-02' },
      phase: 'survey',
      step: 'survey-opening',
      because: { type: 'branch-run-opened', recordedAt: AT },
      waitingOn: { role: 'organisation-officer' },
      next: { kind: 'branch-plan', rung: '-30', at: '2020-05-18T00:30:00.000Z' },
    });
    const readiness = await as('JG03-02-S1', `/branch-runs/${run?.id}/readiness`);
    expect(readiness.body.missing).toEqual(['self-application', 'ballot-held', 'superior-score']);
  });

  it('lists what waits for an office as its tasks', async () => {
    expect((await as('JG03-Z02', '/me/tasks')).body.items).toHaveLength(9);
    expect((await as('JG03-02-S1', '/me/tasks')).body.items).toEqual([]);
  });

  it('keeps the lists of organisations, people, dates, slips, late entries, refusals and grants to their readers', async () => {
    const counts = async (person: string) => {
      const paths = ['organisations', 'people', 'deadlines', 'slips', 'late-entries', 'organisation-runs'];
      const answers: (number | string)[] = [];
      for (const path of paths) {
        const { status, body } = await as(person, `/${path}?limit=200`);
        answers.push(status === 200 ? (body.items as unknown[]).length : (body.code as string));
      }
      return answers;
    };
    const people = sampleRoster().people.filter(({ code }) => code.startsWith('JG03')).length;
    expect(await counts('JG03-Z02')).toEqual([1, people, 2 * 8 + 5, 0, 0, 1]);
    expect(await counts('JG03-02-S1')).toEqual([0, expect.any(Number), 2, 0, 'forbidden', 'forbidden']);
    expect((await as('JG03-02-S1', '/refusals')).body.code).toBe('forbidden');
    expect((await as('GW11', '/refusals')).status).toBe(200);
  });

  it('shows the offices and members that an office has in its sight, as of a day', async () => {
    const linesOf = async (person: string, path: string) =>
      (await as(person, path)).body.items as { readonly id: string; readonly bodyId: string; readonly role: string }[];
    const own = await linesOf('JG03-02-S1', '/grants?limit=200');
    const [branch] = (await as('JG03-02-S1', '/branches')).body.items as { id: string; organisationId: string }[];
    expect(new Set(own.map(({ bodyId }) => bodyId))).toEqual(new Set([branch?.id]));
    const organisation = await linesOf('JG03-Z02', '/grants?limit=200');
    const of = await linesOf('GW11', `/grants?limit=200&organisationId=${branch?.organisationId}`);
    expect(organisation.map(({ id }) => id)).toEqual(of.map(({ id }) => id));
    expect(organisation.length).toBeGreaterThan(own.length);
    expect(await linesOf('GW11', '/grants?bodyKind=branch&asOf=1990-01-01')).toEqual([]);
    const committee = await linesOf('GW11', '/grants?bodyKind=committee&asOf=2020-06-01');
    expect(committee.map(({ role }) => role)).toContain('committee-officer');
    const { status, body } = await as('GW11', '/branches?asOf=2020-02-30');
    expect([status, body]).toMatchObject([400, { code: 'invalid-input' }]);
    expect(JSON.stringify(body)).toContain('/query/asOf');
    const members = `/people?branchId=${branch?.id}&limit=200`;
    expect((await linesOf('JG03-02-S1', members)).length).toBeGreaterThan(0);
    expect(await linesOf('JG03-02-S1', `${members}&asOf=1990-01-01`)).toEqual([]);
    expect(await linesOf('JG04-02-S1', members)).toEqual([]);
  });

  it('names the days of a year with the notices that say so', async () => {
    const { body } = await as('JG03-02-S1', '/calendar/2020');
    expect(body).toMatchObject({ year: 2020, known: true });
    expect(body.days).toContainEqual(
      expect.objectContaining({ date: '2020-01-31', kind: 'holiday', notice: expect.any(String) }),
    );
    expect((await as('JG03-02-S1', '/calendar/2099')).body).toEqual({ year: 2099, known: false, days: [] });
    expect((await as('JG03-02-S1', '/calendar/1')).body.code).toBe('invalid-input');
  });

  it('says whose session it is, and of nobody that it is nobody’s', async () => {
    const path = '/sessions/current';
    expect((await http.send(null, 'get', { path })).body).toEqual({ account: null });
    const headers = { cookie: 'duibiao_session=unknown' };
    expect((await http.send(null, 'get', { path, headers })).body).toEqual({ account: null });
    expect((await as('GW11', path)).body.account).toMatchObject({ login: http.accountOf('GW11').login, sample: true });
  });

  it('finds a branch by its code or name, and takes the word as it is written', async () => {
    const codes = async (q: string) => {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=200&q=${encodeURIComponent(q)}`);
      return (body.items as Line[]).map(({ branchCode }) => branchCode);
    };
    expect(await codes('JG03-02')).toEqual(['JG03-02']);
    expect(await codes('JG03')).toHaveLength(8);
    for (const written of ['jg03', 'ＪＧ03', 'ｊｇ０３', ' JG03 ', '　ＪＧ０３\t']) {
      expect([written, await codes(written)]).toEqual([written, await codes('JG03')]);
      for (const path of ['organisations', 'branches', 'people']) {
        const found = async (q: string) =>
          ((await as('GW11', `/${path}?limit=200&q=${encodeURIComponent(q)}`)).body.items as { id: string }[]).map(
            ({ id }) => id,
          );
        expect([path, written, await found(written)]).toEqual([path, written, await found('JG03')]);
        expect((await found(written)).length).toBeGreaterThan(0);
      }
    }
    expect(await codes('%')).toEqual([]);
    expect(await codes('_')).toEqual([]);
    const { body } = await as('GW11', '/branches?q=JG03-02');
    expect((body.items as { code: string }[]).map(({ code }) => code)).toEqual(['JG03-02']);
    expect((await as('JG03-02-S1', '/branches?q=JG04')).body.items).toEqual([]);
  });

  it.each(['code', '-code', 'since', '-since', '-score'])('comes whole through pages, sorted by %s', async (sort) => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=13&sort=${sort}${cursor && `&cursor=${cursor}`}`);
      ids.push(...(body.items as Line[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
    }
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
  });

  it('gives each line the same light and step in whichever list it stands', async () => {
    const { body } = await as('GW11', '/branch-runs?year=2020&limit=200');
    const own = await as('JG03-Z02', '/branch-runs?year=2020&light=on-track');
    expect(own.body.items).toHaveLength(8);
    for (const line of own.body.items as Line[]) expect(body.items).toContainEqual(line);
    expect((await as('JG03-Z02', '/branch-runs?year=2020&light=late')).body.items).toEqual([]);
  });

  it('shows with a run what its next hand-over names, and versions to their readers', async () => {
    const [line] = await runsSeenBy('JG03-02-S1');
    const { body: run } = await as('JG03-02-S1', `/branch-runs/${line?.id}`);
    expect(run).toMatchObject({ ballotBoxId: null, recheckId: null, allowedActions: ['enterProblem'] });
    const { body } = await as('JG03-Z02', '/organisation-runs?year=2020');
    const [organisation] = body.items as { id: string }[];
    const { body: own } = await as('JG03-Z02', `/organisation-runs/${organisation?.id}`);
    expect(own).toMatchObject({ listNo: 0, filing: null, conclusions: { digest: expect.any(String), pending: 0 } });
    const [plan] = own.documents as { id: string; kind: string; version: number; digest: string }[];
    expect(plan?.kind).toBe('organisation-plan');
    const versions = await as('JG03-Z02', `/organisation-plans/${plan?.id}/versions`);
    expect(versions.body.items).toMatchObject([{ version: plan?.version, digest: plan?.digest }]);
    expect((await as('JG03-02-S1', `/organisation-plans/${plan?.id}/versions`)).body.code).toBe('forbidden');
    expect((await as('GW11', `/documents/${plan?.id}`)).status).toBe(404);
  });

  it('says both readings with their date, and the worst light of each phase', async () => {
    const { body } = await as('GW11', `/campaigns/${world.campaignId}/overview?year=2020`);
    expect(body).toMatchObject({
      readings: { filedOfInScope: { count: 0, of: 60, ratio: 0 }, recognisedOfInScope: { count: 0, of: 60, ratio: 0 } },
      countedOn: expect.stringMatching(/^2020-04-/),
      forecast: { basis: { filed: 0 }, reached: null, reachedOn: null, limit: 'too-few-filed' },
    });
    for (const { phases, worst } of body.organisations as Record<'phases' | 'worst', object>[]) {
      expect(Object.keys(worst)).toEqual(Object.keys(phases));
    }
  });

  it('lists registers of the whole campaign within the scope', async () => {
    for (const path of ['/filings', '/decisions', '/problems']) {
      expect([path, (await as('GW11', path)).body]).toEqual([path, { items: [], nextCursor: null, names: {} }]);
    }
    expect((await as('JG03-02-S1', '/filings')).body.code).toBe('forbidden');
    expect((await as('JG03-02-S1', '/problems?state=raised')).status).toBe(200);
  });

  it('shows a line of the register to its branch and to those above it, with what each may do', async () => {
    const [{ branchId } = { branchId: '' }] = (await as('JG03-02-S1', '/branch-runs?year=2020')).body.items;
    const body = { branchId, dimension: 'D1', description: '台账中的一条', mandatory: true };
    const entered = await http.send('JG03-02-S1', 'post', { path: '/problems', body });
    expect(entered.body).toMatchObject({ ids: [expect.any(String)] });
    const line = { id: entered.body.ids[0], branchCode: 'JG03-02', mandatory: true, state: 'entered', closedAt: null };
    for (const person of ['JG03-02-S1', 'JG03-Z02', 'GW11']) {
      const { body } = await as(person, '/problems?state=entered&mandatory=true');
      expect([person, body.items]).toMatchObject([person, [line]]);
    }
    expect((await as('JG03-02-S1', '/problems')).body.items[0].allowedActions).toContain('planProblem');
    expect((await as('GW11', '/problems?state=closed')).body.items).toEqual([]);
    expect((await as('JG04-P01', '/problems')).body.items).toEqual([]);
  });

  it('puts what a branch directly under the committee raises before the committee’s officers', async () => {
    const [{ branchId } = { branchId: '' }] = (await as('JG01-01-S1', '/branch-runs?year=2020')).body.items;
    const say = (path: string, body: object) => http.send('JG01-01-S1', 'post', { path, body });
    const entered = await say('/problems', { branchId, dimension: 'D1', description: '须由上级协调' });
    const [id] = entered.body.ids as string[];
    const ownerId = idOf(world.campaignId, 'person', 'JG01-01-S1');
    await say(`/problems/${id}/plan`, { measure: '报请协调', ownerId, dueDate: '2020-09-30' });
    expect((await say(`/problems/${id}/raise`, { reason: '支部不能解决' })).body).toMatchObject({ state: 'raised' });
    const problems = async (person: string) => {
      const { body } = await as(person, '/me/tasks');
      return (body.items as { kind: string }[]).filter(({ kind }) => kind === 'problem');
    };
    expect(await problems('GW11')).toMatchObject([{ id, step: 'raised', office: { role: 'committee-officer' } }]);
    expect(await problems('JG03-Z02')).toEqual([]);
  });
});
