import { randomUUID } from 'node:crypto';
import { NoticeEntity, PersonEntity, SlipEntity } from '@app/persistence';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { Tampering } from '../support/tampering';
import { World } from '../support/world';

interface Line {
  readonly id: string;
  readonly rung: string;
  readonly state: string;
  readonly branchId: string | null;
  readonly allowedActions: readonly string[];
}

/** The register over HTTP, and those who keep it: shared by a world with the engine and one without. */
async function registerOf(world: World | LocalWorld, http: HttpWorld, handOvers: HandOvers) {
  const codeOf = async ({ personId }: Officeholder) =>
    (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
  const [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
  const list = async (person: string, query = '') => {
    const { status, body } = await http.send(person, 'get', { path: `/slips?limit=200${query}` });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.items as Line[];
  };
  return {
    first,
    second,
    committee: await codeOf(present(handOvers.committee[0])),
    officer: await codeOf(handOvers.officer),
    secretary: await codeOf(first.secretary),
    other: await codeOf(second.secretary),
    recorder: await codeOf(handOvers.recorder),
    list,
    tasks: async (person: string) => {
      const { body } = await http.send(person, 'get', { path: '/me/tasks?limit=200' });
      const items = body.items as { kind: string; id: string; action: { name: string }; light: string }[];
      return items.filter(({ kind }) => kind === 'slip').map(({ id, action, light }) => [id, action.name, light]);
    },
    slip: async (person: string, { id }: BranchWithRun, rung: string) =>
      present((await list(person)).find((line) => line.branchId === id && line.rung === rung)),
    say: (person: string, id: string, verb: string, body: object = {}, key = randomUUID() as string) =>
      http.send(person, 'post', { path: `/slips/${id}/${verb}`, body, key }),
    told: async (person: string) => {
      const { body } = await http.send(person, 'get', { path: '/me/notices?limit=200' });
      const items = body.items as { kind: string; runId: string; subject: string; sentence: string }[];
      return items.filter(({ subject }) => subject.startsWith('slip-'));
    },
  };
}

type Register = Awaited<ReturnType<typeof registerOf>>;

describe('督办单 of a round on the engine', () => {
  let world: World;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let on: Register;
  beforeAll(async () => {
    world = await World.open({ key: 'slips' });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    on = await registerOf(world, http, handOvers);
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const until = async (check: () => Promise<boolean>) => {
    for (let left = 100; left > 0; left -= 1) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('it did not come about');
  };
  const untilDrafted = (rung: string, slips: number) =>
    until(async () => (await world.dataSource.manager.countBy(SlipEntity, { rung })) >= slips);

  it('lays an organisation’s slip before the committee with a line per late branch', async () => {
    await handOvers.survey(on.first);
    await handOvers.goTo('2020-06-01T02:00:00.000Z');
    await untilDrafted('+1', 1);
    const [slip, ...more] = await on.list(on.committee);
    expect(more).toEqual([]);
    expect(slip).toMatchObject({
      kind: 'survey',
      colour: 'yellow',
      state: 'draft',
      commander: 'committee',
      branchId: null,
      lines: [on.second.id],
      serial: null,
      light: 'late',
      allowedActions: ['issueSlip', 'discardSlip'],
    });
    const [notice] = await on.told(on.committee);
    expect(notice).toMatchObject({ kind: 'slip', runId: slip?.id, subject: 'slip-drafted' });
    expect(notice?.sentence).toBe('合成机关党委0001 2020年度：摸底调研督办单已拟好，请审核签发（2020年6月1日）');
    expect(await on.list(on.officer)).toEqual([]); // who owes does not see a draft
    expect(await on.tasks(on.committee)).toEqual([[slip?.id, 'issueSlip', 'late']]);
    for (const person of [on.officer, on.secretary, on.recorder]) expect(await on.tasks(person)).toEqual([]);
    expect((await http.send(on.officer, 'get', { path: `/slips/${present(slip).id}` })).status).toBe(404);
    expect((await on.say(on.officer, present(slip).id, 'issue')).body.code).toBe('forbidden');
  });

  it('lets red take the place of a yellow that nobody issued, and voids a draft whose work is done', async () => {
    await handOvers.goTo('2020-06-09T02:00:00.000Z');
    await untilDrafted('+7', 1);
    expect((await on.list(on.committee)).map(({ rung, state }) => [rung, state])).toEqual([
      ['+7', 'draft'],
      ['+1', 'void'],
    ]);
    await handOvers.survey(on.second);
    expect(await on.list(on.committee)).toMatchObject([
      { rung: '+7', state: 'void', ended: 'met' },
      { rung: '+1', state: 'void', ended: 'superseded' },
    ]);
    await handOvers.planOrganisation();
  });

  it('is issued by the officer above alone, once, with the next number', async () => {
    await handOvers.goTo('2020-07-01T02:00:00.000Z');
    await untilDrafted('+1', 3);
    const { id } = await on.slip(on.officer, on.first, '+1');
    expect(await on.list(on.secretary)).toEqual([]);
    expect(await on.tasks(on.officer)).toContainEqual([id, 'issueSlip', 'late']);
    expect([await on.tasks(on.committee), await on.tasks(on.secretary)]).toEqual([[], []]);
    for (const person of [on.committee, on.secretary]) {
      expect((await on.say(person, id, 'issue')).body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    const key = randomUUID();
    const body = { documentNumber: '机党督〔2020〕1号' };
    const issued = { state: 'issued', serial: 1 };
    expect((await on.say(on.officer, id, 'issue', body, key)).body).toMatchObject(issued);
    expect((await on.say(on.officer, id, 'issue', body, key)).body).toMatchObject(issued);
    expect((await on.say(on.officer, id, 'issue', body)).body).toMatchObject({
      status: 409,
      code: 'transition-not-allowed',
      errors: [{ pointer: '/path/id' }],
    });
    const second = await on.slip(on.officer, on.second, '+1');
    const both = await Promise.all([on.say(on.officer, second.id, 'issue'), on.say(on.officer, second.id, 'issue')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)?.body).toMatchObject({ serial: 2 });
  });

  it('is told to who owes, with the way to it', async () => {
    const { id } = await on.slip(on.secretary, on.first, '+1');
    expect(await on.told(on.secretary)).toMatchObject([{ kind: 'slip', runId: id, subject: 'slip-issued' }]);
    expect(await on.tasks(on.secretary)).toEqual([[id, 'receiveSlip', 'late']]);
    expect(await on.tasks(on.officer)).not.toContainEqual(expect.arrayContaining([id]));
    expect(await on.told(on.recorder)).toEqual([]); // yellow is not copied to the party group
    const { body } = await http.send(on.secretary, 'get', { path: `/slips/${id}` });
    expect(body).toMatchObject({
      serial: 1,
      documentNumber: '机党督〔2020〕1号',
      answerDate: '2020-07-06',
      allowedActions: ['receiveSlip'],
    });
  });

  it('is taken back before it is signed for, and keeps its number', async () => {
    const { id } = await on.slip(on.officer, on.second, '+1');
    expect((await on.say(on.officer, id, 'withdraw', {})).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/reason' }],
    });
    expect((await on.say(on.officer, id, 'withdraw', { reason: '漏写文号' })).body).toMatchObject({ state: 'draft' });
    expect((await on.say(on.other, id, 'receive', { receivedOn: '2020-07-01' })).status).toBe(409);
    const body = { documentNumber: '机党督〔2020〕2号' };
    expect((await on.say(on.officer, id, 'issue', body)).body).toMatchObject({ state: 'issued', serial: 2 });
    expect((await on.told(on.other)).map(({ subject }) => subject).sort()).toEqual([
      'slip-issued',
      'slip-issued',
      'slip-withdrawn',
    ]);
  });

  it('is signed for with a date of its own by who owes, and not taken back any more', async () => {
    const { id } = await on.slip(on.secretary, on.first, '+1');
    const receive = (person: string, receivedOn: string) => on.say(person, id, 'receive', { receivedOn });
    expect((await receive(on.other, '2020-07-01')).body.code).toBe('not-in-scope');
    expect((await receive(on.officer, '2020-07-01')).body.code).toBe('forbidden');
    expect((await receive(on.secretary, '2020-07-02')).body).toMatchObject({
      code: 'happened-in-future',
      errors: [{ pointer: '/receivedOn' }],
    });
    expect((await receive(on.secretary, '2020-06-30')).body.code).toBe('happened-too-early');
    expect((await receive(on.secretary, '2020-07-01')).body).toMatchObject({ state: 'received' });
    expect((await on.say(on.officer, id, 'withdraw', { reason: '误发' })).status).toBe(409);
    expect((await on.told(on.officer)).map(({ subject }) => subject)).toContain('slip-received');
    const second = await on.slip(on.other, on.second, '+1');
    await on.say(on.other, second.id, 'receive', { receivedOn: '2020-07-01' });
  });

  it('is answered where the work is not done three workdays after', async () => {
    const { id } = await on.slip(on.secretary, on.first, '+1');
    const answer = () => on.say(on.secretary, id, 'answer', { answer: '支委会改期，7月12日前报送' });
    expect((await answer()).body).toMatchObject({ status: 409, code: 'transition-not-allowed' });
    expect(await on.tasks(on.secretary)).toEqual([]); // nothing to do with it before its day
    await handOvers.goTo('2020-07-06T02:00:00.000Z');
    expect(await on.tasks(on.secretary)).toEqual([[id, 'answerSlip', 'late']]);
    expect((await answer()).body).toMatchObject({ state: 'answered' });
    expect((await on.told(on.officer))[0]).toMatchObject({ subject: 'slip-answered', runId: id });
    expect(await on.tasks(on.secretary)).toEqual([]);
  });

  it('is followed by red where it went unanswered, with a copy to the party group', async () => {
    await handOvers.goTo('2020-07-09T02:00:00.000Z');
    await untilDrafted('+7', 2);
    expect((await on.list(on.officer, '&state=draft')).map(({ branchId, rung }) => [branchId, rung])).toEqual([
      [on.second.id, '+7'],
    ]);
    const { id } = await on.slip(on.officer, on.second, '+7');
    expect((await on.say(on.officer, id, 'issue')).body).toMatchObject({ serial: 3 });
    expect(await on.told(on.recorder)).toMatchObject([{ subject: 'slip-copied', runId: id }]);
    expect((await on.list(on.recorder)).find((line) => line.id === id)?.allowedActions).toEqual([]);
  });

  it('ends with the work, or by decision with a reason', async () => {
    await handOvers.submitBranchPlan(on.second);
    const second = (await on.list(on.officer)).filter(({ branchId }) => branchId === on.second.id);
    expect(second).toMatchObject([
      { rung: '+7', state: 'closed', ended: 'met' },
      { rung: '+1', state: 'closed', ended: 'met' },
    ]);
    const { id } = await on.slip(on.officer, on.first, '+1');
    expect((await on.say(on.officer, id, 'close', { reason: '已按党组要求另行安排' })).body).toMatchObject({
      state: 'closed',
    });
    expect((await on.told(on.secretary))[0]).toMatchObject({ subject: 'slip-closed' });
  });

  it('stands in the ledger as offices keep it', async () => {
    const { text } = await http.send(on.officer, 'get', { path: '/slips?format=csv' });
    expect(text).toContain('督办单序号');
    expect(text).toContain('支委会改期，7月12日前报送');
    expect(text).toContain('机党督〔2020〕2号');
    const { body } = await http.send(on.officer, 'get', { path: '/slips?limit=1' });
    expect(Object.keys(body.names as object)).toContain(on.second.id);
  });

  it('is part of the record that is verified', async () => {
    const tampering = await Tampering.on(world);
    const checks = async () => (await tampering.faults()).map(({ check }) => check);
    try {
      expect(await tampering.faults()).toEqual([]);
      const { id } = await on.slip(on.officer, on.first, '+1');
      for (const forged of ["answer = '已完成'", "state = 'issued'", "document_number = '机党督〔2020〕9号'"]) {
        await tampering.run(`UPDATE slips SET ${forged} WHERE id = ?`, [id]);
        expect(await checks()).toContain('rows');
        await tampering.restore();
      }
      await tampering.run('UPDATE slips SET serial = 9 WHERE id = ?', [id]);
      expect(await checks()).toEqual(expect.arrayContaining(['rows', 'slips']));
      await tampering.restore();
      await tampering.run(
        "INSERT INTO slips SELECT REPEAT('0', 16), campaign_id, programme_version, version, deadline_id, 9, rung, colour, organisation_id, branch_id, commander, state, line_list, drafted_at, NULL, NULL, document_number, issued_at, issued_by, answer_date, received_on, answered_at, answer, withdrawn_because, closed_at, ended, ended_because FROM slips WHERE id = ?",
        [id],
      );
      expect(await checks()).toEqual(expect.arrayContaining(['rows', 'slips']));
    } finally {
      await tampering.restore();
      await tampering.close();
    }
  });
});

describe('督办单 that are issued by themselves', () => {
  it('go out as they are drafted, where the programme says so', async () => {
    const world = await LocalWorld.open({
      key: 'automatic-slips',
      alter: (programme) => ({ ...programme, slipIssue: 'automatic' }),
    });
    const http = await HttpWorld.open(world);
    try {
      const handOvers = await HandOvers.of(world);
      await handOvers.openRound();
      const on = await registerOf(world, http, handOvers);
      await handOvers.goTo('2020-06-09T02:00:00.000Z');
      expect(await on.list(on.officer)).toMatchObject([
        { rung: '+7', state: 'issued', serial: 2, issuedBy: null },
        { rung: '+1', state: 'issued', serial: 1, issuedBy: null, lines: [on.first.id, on.second.id] },
      ]);
      const { manager } = world.dataSource;
      expect(await manager.countBy(NoticeEntity, { subject: 'slip-issued' })).toBe(2);
      const tampering = await Tampering.on(world);
      expect(await tampering.faults()).toEqual([]);
      await tampering.close();
    } finally {
      await http.close();
      await world.close();
    }
  }, 240_000);
});
