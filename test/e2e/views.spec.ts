import { randomUUID } from 'node:crypto';
import { campaignWorkflowId } from '@app/contracts';
import type { Role } from '@app/domain';
import { idOf, RefusalEntity, ViewEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

const AT = '2020-04-17T02:00:00.000Z';
const KEY = 'views';
const PATH = '/branch-runs';

interface View {
  readonly id: string;
  readonly etag: string;
  readonly name: string;
  readonly filters: Readonly<Record<string, string>>;
}

describe('views of lists', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let officer: string;
  let elsewhere: string;
  let committee: string;
  let secretary: string;
  const roster = syntheticRoster({ organisations: 2, branchesEach: 2, seed: 1 });
  const holders = (role: Role) => roster.offices.filter((office) => office.role === role);

  beforeAll(async () => {
    world = await LocalWorld.open({ key: KEY, roster });
    http = await HttpWorld.open(world);
    committee = present(holders('committee-officer')[0]).personCode;
    secretary = present(holders('branch-secretary')[0]).personCode;
    [officer, elsewhere] = ['HC0001', 'HC0002'].map(
      (code) => present(holders('organisation-officer').find(({ bodyCode }) => bodyCode === code)).personCode,
    ) as [string, string];
    const actor = idOf(world.campaignId, 'person', committee);
    const attribution = { actor, office: 'committee-officer', receivedAt: AT } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const save = (person: string, body: object, key = randomUUID()) =>
    http.send(person, 'post', { path: '/views', key, body: { list: 'branch-runs', ...body } });
  const saved = async (person: string, body: object) => {
    const answer = await save(person, body);
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ version: 1, isOwn: true })]);
    return answer.body as View;
  };
  const change = (person: string, { id, etag }: View, body: object) =>
    http.send(person, 'put', { path: `/views/${id}`, body, headers: { 'if-match': etag } });
  const remove = (person: string, { id, etag }: View) =>
    http.send(person, 'delete', { path: `/views/${id}`, headers: { 'if-match': etag } });
  const read = (person: string, { id }: View) => http.send(person, 'get', { path: `/views/${id}` });
  const namesFor = async (person: string, query = '') => {
    const { body } = await http.send(person, 'get', { path: `/views?list=branch-runs${query}` });
    return (body as { items: View[] }).items.map(({ name }) => name);
  };
  const organisationId = (code: string) => idOf(world.campaignId, 'organisation', code);

  it('keeps filters, order and columns as they were asked for, and is read, renamed and deleted by its owner', async () => {
    const asked = {
      name: '逾期的摸底',
      filters: { phase: 'survey', light: 'late' },
      sort: '-since',
      columns: ['branch', 'ownLight'],
    };
    const view = await saved(officer, asked);
    expect((await read(officer, view)).body).toEqual(view);
    expect((await read(officer, view)).headers.etag).toBe(view.etag);
    expect(view).toMatchObject({ ...asked, shared: null });
    const renamed = await change(officer, view, { ...asked, name: '逾期' });
    expect(renamed.body).toMatchObject({ name: '逾期', version: 2, filters: asked.filters });
    expect((await change(officer, view, asked)).body).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect(await namesFor(officer)).toContain('逾期');
    expect((await remove(officer, view)).status).toBe(412);
    expect((await remove(officer, renamed.body as View)).body).toEqual({ id: view.id });
    expect((await read(officer, view)).status).toBe(404);
  });

  it('is nobody else’s before it is shared, and then only its owner’s to change', async () => {
    const view = await saved(officer, { name: '只我看' });
    for (const person of [elsewhere, committee, secretary]) {
      for (const answer of [await read(person, view), await change(person, view, { name: 'x' })]) {
        expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
      }
      expect(await namesFor(person)).not.toContain('只我看');
    }
    const shared = { role: 'organisation-officer' };
    const open = (await change(officer, view, { name: '大家看', shared })).body as View;
    expect(await namesFor(elsewhere)).toContain('大家看');
    expect((await read(elsewhere, open)).body).toMatchObject({ isOwn: false, shared: { ...shared, bodyId: null } });
    expect((await remove(elsewhere, open)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const own = { role: 'organisation-officer', bodyId: organisationId('HC0001') };
    await change(officer, open, { name: '本单位看', shared: own });
    expect((await read(elsewhere, open)).status).toBe(404);
    const refusals = await world.dataSource.manager.findBy(RefusalEntity, { subjectId: view.id });
    expect(refusals).toMatchObject([{ code: 'forbidden', command: 'deleteView' }]);
  });

  it('is shared with one’s own office, by the committee with any', async () => {
    const other = { role: 'organisation-officer', bodyId: organisationId('HC0002') };
    const refused = await save(officer, { name: '越权', shared: other });
    expect(refused.body).toMatchObject({ status: 403, code: 'forbidden', errors: [{ pointer: '/shared' }] });
    await saved(committee, { name: '工委发的', shared: other });
    expect(await namesFor(elsewhere)).toContain('工委发的');
    expect(await namesFor(officer)).not.toContain('工委发的');
    const nowhere = { role: 'branch-secretary', bodyId: organisationId('HC0002') };
    const { body } = await save(committee, { name: '没有的岗位', shared: nowhere });
    expect(body).toMatchObject({ status: 400, errors: [{ pointer: '/shared/bodyId' }] });
  });

  it('never shows more than its reader may see', async () => {
    const { filters } = await saved(committee, {
      name: '全部摸底',
      filters: { phase: 'survey', organisationId: organisationId('HC0002') },
      shared: { role: 'branch-secretary' },
    });
    const query = new URLSearchParams(filters).toString();
    const linesOf = async (person: string) =>
      ((await http.send(person, 'get', { path: `${PATH}?${query}` })).body as { items: object[] }).items.length;
    expect([await linesOf(committee), await linesOf(secretary)]).toEqual([2, 0]);
    const refusals = await save(committee, { list: 'refusals', name: '拒绝', shared: { role: 'branch-secretary' } });
    expect(refusals.status).toBe(201);
    expect((await http.send(secretary, 'get', { path: '/refusals' })).status).toBe(403);
  });

  it.each([
    ['/name', { name: ' ' }],
    ['/name', { name: 'x'.repeat(61) }],
    ['/name', { name: 'a\u0000b' }],
    ['/list', { name: 'x', list: 'users' }],
    ['/filters/q', { name: 'x', filters: { q: 'x'.repeat(201) } }],
    ['/filters/a b', { name: 'x', filters: { 'a b': '1' } }],
    ['/filters/year', { name: 'x', filters: { year: 2020 } }],
    [
      '/filters',
      { name: 'x', filters: Object.fromEntries([...'abcdefghijklmnopqrstuvwxyzABCDE'].map((k) => [k, '1'])) },
    ],
    ['/columns', { name: 'x', columns: Array(61).fill('branch') }],
    ['/columns/0', { name: 'x', columns: ["'; DROP TABLE views"] }],
    ['/columns/1', { name: 'x', columns: ['branch', 'smell'] }],
    ['/filters/colour', { name: 'x', filters: { phase: 'survey', colour: 'red' } }],
    ['/filters/phase', { name: 'x', list: 'slips', filters: { phase: 'survey' } }],
    ['/filters/phase', { name: 'x', filters: { phase: 'spring', light: 'late' } }],
    ['/filters/year', { name: 'x', filters: { year: 'last' } }],
    ['/filters/organisationId', { name: 'x', filters: { organisationId: 'HC 0001' } }],
    ['/filters/q', { name: 'x', filters: { q: 'x'.repeat(61) } }],
    ['/filters/year', { name: 'x', filters: { counted: 'filed' } }],
    ['/filters/counted', { name: 'x', list: 'branches', filters: { year: '2020' } }],
    ['/filters/open', { name: 'x', list: 'deadlines', filters: { open: 'yes' } }],
    ['/filters/mandatory', { name: 'x', list: 'problems', filters: { mandatory: '1' } }],
    ['/sort', { name: 'x', sort: 'branch' }],
    ['/sort', { name: 'x', list: 'slips', sort: 'code' }],
    ['/sort', { name: 'x', sort: 'code DESC' }],
    ['/shared/role', { name: 'x', shared: { role: 'emperor' } }],
    ['/owner', { name: 'x', owner: 'me' }],
  ])('names %s of what is not taken, and keeps nothing', async (pointer, body) => {
    const before = await world.dataSource.manager.count(ViewEntity);
    const answer = await save(officer, body);
    const { errors } = answer.body as { errors: { pointer: string; message: string }[] };
    expect([answer.status, errors.map((fault) => fault.pointer)]).toEqual([400, [pointer]]);
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u);
    expect(await world.dataSource.manager.count(ViewEntity)).toBe(before);
  });

  it('of an earlier day is read as it was kept, and kept again without what the list has no more', async () => {
    const view = await saved(officer, { name: '旧时的', filters: { phase: 'survey' }, columns: ['branch'] });
    await world.dataSource.manager.update(ViewEntity, { id: view.id }, { columns: ['branch', 'smell'] });
    const old = (await read(officer, view)).body as View & { readonly columns: readonly string[] };
    expect(old.columns).toEqual(['branch', 'smell']);
    const { name, filters, columns } = old;
    const refused = await change(officer, old, { name, filters, columns });
    const { title } = (
      await http.send(officer, 'put', {
        path: `/views/${view.id}`,
        body: { name, filters, columns },
        headers: { 'if-match': old.etag, 'accept-language': 'en' },
      })
    ).body as { title: string };
    expect(refused.body).toMatchObject({
      ...{ status: 400, code: 'invalid-input' },
      errors: [{ pointer: '/columns/1', code: 'unknown-name', message: '清单没有这一列：smell' }],
    });
    expect(title).toMatch(/^[A-Z][a-z ]+$/);
    expect((await change(officer, old, { name, filters, columns: ['branch'] })).status).toBe(200);
  });

  it('is kept once under a key, and once under a name, however many ask at once', async () => {
    const key = randomUUID();
    const twice = await Promise.all([1, 2, 3].map(() => save(secretary, { name: '三次' }, key)));
    expect(new Set(twice.map(({ body }) => (body as View).id)).size).toBe(1);
    const alike = await Promise.all([1, 2, 3].map(() => save(secretary, { name: '同名' })));
    expect(alike.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = alike.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'already-exists', errors: [{ pointer: '/name' }] });
    const view = twice[0]?.body as View;
    const changes = await Promise.all(['甲', '乙'].map((name) => change(secretary, view, { name })));
    expect(changes.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is listed page by page, and a person keeps a hundred and no more', async () => {
    const kept = (await namesFor(secretary)).length;
    const own = await world.dataSource.manager.countBy(ViewEntity, {
      ownerId: idOf(world.campaignId, 'person', secretary),
    });
    for (let at = own; at < 100; at += 1) await saved(secretary, { name: `第${String(at).padStart(3, '0')}个` });
    expect((await save(secretary, { name: '再一个' })).body).toMatchObject({ status: 400, code: 'invalid-input' });
    const { body } = await http.send(secretary, 'get', { path: '/views?list=branch-runs&limit=30' });
    const { items, nextCursor } = body as { items: View[]; nextCursor: string };
    const rest = await namesFor(secretary, `&limit=200&cursor=${encodeURIComponent(nextCursor)}`);
    expect(items.length + rest.length).toBe(kept + 100 - own);
    expect(new Set([...items.map(({ name }) => name), ...rest]).size).toBe(kept + 100 - own);
  });
});
