import { ProblemEntity, ProcessEventEntity, RefusalEntity } from '@app/persistence';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { rosterWithMember } from '../support/roster-with-member';
import { Tampering } from '../support/tampering';

const SECRETARY = 'HC0001-001-01';
const MEMBER = 'HC0001-P01';
const STRANGER = 'HC0001-002-01';

describe('the problem register (苏委工〔2020〕6号 三.3)', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let branchId: string;
  let problemId: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'problems', roster: rosterWithMember(MEMBER) });
    http = await HttpWorld.open(world);
    branchId = await idOf('branches', 'HC0001-001');
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const idOf = async (table: 'branches' | 'people', code: string) => {
    const [row] = await world.dataSource.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE code = ?`, [code]);
    return present(row).id;
  };
  const stored = async () => [
    await world.dataSource.manager.count(ProblemEntity),
    await world.dataSource.manager.count(ProcessEventEntity),
  ];
  const line = (more: object = {}) => ({ branchId, dimension: 'D1', description: '制度未上墙', ...more });

  it.each([
    ['/dimension', 400, { dimension: 'D99' }],
    ['/indicator', 400, { indicator: 'D2.1' }],
    ['/description', 400, { description: ' ' }],
    ['/branchId', 404, { branchId: '0000000000000000' }],
  ])('names %s of a wrong line and stores nothing', async (pointer, status, wrong) => {
    const before = await stored();
    const answer = await http.send(SECRETARY, 'post', { path: '/problems', body: line(wrong) });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect([answer.status, errors.map((fault) => fault.pointer)]).toEqual([status, [pointer]]);
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['nothing', 400, undefined],
    ['an empty list', 400, { items: [] }],
    ['more than a request may hold', 413, { items: [], filling: 'x'.repeat(2 * 1024 * 1024) }],
  ])('refuses an import of %s and stores nothing', async (_, status, body) => {
    const officer = present((await codesIn('organisation-officer'))[0]);
    const before = await stored();
    const answer = await http.send(officer, 'post', { path: '/problems/import', ...(body ? { body } : {}) });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.body).toMatchObject({ status, code: status === 413 ? 'payload-too-large' : 'invalid-input' });
    expect(await stored()).toEqual(before);
  });

  it('imports all lines or none', async () => {
    const officer = present((await codesIn('organisation-officer'))[0]);
    const before = await stored();
    const items = [line(), line({ dimension: 'D99' })];
    const { status, body } = await http.send(officer, 'post', { path: '/problems/import', body: { items } });
    expect([status, (body as { errors: object[] }).errors]).toMatchObject([400, [{ pointer: '/items/1/dimension' }]]);
    expect(await stored()).toEqual(before);
  });

  const codesIn = async (role: string) => {
    const rows = await world.dataSource.query<{ code: string }[]>(
      'SELECT p.code FROM offices o JOIN people p ON p.id = o.person_id WHERE o.role = ? ORDER BY p.code',
      [role],
    );
    return rows.map(({ code }) => code);
  };

  it('takes a plan whose owner is of the branch', async () => {
    const entered = await http.send(SECRETARY, 'post', { path: '/problems', body: line() });
    expect(entered.status).toBe(201);
    problemId = present((entered.body as { ids: string[] }).ids[0]);
    const plan = (ownerId: string) =>
      http.send(SECRETARY, 'post', {
        path: `/problems/${problemId}/plan`,
        body: { measure: '补齐', ownerId, dueDate: '2020-09-30' },
      });
    const officer = present((await codesIn('organisation-officer'))[0]);
    for (const owner of ['0000000000000000', await idOf('people', officer)]) {
      expect((await plan(owner)).body).toMatchObject({ status: 400, errors: [{ pointer: '/ownerId' }] });
    }
    expect((await plan(await idOf('people', SECRETARY))).body).toMatchObject({ state: 'owned', version: 2 });
  });

  it('stands among the tasks of its owner, and of the office above while it is raised', async () => {
    const tasks = async (person: string) => {
      const { body } = await http.send(person, 'get', { path: '/me/tasks' });
      return (body as { items: { id: string }[] }).items.filter(({ id }) => id === problemId);
    };
    const officer = present((await codesIn('organisation-officer'))[0]);
    const task = { kind: 'problem', code: 'HC0001-001', light: 'on-track', since: null };
    const owned = { ...task, step: 'owned', dueDate: '2020-09-30', office: { role: 'branch-secretary' } };
    expect(await tasks(SECRETARY)).toMatchObject([owned]);
    expect(await tasks(officer)).toEqual([]);
    await http.send(SECRETARY, 'post', { path: `/problems/${problemId}/raise`, body: { reason: '须由单位统筹' } });
    expect(await tasks(SECRETARY)).toEqual([]);
    expect(await tasks(STRANGER)).toEqual([]);
    expect(await tasks(officer)).toMatchObject([{ ...task, step: 'raised', office: { role: 'organisation-officer' } }]);
    await http.send(officer, 'post', { path: `/problems/${problemId}/answer`, body: { answer: '已协调' } });
    expect(await tasks(SECRETARY)).toMatchObject([owned]);
  });

  it('is not verified by who answered for it once, whoever answers for it now', async () => {
    const entered = await http.send(SECRETARY, 'post', { path: '/problems', body: line() });
    const id = present((entered.body as { ids: string[] }).ids[0]);
    const say = (person: string, verb: string, body: object) =>
      http.send(person, 'post', { path: `/problems/${id}/${verb}`, body });
    const first = await idOf('people', SECRETARY);
    for (const ownerId of [first, await idOf('people', MEMBER)]) {
      const plan = { measure: '补齐', ownerId, dueDate: '2020-09-30' };
      const allowedActions = ['planProblem', 'raiseProblem'];
      expect((await say(SECRETARY, 'plan', plan)).body).toMatchObject({ state: 'owned', allowedActions });
    }
    const officer = present((await codesIn('organisation-officer'))[0]);
    const [runs] = await world.dataSource.query<{ id: string }[]>('SELECT id FROM branch_runs WHERE branch_id = ?', [
      branchId,
    ]);
    for (const path of ['/problems?limit=200', ...(runs ? [`/branch-runs/${runs.id}/problems`] : [])]) {
      const offered = async (person: string) => {
        const { body } = await http.send(person, 'get', { path });
        const line = (body.items as { id: string; allowedActions: string[] }[]).find((one) => one.id === id);
        return present(line).allowedActions;
      };
      expect(await offered(SECRETARY)).toEqual(['planProblem', 'raiseProblem']);
      expect(await offered(officer)).toEqual(['planProblem', 'closeProblem', 'sendBackProblem']);
    }
    for (const verb of ['close', 'send-back']) {
      const refused = { status: 403, code: 'verifier-is-owner' };
      expect((await say(SECRETARY, verb, { remark: '已核实' })).body).toMatchObject(refused);
    }
    await say(officer, 'close', {});
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.reforgePayload(`problem:${id}`, 'problem-closed', { verifierId: first });
    const persons = (await tampering.faults()).filter(({ check }) => check === 'persons');
    await tampering.restore();
    await tampering.close();
    expect(persons).toMatchObject([{ stream: `problem:${id}`, message: '核实人不得是现任或曾任的责任人' }]);
  });

  it('is closed by another than its owner, within scope, and every refusal is on record', async () => {
    const close = (person: string) => http.send(person, 'post', { path: `/problems/${problemId}/close`, body: {} });
    expect((await close(SECRETARY)).body).toMatchObject({ status: 403, code: 'verifier-is-owner' });
    expect((await close(STRANGER)).body).toMatchObject({ status: 403, code: 'not-in-scope' });
    const refusals = await world.dataSource.manager.findBy(RefusalEntity, { subjectId: problemId });
    expect(refusals.map(({ code }) => code).sort()).toEqual([
      'invalid-input',
      'invalid-input',
      'not-in-scope',
      'verifier-is-owner',
    ]);
  });

  it('closes once under a key, however late the same request comes again', async () => {
    const officer = present((await codesIn('organisation-officer'))[0]);
    const close = (remark: string) =>
      http.send(officer, 'post', { path: `/problems/${problemId}/close`, body: { remark }, key: 'close-1' });
    const first = await close('已核实');
    expect(first.body).toMatchObject({ state: 'closed' });
    await world.goTo('2020-04-21T02:00:00.000Z');
    expect((await close('已核实')).body).toEqual(first.body);
    expect((await close('另一说明')).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    const closings = await world.dataSource.manager.countBy(ProcessEventEntity, {
      stream: `problem:${problemId}`,
      type: 'problem-closed',
    });
    expect(closings).toBe(1);
  });

  it('of a dissolved branch is not planned any more, and an import says which line is refused for it', async () => {
    const handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    const dissolved = present(handOvers.branches[1]);
    const officer = present((await codesIn('organisation-officer'))[0]);
    await http.send(officer, 'post', { path: '/problems', body: line({ branchId: dissolved.id }) });
    const offeredOf = async (path: string) =>
      ((await http.send(officer, 'get', { path })).body as { items: { allowedActions: string[] }[] }).items.map(
        ({ allowedActions }) => allowedActions,
      );
    const doors = [`/problems?branchId=${dissolved.id}`, `/branch-runs/${dissolved.runId}/problems`];
    for (const door of doors) expect(await offeredOf(door)).toEqual([['planProblem']]);
    await handOvers.dissolve(dissolved);
    for (const door of doors) expect(await offeredOf(door)).toEqual([[]]);
    const items = [line(), line({ branchId: dissolved.id })];
    const before = await stored();
    const { body } = await http.send(officer, 'post', { path: '/problems/import', body: { items } });
    expect(body).toMatchObject({ code: 'transition-not-allowed', errors: [{ pointer: '/items/1' }] });
    expect(await stored()).toEqual(before);
  });
});
