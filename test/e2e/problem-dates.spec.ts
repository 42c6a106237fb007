import { DeadlineEntity, NoticeEntity, PersonEntity, ProblemEntity, ProcessEventEntity } from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { rosterWithMember } from '../support/roster-with-member';
import { Tampering } from '../support/tampering';

const SECRETARY = 'HC0001-001-01';
const MEMBER = 'HC0001-P01';

/** Wednesday; its workdays around: −7 is 22 September (Sunday the 27th is worked), +1 the 9th of October, after the holiday. */
const DUE = '2020-09-30';

describe('the date of a problem (苏委工〔2020〕6号 三.3)', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let officer: string;
  let problemId: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'dates-of-problems', roster: rosterWithMember(MEMBER) });
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    http = await HttpWorld.open(world);
    officer = await codeOf(handOvers.officer.personId);
    problemId = await entered();
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const codeOf = async (id: string) => {
    const [row] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [id]);
    return present(row).code;
  };
  const personId = async (code: string) => {
    const [row] = await world.dataSource.query<{ id: string }[]>('SELECT id FROM people WHERE code = ?', [code]);
    return present(row).id;
  };
  const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body as Record<string, unknown>;
  };
  const entered = async (branch = present(handOvers.branches[0])) => {
    const body = { branchId: branch.id, dimension: 'D1', description: '制度未上墙' };
    const { ids } = await ok(http.send(await codeOf(branch.secretary.personId), 'post', { path: '/problems', body }));
    return present((ids as string[])[0]);
  };
  const say = (
    person: string,
    verb: string,
    { body, id = problemId }: { readonly body: object; readonly id?: string },
  ) => ok(http.send(person, 'post', { path: `/problems/${id}/${verb}`, body }));
  const plan = async (dueDate: string) =>
    say(SECRETARY, 'plan', { body: { measure: '补齐', ownerId: await personId(MEMBER), dueDate } });
  const line = async (query = '') => {
    const { items } = await ok(http.send(officer, 'get', { path: `/problems?limit=100${query}` }));
    return (items as { id: string; light: string | null }[]).find(({ id }) => id === problemId);
  };
  const dates = (id = problemId) =>
    world.dataSource.manager.find(DeadlineEntity, { where: { runId: id }, order: { no: 'ASC' } });
  const told = async (code: string) => {
    const notices = await world.dataSource.manager.find(NoticeEntity, {
      where: { personId: await personId(code), runId: problemId },
      order: { at: 'ASC' },
    });
    return notices.map(({ at, rung, subject, office }) => [at, rung, subject, office]);
  };
  const faults = async () => {
    const tampering = await Tampering.on(world);
    try {
      return await tampering.faults();
    } finally {
      await tampering.close();
    }
  };

  it('has no light before it is planned, then that of its date', async () => {
    expect(await line()).toMatchObject({ light: null });
    await plan(DUE);
    expect(await line()).toMatchObject({ light: 'on-track', dueDate: DUE });
    expect(await dates()).toMatchObject([{ kind: 'problem', body: 'owner', dueDate: DUE, nextRungAt: null }]);
    await plan(DUE); // said again, nothing is owed twice
    expect(await dates()).toMatchObject([{ generation: 1 }]);
  });

  it('reminds its owner before it, and him and his secretary in the daily reminder after it', async () => {
    await handOvers.goTo('2020-09-22T02:00:00.000Z');
    expect(await told(MEMBER)).toEqual([['2020-09-22T00:30:00.000Z', '-7', 'deadline-reminder', null]]);
    const { branchId } = await world.dataSource.manager.findOneByOrFail(ProblemEntity, { id: problemId });
    const { items } = await ok(http.send(MEMBER, 'get', { path: '/me/notices' }));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'problem', runId: problemId, branchId }));
    expect(await line('&light=near')).toMatchObject({ light: 'near' });
    await handOvers.goTo('2020-09-30T15:59:59.999Z');
    expect(await line()).toMatchObject({ light: 'near' });
    await handOvers.goTo('2020-09-30T16:00:00.000Z');
    expect(await line('&light=late')).toMatchObject({ light: 'late' });
    expect(await told(SECRETARY)).toEqual([]);
    await handOvers.goTo('2020-10-09T02:00:00.000Z');
    expect((await told(MEMBER)).map(([, rung]) => rung)).toEqual(['-7', '-1', '+1']);
    expect(await told(SECRETARY)).toEqual([
      ['2020-10-09T00:30:00.000Z', '+1', 'deadline-reminder', 'branch-secretary'],
    ]);
    expect(
      await world.dataSource.manager.countBy(NoticeEntity, { subject: 'deadline-escalated', runId: problemId }),
    ).toBe(0);
  });

  it('stands among the tasks of its owner with its light', async () => {
    const { items } = await ok(http.send(MEMBER, 'get', { path: '/me/tasks' }));
    expect((items as { id: string }[]).filter(({ id }) => id === problemId)).toMatchObject([{ light: 'late' }]);
  });

  it('is broken for ever once it has passed, however it is moved', async () => {
    await plan('2020-10-30');
    expect(await dates()).toMatchObject([
      { generation: 2, dueDate: '2020-10-30', breachedAt: '2020-09-30T16:00:00.000Z' },
    ]);
    expect(await line()).toMatchObject({ light: 'on-track' });
    await say(officer, 'close', { body: { remark: '已核实' } });
    expect(await line('&light=met-late')).toMatchObject({ light: 'met-late' });
  });

  it('is owed again when the problem is sent back, and waits for the office above while it is raised', async () => {
    await say(officer, 'send-back', { body: { remark: '未落实' } });
    expect(await dates()).toMatchObject([{ no: 1 }, { no: 2, dueDate: '2020-10-30', metAt: null }]);
    await say(SECRETARY, 'raise', { body: { reason: '须由单位统筹' } });
    await handOvers.goTo('2020-10-29T02:00:00.000Z');
    const last = (await told(officer)).at(-1);
    expect(last).toEqual(['2020-10-29T00:30:00.000Z', '-1', 'deadline-reminder', 'organisation-officer']);
  });

  it('ends with its branch', async () => {
    const branch = present(handOvers.branches[1]);
    const id = await entered(branch);
    const secretary = await codeOf(branch.secretary.personId);
    const measure = { measure: '补齐', ownerId: branch.secretary.personId, dueDate: '2020-12-15' };
    await say(secretary, 'plan', { body: measure, id });
    await handOvers.dissolve(branch);
    expect(await dates(id)).toMatchObject([{ voidedAt: handOvers.now, nextReminderAt: null }]);
    const events = await world.dataSource.manager.findBy(ProcessEventEntity, { stream: `problem:${id}` });
    expect(events.map(({ type }) => type)).toContain('deadline-voided');
    const again = { ...measure, dueDate: '2020-12-20' };
    const late = await http.send(secretary, 'post', { path: `/problems/${id}/plan`, body: again });
    expect(late).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
    expect(await dates(id)).toHaveLength(1);
  });

  it('is part of the record that is verified', async () => {
    expect(await faults()).toEqual([]);
    const tampering = await Tampering.on(world);
    try {
      await tampering.run(
        `UPDATE deadlines SET due_date = '2020-12-31' WHERE kind = 'problem' AND run_id = ? AND no = 2`,
        [problemId],
      );
      const named = (await tampering.faults()).filter(({ check }) => check === 'deadlines');
      expect(named).toMatchObject([{ stream: `problem:${problemId}` }]);
    } finally {
      await tampering.restore();
      await tampering.close();
    }
  });
});

describe('the date of a problem that is older than the first round', () => {
  it('is told with the first daily reminders of the round, and is part of the record', async () => {
    const world = await LocalWorld.open({ key: 'before-the-round' });
    const http = await HttpWorld.open(world);
    try {
      const handOvers = await HandOvers.of(world);
      const [{ id: branchId, secretary }] = handOvers.branches.map(present) as [BranchWithRun];
      const ownerId = secretary.personId;
      const entry = { branchId, dimension: 'D1', description: '制度未上墙' };
      const { body } = await http.send(SECRETARY, 'post', { path: '/problems', body: entry });
      const problemId = present((body as { ids: string[] }).ids[0]);
      const plan = { measure: '补齐', ownerId, dueDate: '2020-05-08' };
      expect((await http.send(SECRETARY, 'post', { path: `/problems/${problemId}/plan`, body: plan })).status).toBe(
        200,
      );
      await handOvers.openRound();
      await handOvers.goTo('2020-05-07T02:00:00.000Z');
      const notices = await world.dataSource.manager.find(NoticeEntity, {
        where: { personId: ownerId, runId: problemId },
        order: { rung: 'ASC' },
      });
      expect(notices.map(({ at, rung }) => [at, rung])).toEqual([
        ['2020-05-07T00:30:00.000Z', '-1'],
        ['2020-05-07T00:30:00.000Z', '-7'],
      ]);
      const tampering = await Tampering.on(world);
      expect(await tampering.faults()).toEqual([]);
      await tampering.close();
    } finally {
      await http.close();
      await world.close();
    }
  }, 240_000);
});

describe('the owner of a problem whose plan was handed over', () => {
  it('is replaced by the office above alone, and never verifies', async () => {
    const world = await LocalWorld.open({ key: 'owners-of-problems', roster: rosterWithMember(MEMBER) });
    const http = await HttpWorld.open(world);
    try {
      const handOvers = await HandOvers.of(world);
      const { manager } = world.dataSource;
      const [{ id: branchId, secretary }] = handOvers.branches.map(present) as [BranchWithRun];
      const another = (await manager.findOneByOrFail(PersonEntity, { code: MEMBER })).id;
      const officer = (await manager.findOneByOrFail(PersonEntity, { id: handOvers.officer.personId })).code;
      const entry = { branchId, dimension: 'D1', description: '制度未上墙' };
      const { body } = await http.send(SECRETARY, 'post', { path: '/problems', body: entry });
      const path = `/problems/${present((body as { ids: string[] }).ids[0])}`;
      const plan = (person: string, ownerId: string, dueDate = '2020-09-30') =>
        http.send(person, 'post', { path: `${path}/plan`, body: { measure: '补齐', ownerId, dueDate } });
      await plan(SECRETARY, secretary.personId);
      await handOvers.openRound();
      await handOvers.surveyAndPlan();
      expect((await plan(SECRETARY, another)).body).toMatchObject({ status: 403, errors: [{ pointer: '/ownerId' }] });
      expect((await plan(SECRETARY, secretary.personId, '2020-10-30')).body).toMatchObject({ state: 'owned' });
      expect((await plan(officer, another)).body).toMatchObject({ state: 'owned' });
      const closing = await http.send(SECRETARY, 'post', { path: `${path}/close`, body: {} });
      expect(closing.body).toMatchObject({ status: 403, code: 'verifier-is-owner' });
    } finally {
      await http.close();
      await world.close();
    }
  }, 240_000);
});
