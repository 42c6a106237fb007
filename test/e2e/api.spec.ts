import { PERMISSIONS, ROLES } from '@app/domain';
import { DocumentEntity, ProcessEventEntity, RefusalEntity, RunOperationEntity } from '@app/persistence';
import { CONTROLLERS } from '../../services/api/src/app.module';
import { type Route, routesOf } from '../../services/api/src/edge/routes';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { World } from '../support/world';

const NOWHERE = '0000000000000000';
const guarded = routesOf(CONTROLLERS).filter(({ isPublic }) => !isPublic);
const named = (routes: readonly Route[]) => routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const pathOf = ({ path }: Route) => path.replace(/\{\w+\}/g, NOWHERE);

/** Somebody of the synthetic roster in each of these offices. */
const PERSON_IN: Readonly<Record<string, string>> = {
  'system-administrator': 'GL01',
  'security-administrator': 'GL02',
  'audit-administrator': 'GL03',
  inspector: 'XC01',
  'committee-leader': 'GW01',
  'branch-secretary': 'HC0001-001-01',
};

describe('the API', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let branch: BranchWithRun;
  let other: BranchWithRun;

  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    await handOvers.openRound();
    [branch, other] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const codeOf = async (officeholder: { personId: string }) => {
    const [row] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [
      officeholder.personId,
    ]);
    return present(row).code;
  };
  const events = () => world.dataSource.manager.count(ProcessEventEntity);

  it('answers health, metrics, its description and its page without a session', async () => {
    const status = async (path: string) => (await http.send(null, 'get', { path })).status;
    for (const path of ['/health/live', '/metrics', '/api/openapi.json', '/api/docs']) {
      expect([path, await status(path)]).toEqual([path, 200]);
    }
    await eventually(async () => (await status('/health/ready')) === 200, 'the service is ready');
  });

  it.each(named(guarded))('%s lets nobody in without a session', async (_, route) => {
    const { status, body } = await http.send(null, route.method, {
      path: pathOf(route),
      body: route.body ? {} : undefined,
    });
    expect([status, (body as { code: string }).code]).toEqual([401, 'not-signed-in']);
  });

  const closed = guarded.filter(({ permission }) => permission && PERMISSIONS[permission].roles.length < ROLES.length);
  it.each(named(closed))('%s is closed to an office that the table does not name', async (_, route) => {
    const { roles } = PERMISSIONS[present(route.permission ?? undefined)];
    const [, person] = present(
      Object.entries(PERSON_IN).find(([role]) => !(roles as readonly string[]).includes(role)),
    );
    const { status, body } = await http.send(person, route.method, {
      path: pathOf(route),
      body: route.body ? {} : undefined,
    });
    expect([status, (body as { code: string }).code]).toEqual([403, 'forbidden']);
  });

  const commands = guarded.filter(({ method, body, path }) => method !== 'get' && body && path !== '/sessions');
  it.each(named(commands))('%s names a wrong field by its pointer and stores nothing', async (_, route) => {
    const before = await events();
    const role = present(PERMISSIONS[present(route.permission ?? undefined)].roles[0]);
    const person = PERSON_IN[role] ?? (await anybodyIn(role));
    const { status, body } = await http.send(person, route.method, { path: pathOf(route), body: { surprise: true } });
    const problem = body as { code: string; errors: { pointer: string; code: string }[] };
    expect([status, problem.code]).toEqual([400, 'invalid-input']);
    expect(problem.errors.map(({ pointer }) => pointer)).toContain('/surprise');
    expect(await events()).toBe(before);
  });

  const anybodyIn = async (role: string) => {
    const [row] = await world.dataSource.query<{ code: string }[]>(
      'SELECT p.code FROM offices o JOIN people p ON p.id = o.person_id WHERE o.role = ? ORDER BY p.code LIMIT 1',
      [role],
    );
    return present(row).code;
  };

  it('asks for a key', async () => {
    const officer = await codeOf(handOvers.officer);
    const body = { branchRunId: branch.runId };
    const errors = [{ pointer: '/header/idempotency-key' }];
    const keyless: Record<string, string>[] = [{}, { 'idempotency-key': '' }, { 'idempotency-key': ' \t ' }];
    for (const headers of keyless) {
      const answer = await http.send(officer, 'post', { path: '/surveys', body, key: null, headers });
      expect(answer.body).toMatchObject({ status: 400, code: 'idempotency-key-missing', errors });
    }
  });

  it('takes nothing of a batch that names one thing twice, and says where it stands the second time', async () => {
    const officer = await codeOf(handOvers.officer);
    const items = [branch, other, branch].map(({ runId: branchRunId }) => ({ branchRunId }));
    const { body } = await http.send(officer, 'post', { path: '/surveys/open', body: { items } });
    const errors = [
      { pointer: '/items/2/branchRunId', code: 'duplicate', message: '与第 1 项重复，同一事项一次只能办理一项' },
    ];
    expect(body).toMatchObject({ status: 400, code: 'invalid-input', errors });
    expect(await world.dataSource.manager.countBy(ProcessEventEntity, { type: 'survey-opened' })).toBe(0);
  });

  it('does a batch item by item, once: a wrong one is its own outcome', async () => {
    const officer = await codeOf(handOvers.officer);
    const items = [{ branchRunId: branch.runId }, { branchRunId: NOWHERE }, { branchRunId: other.runId }];
    const send = () => http.send(officer, 'post', { path: '/surveys/open', body: { items }, key: 'batch-1' });
    const [first, again] = [await send(), await send()];
    expect(first.body).toMatchObject({
      items: [
        { id: branch.runId, answer: { step: 'survey-writing' } },
        { id: NOWHERE, problem: { status: 404, code: 'not-found' } },
        { id: other.runId, answer: { step: 'survey-writing' } },
      ],
    });
    const ids = [first, again].map(({ body }) => {
      const [, { problem }] = body.items as [object, { problem: { requestId: string } }];
      const { requestId } = problem;
      problem.requestId = '';
      return requestId;
    });
    expect(ids).toEqual([first, again].map(({ headers }) => headers['duibiao-request-id']));
    expect(again.body).toEqual(first.body);
    const opened = await world.dataSource.manager.countBy(ProcessEventEntity, { type: 'survey-opened' });
    expect(opened).toBe(2);
  });

  it('entitles the refusal of an item in the language of who reads it', async () => {
    const officer = await codeOf(handOvers.officer);
    const asked = { path: '/surveys/open', body: { items: [{ branchRunId: NOWHERE }] } };
    const titleIn = async (headers: Record<string, string>) =>
      (await http.send(officer, 'post', { ...asked, headers })).body.items[0].problem.title;
    const single = { path: '/surveys', body: { branchRunId: NOWHERE }, headers: { 'accept-language': 'en' } };
    const { title } = (await http.send(officer, 'post', single)).body;
    expect(title).toMatch(/^[A-Z][a-z ]+$/);
    expect(await titleIn({ 'accept-language': 'en' })).toBe(title);
    expect(await titleIn({})).toMatch(/\p{Script=Han}/u);
  });

  it('does nothing of a hand-over that names a version, which nobody would compare', async () => {
    const officer = await codeOf(handOvers.officer);
    const items = [{ branchRunId: NOWHERE }];
    const answers = [];
    for (const tag of ['"0"', 'W/"9-0000000000000000"', '*']) {
      const headers = { 'if-match': tag };
      const { status, body } = await http.send(officer, 'post', { path: '/surveys/open', body: { items }, headers });
      answers.push([status, (body as { errors?: { pointer: string }[] }).errors?.[0]?.pointer]);
    }
    const refused = [412, '/header/if-match'];
    expect(answers).toEqual([refused, refused, [200, undefined]]);
  });

  it('refuses a draft that names no version, or an old one', async () => {
    const secretary = await codeOf(branch.secretary);
    const { id } = await handOvers.newest(branch.runId, 'survey');
    const { body } = await http.send(secretary, 'get', { path: `/surveys/${id}` });
    const { etag } = body as { etag: string };
    const draft = { answers: [{ dimension: 'D1', found: false }] };
    const save = (headers: Record<string, string>) =>
      http.send(secretary, 'put', { path: `/surveys/${id}`, body: draft, headers });
    expect((await save({})).body).toMatchObject({ status: 428, code: 'precondition-required' });
    expect((await save({ 'if-match': etag })).status).toBe(200);
    expect((await save({ 'if-match': etag })).body).toMatchObject({ status: 412, code: 'precondition-failed' });
    const { version } = await world.dataSource.manager.findOneByOrFail(DocumentEntity, { id });
    expect(version).toBe(1);
  });

  it('keeps a key for one content', async () => {
    const officer = await codeOf(handOvers.officer);
    const { id } = await handOvers.newest(branch.runId, 'survey');
    const send = (surveyClass: string) =>
      http.send(officer, 'post', { path: `/surveys/${id}/confirm`, body: { surveyClass }, key: 'one-key' });
    expect((await send('middle')).body).toMatchObject({ code: 'wrong-step' });
    expect((await send('behind')).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('lets an office act on its own body only, and records who was refused', async () => {
    const stranger = await codeOf(other.secretary);
    const { id } = await handOvers.newest(branch.runId, 'survey');
    const body = { digest: '0'.repeat(64) };
    const { body: problem } = await http.send(stranger, 'post', { path: `/surveys/${id}/submit`, body });
    expect(problem).toMatchObject({ status: 403, code: 'not-in-scope' });
    const refusals = await world.dataSource.manager.findBy(RefusalEntity, { command: 'submitSurvey' });
    expect(refusals).toMatchObject([{ actor: other.secretary.personId, code: 'not-in-scope' }]);
    const operations = await world.dataSource.manager.findBy(RunOperationEntity, { runId: branch.runId });
    expect(operations).toHaveLength(2);
  });

  it('shows a secretary his own branch, his organisation all of its branches', async () => {
    const list = async (person: string) => {
      const { body } = await http.send(person, 'get', { path: `/branch-runs?year=${handOvers.year}` });
      return (body as { items: { branchCode: string }[] }).items.map(({ branchCode }) => branchCode);
    };
    expect(await list(await codeOf(branch.secretary))).toEqual([branch.code]);
    expect(await list(await codeOf(handOvers.officer))).toEqual([branch.code, other.code]);
  });

  it('shows the remarks of a return once it is taken, and those of a refused one to nobody', async () => {
    const [officer, secretary] = [await codeOf(handOvers.officer), await codeOf(branch.secretary)];
    const { id } = await handOvers.newest(branch.runId, 'survey');
    const sendBack = () =>
      http.send(officer, 'post', { path: `/surveys/${id}/return`, body: { lines: [{ pointer: '', text: '请补正' }] } });
    const shown = async () => {
      const { body } = await http.send(secretary, 'get', { path: `/branch-runs/${branch.runId}/documents` });
      return (body as { items: { id: string; kind: string }[] }).items.filter(({ kind }) => kind === 'remarks');
    };
    expect((await sendBack()).body).toMatchObject({ status: 409, code: 'wrong-step' });
    const [unsent] = await world.dataSource.manager.findBy(DocumentEntity, { runId: branch.runId, kind: 'remarks' });
    expect(await shown()).toEqual([]);
    expect((await http.send(officer, 'get', { path: `/remarks/${present(unsent).id}` })).body).toMatchObject({
      status: 404,
    });

    await handOvers.submitSurvey(branch);
    expect((await sendBack()).body).toMatchObject({ step: 'survey-writing' });
    const [sent] = await shown();
    const { body } = await http.send(secretary, 'get', { path: `/remarks/${present(sent).id}` });
    expect(body).toMatchObject({ body: { lines: [{ text: '请补正' }] } });
  });

  it.each<[string, string, { happenedOn?: string; lateEntry?: { paperDate: string } }]>([
    ['happened-in-future', '/happenedOn', { happenedOn: '2020-12-01' }],
    [
      'happened-in-future',
      '/lateEntry/paperDate',
      { happenedOn: '2020-05-05', lateEntry: { paperDate: '2020-12-01' } },
    ],
    ['invalid-input', '/happenedOn', { lateEntry: { paperDate: '2020-05-05' } }],
  ])('refuses (%s) at %s what cannot be stated of the past', async (code, pointer, { happenedOn, lateEntry }) => {
    const secretary = await codeOf(branch.secretary);
    const { id, digest } = await handOvers.newest(branch.runId, 'survey');
    const stated = { happenedOn, ...(lateEntry && { lateEntry: { paper: '会议记录', ...lateEntry } }) };
    const before = await events();
    const { body } = await http.send(secretary, 'post', { path: `/surveys/${id}/submit`, body: { digest, ...stated } });
    expect(body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    expect(await events()).toBe(before);
  });
});
