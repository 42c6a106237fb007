import { connect } from 'node:net';
import { campaignWorkflowId } from '@app/contracts';
import { idOf } from '@app/persistence';
import { sampleRoster } from '../../services/rehearsal/src/roster';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

const KEY = 'edge';
const AT = '2020-04-17T02:00:00.000Z';
const SUPERIOR = 'JG04-Z02';
const YEAR_WORDS = expect.stringMatching(/^(不得小于 2000|不得大于 2100|须为整数)$/) as string;

describe('what comes in at the edge', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let branchId: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: sampleRoster(), key: KEY });
    branchId = idOf(world.campaignId, 'branch', 'JG04-01');
    http = await HttpWorld.open({ dataSource: world.dataSource, campaign: world.campaign });
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const line = (description: string) => ({ branchId, dimension: 'D1', description });
  const stored = async () => (await world.dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM problems'))[0].n;

  it.each(['\ud83d', '\ude00', '会议记录不全\ud83d', '\ude00\ud83d'])('refuses half a character: %j', async (half) => {
    const before = await stored();
    for (const [path, body, pointer] of [
      ['/problems', line(half), '/description'],
      ['/problems/import', { items: [line('好'), line(half)] }, '/items/1/description'],
      ['/problems', { ...line('好'), [half]: 1 }, ''],
      ['/sessions', { login: half, password: 'x' }, '/login'],
    ] as const) {
      const { status, body: problem } = await http.send(SUPERIOR, 'post', { path, body });
      expect([path, status, problem.code]).toEqual([path, 400, 'invalid-input']);
      expect(problem.errors).toMatchObject([{ pointer, code: 'not-unicode' }]);
    }
    expect(await stored()).toBe(before);
  });

  it.each([
    ['\u200b', 'invisible-character', 'U+200B'],
    ['\u200b\u2060', 'invisible-character', 'U+200B'],
    ['\u202eabc', 'invisible-character', 'U+202E'],
    ['\u3164', 'invisible-character', 'U+3164'],
    ['会\u0000议', 'control-character', 'U+0000'],
  ])('refuses what nobody sees: %j', async (text, code, point) => {
    const before = await stored();
    for (const [path, body, pointer] of [
      ['/problems', line(text), '/description'],
      ['/problems/import', { items: [line('好'), line(text)] }, '/items/1/description'],
      ['/rechecks/x/conclude', { reason: text }, '/reason'],
    ] as const) {
      const { status, body: problem } = await http.send(SUPERIOR, 'post', { path, body });
      const message = expect.stringContaining(point) as string;
      expect([path, status, problem.errors]).toEqual([path, 400, [{ pointer, code, message }]]);
    }
    expect(await stored()).toBe(before);
  });

  it('takes characters outside the basic plane', async () => {
    expect((await http.send(SUPERIOR, 'post', { path: '/problems', body: line('𠮷野家\u{1F600}') })).status).toBe(201);
  });

  it.each(['%ED%A0%BD', '%FF', '%D6%D0', 'x%ED%B0%80'])('refuses %s in an address', async (bytes) => {
    for (const path of [`/people?q=${bytes}`, `/branch-runs/${bytes}`, `/people?${bytes}=1`]) {
      const { status, body } = await http.send('GW11', 'get', { path });
      expect([path, status, body.errors?.[0]?.code]).toEqual([path, 400, 'not-unicode']);
    }
  });

  it('refuses bytes that are no UTF-8, in a body and in a key', async () => {
    const server = await http.listen();
    const body = Buffer.concat([
      Buffer.from('{"login":"'),
      Buffer.from([0xed, 0xa0, 0xbd]),
      Buffer.from('","password":"x"}'),
    ]);
    const send = (head: (string | Buffer)[], content: Buffer) =>
      exchanged(server, Buffer.concat([...head.map((part) => Buffer.from(part)), content]));
    const post = [
      'POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n',
    ];
    const length = `content-length: ${body.length}\r\n\r\n`;
    expect(await send([...post, length], body)).toMatch(/^HTTP\/1\.1 400 [\s\S]*not-unicode/);
    const key = ['idempotency-key: ', Buffer.from([0xed, 0xa0, 0xbd]), '\r\n'];
    expect(await send([...post, ...key, 'content-length: 2\r\n\r\n'], Buffer.from('{}'))).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*\/header\/idempotency-key/,
    );
  });

  it('names the step and the state in words, and a wrong field in Chinese', async () => {
    const { body } = await http.send(SUPERIOR, 'post', { path: '/problems', body: { branchId: 1 } });
    const said = (body.errors as { pointer: string; message: string }[]).map(({ pointer, message }) => [
      pointer,
      message,
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['/branchId', '须为文字'],
        ['/dimension', '缺少此项'],
        ['/description', '缺少此项'],
      ]),
    );
    const { body: nowhere } = await http.send(SUPERIOR, 'get', { path: '/branch-runs/1' });
    expect([nowhere.status, nowhere.detail, nowhere.errors[0].pointer]).toEqual([400, '编号不对', '/path/id']);
    const { body: entered } = await http.send(SUPERIOR, 'post', { path: '/problems', body: line('缺签到表') });
    const [id] = entered.ids as string[];
    const closed = await http.send(SUPERIOR, 'post', { path: `/problems/${id}/close`, body: {} });
    expect([closed.body.code, closed.body.detail]).toEqual(['transition-not-allowed', '问题“已登记”，不能办理此项']);
  });

  it.each([1999, 2101, 20_200, 2020.5, -1, 1e20, -1e20])(
    'opens no round and draws no spot check of the year %s',
    async (year) => {
      for (const path of ['/rounds', '/spot-checks']) {
        const { status, body } = await http.send('GW11', 'post', { path, body: { year } });
        expect([path, status, body.errors]).toMatchObject([path, 400, [{ pointer: '/year', message: YEAR_WORDS }]]);
      }
    },
  );

  it('says that an office is not held, instead of refusing what the office would permit', async () => {
    const headers = { 'duibiao-office': 'nobodys' };
    const { status, body } = await http.send('GW11', 'get', { path: '/me/tasks', headers });
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '/header/duibiao-office' }] }]);
  });

  it('keeps a session alive for who is there, not for a page that asks by itself', async () => {
    const ask = (headers: Record<string, string>) => http.send(SUPERIOR, 'get', { path: '/me', headers });
    const idleFor = async () => {
      const [row] = await world.dataSource.query<[{ minutes: number }]>(
        'SELECT TIMESTAMPDIFF(MINUTE, MAX(last_seen_at), UTC_TIMESTAMP(3)) AS minutes FROM sessions',
      );
      return Number(row.minutes);
    };
    await ask({});
    await world.dataSource.query('UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 10 MINUTE');
    expect((await ask({ 'duibiao-unattended': '1' })).status).toBe(200);
    expect(await idleFor()).toBeGreaterThanOrEqual(10);
    await world.dataSource.query('UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 30 MINUTE');
    expect((await ask({ 'duibiao-unattended': '1' })).body).toMatchObject({ status: 401, code: 'not-signed-in' });
    http.forget(SUPERIOR);
    await ask({});
    await world.dataSource.query('UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 10 MINUTE');
    await ask({});
    expect(await idleFor()).toBe(0);
  });

  it('says of an address that is there how it can be asked', async () => {
    for (const [method, path, allow] of [
      ['put', '/problems', 'GET, HEAD, POST'],
      ['get', '/problems/import', 'POST'],
      ['post', `/branch-runs/${branchId}/timeline`, 'GET, HEAD'],
    ] as const) {
      const { status, body, headers } = await http.send(SUPERIOR, method, { path, body: {} });
      expect([path, status, body.code, headers.allow]).toEqual([path, 405, 'method-not-allowed', allow]);
    }
    const nowhere = await http.send(SUPERIOR, 'get', { path: '/problem' });
    expect([nowhere.status, nowhere.headers.allow]).toEqual([404, undefined]);
  });

  it('takes the ETag that it gave, in the ways HTTP has', async () => {
    const officer = idOf(world.campaignId, 'person', 'GW11');
    const attribution = { actor: officer, office: 'committee-officer', receivedAt: AT } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
    const { body: runs } = await http.send(SUPERIOR, 'get', { path: '/organisation-runs?year=2020' });
    const { body: run } = await http.send(SUPERIOR, 'get', { path: `/organisation-runs/${runs.items[0].id}` });
    const path = `/organisation-plans/${run.documents[0].id}`;
    for (const change of [
      (tag: string) => tag,
      (tag: string) => `W/${tag}`,
      (tag: string) => `"x", ${tag}`,
      () => '*',
    ]) {
      const { headers, body } = await http.send(SUPERIOR, 'get', { path });
      expect(headers.etag).toBe(body.etag);
      const ifMatch = change(headers.etag ?? '');
      const saved = await http.send(SUPERIOR, 'put', { path, body: body.body, headers: { 'if-match': ifMatch } });
      expect([ifMatch, saved.status, saved.headers.etag]).toEqual([ifMatch, 200, saved.body.etag]);
      const unchanged = await http.send(SUPERIOR, 'get', {
        path,
        headers: { 'if-none-match': saved.headers.etag ?? '' },
      });
      expect(unchanged.status).toBe(304);
    }
    const { body: whole } = await http.send(SUPERIOR, 'get', { path });
    const headers = { 'if-match': '"9-0000000000000000"' };
    expect((await http.send(SUPERIOR, 'put', { path, body: whole.body, headers })).status).toBe(412);
  });

  it('knows who stood back from a decision, or says which of them it does not know', async () => {
    const { body: runs } = await http.send(SUPERIOR, 'get', { path: '/organisation-runs?year=2020' });
    const run = runs.items[0] as { id: string; organisationId: string };
    const [recorder] = await world.dataSource.query<{ id: string; code: string }[]>(
      `SELECT p.id, p.code FROM offices o JOIN people p ON p.id = o.person_id
        WHERE o.role = 'party-group-recorder' AND o.body_id = ?`,
      [run.organisationId],
    );
    const { id, code } = present(recorder);
    const digest = '0'.repeat(64);
    const decision = { organisationRunId: run.id, digest, number: '党组〔2020〕1号', decidedOn: '2020-04-16' };
    const [stranger] = await world.dataSource.query<{ id: string }[]>(
      `SELECT p.id FROM offices o JOIN people p ON p.id = o.person_id
        WHERE o.role = 'party-group-recorder' AND o.body_id <> ? AND p.id NOT IN
              (SELECT person_id FROM offices WHERE body_id = ?)`,
      [run.organisationId, run.organisationId],
    );
    const body = { ...decision, recusals: [id, present(stranger).id] };
    const one = await http.send(code, 'post', { path: '/decisions', body });
    expect([one.status, one.body.errors]).toMatchObject([
      400,
      [{ pointer: '/recusals/1', message: '名册上此人不属于该机关党组织' }],
    ]);
    const batch = await http.send(code, 'post', { path: '/decisions/record', body: { items: [body] } });
    expect(batch.body.items[0].problem.errors).toMatchObject([{ pointer: '/items/0/recusals/1' }]);
  });
});

/** Sends these bytes and reads to the end. */
function exchanged(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}
