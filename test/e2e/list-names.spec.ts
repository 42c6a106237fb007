import { IsNull } from 'typeorm';
import { DocumentEntity, PersonEntity } from '@app/persistence';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import type { HandOvers } from '../support/hand-overs';
import { playRecognisedRound } from '../support/history';
import { HttpWorld } from '../support/http';
import { LocalWorld, secondInDecember } from '../support/local-world';
import { present } from '../support/present';
import { type Row, rowsOf } from '../support/tables';
import { ID } from '../support/ids';

const OF_BODIES_AND_PEOPLE =
  /^(areaId|bodyId|branchId|organisationId|parentId|personId|ownerId|authorId|agreed|struck|recusals|recordedBy|pending|branches|assessors)$/;

/** A notice, as far as it is read here. */
interface Told {
  readonly id: string;
  readonly at: string;
  readonly readAt: string | null;
}

describe('the lists of a round that has run', () => {
  const LATE = { happenedOn: '2020-05-29', lateEntry: { paper: '会议记录', paperDate: '2020-05-29' } };
  let world: LocalWorld;
  let http: HttpWorld;
  let officer: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ calendarUntil: '2020', alter: secondInDecember });
    const handOvers = await playRecognisedRound(world, enteredLate);
    officer = await codeOf(handOvers.officer);
    const next = { year: 2021 };
    await handOvers.say(present(handOvers.committee[0]), handOvers.campaignWorkflowId, {
      name: 'openRound',
      input: next,
    });
    http = await HttpWorld.open({ dataSource: world.dataSource, campaign: world.campaign });
    const [branch, other] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    const stranger = await codeOf(other.secretary);
    const body = { branchId: branch.id, dimension: 'D1', description: '缺签到表' };
    expect((await http.send(stranger, 'post', { path: '/problems', body })).body.code).toBe('not-in-scope');
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  async function codeOf({ personId }: Officeholder): Promise<string> {
    return (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
  }

  /** The last survey is held in time and entered after its date. */
  async function enteredLate(handOvers: HandOvers): Promise<void> {
    const [first, last] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    await handOvers.survey(first);
    await handOvers.say(handOvers.officer, last.workflowId, { name: 'openSurvey' });
    await handOvers.goTo('2020-06-05T02:00:00.000Z');
    await handOvers.submitSurvey(last, LATE);
    await handOvers.say(handOvers.officer, last.workflowId, {
      name: 'confirmSurvey',
      input: { surveyClass: 'middle' },
    });
  }

  const reader = (path: string) => (path.startsWith('/me/') ? officer : path === '/accounts' ? 'GL02' : 'GW11');
  const linesOf = async (path: string) =>
    rowsOf((await http.send(reader(path), 'get', { path, headers: { accept: 'text/csv' } })).text);

  it.each([
    '/branch-runs',
    '/organisation-runs',
    '/organisations',
    '/branches',
    '/people',
    '/problems',
    '/deadlines',
    '/slips',
    '/late-entries',
    '/refusals',
    '/grants',
    '/accounts',
    '/decisions',
    '/filings',
    '/publications',
    '/recognitions',
    '/rechecks',
    '/spot-checks',
    '/rounds',
    '/campaigns',
    '/me/tasks',
    '/me/notices',
  ])('%s: as many rows as JSON has items, no id without a name beside it', async (path) => {
    const items: unknown[] = [];
    const names: Record<string, { code: string; name: string }> = {};
    for (let cursor: string | null = ''; cursor !== null;) {
      const asked = `${path}?limit=200${cursor && `&cursor=${cursor}`}`;
      const { status, body } = await http.send(reader(path), 'get', { path: asked });
      expect([path, status]).toEqual([path, 200]);
      items.push(...(body.items as unknown[]));
      Object.assign(names, body.names);
      cursor = body.nextCursor as string | null;
    }
    const rows = await linesOf(path);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(items.length);
    for (const row of rows) {
      const nameless = Object.entries(row).filter(([heading, cell]) => ID.test(cell) && !isNamed(row, heading));
      expect([path, nameless]).toEqual([path, []]);
      const wordless = Object.entries(row).filter(
        ([heading, cell]) => cell !== '' && row[wordHeadingOf(heading)] === '',
      );
      expect([path, wordless]).toEqual([path, []]);
    }
    expect(namelessIn(items, names)).toEqual([]);
  });

  it('name in the lists made of the step before what their digests hold as ids', async () => {
    const [run] = (await http.send(officer, 'get', { path: '/organisation-runs?year=2020' })).body.items;
    const [round] = (await http.send('GW11', 'get', { path: '/rounds' })).body.items;
    const [branchRun] = (await http.send('GW11', 'get', { path: '/branch-runs?year=2020' })).body.items;
    const [check] = (await http.send('GW11', 'get', { path: '/spot-checks' })).body.items;
    for (const path of [
      `/conclusions?organisationRunId=${run.id}`,
      `/filings/next?organisationRunId=${run.id}`,
      '/publications/next?year=2020',
      `/rounds/${round.id}/dispositions`,
      `/branch-runs/${branchRun.id}`,
      `/organisation-runs/${run.id}`,
      `/spot-checks/${check.id}`,
      `/spot-checks/${check.id}/draw`,
    ]) {
      const { status, body } = await http.send('GW11', 'get', { path });
      expect([path, status]).toEqual([path, 200]);
      expect([path, namelessIn(body, body.names)]).toEqual([path, []]);
    }
    const { body } = await http.send('GW11', 'get', { path: `/rounds/${round.id}/dispositions` });
    const codes = (body.body.branches as { branchId: string }[]).map(({ branchId }) => body.names[branchId].code);
    expect(codes.sort()).toEqual(['HC0001-001', 'HC0001-002']);
  });

  /** Ids of branches, organisations and persons, wherever they stand, that neither the answer nor their line names. */
  function namelessIn(value: unknown, names: Record<string, { code: string; name: string }>): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const ids = OF_BODIES_AND_PEOPLE.test(key) ? [inner].flat().filter((id) => typeof id === 'string') : [];
      const isNamedBeside = key.replace(/Id$/, 'Name') in value;
      return [
        ...ids.filter((id) => ID.test(id) && !isNamedBeside && !names[id]?.name),
        ...namelessIn(inner, names),
      ].map((id) => `${key} ${id}`);
    });
  }

  /** Where the word of a coded cell stands. */
  const wordHeadingOf = (heading: string) => /^(.*)代码 [\w.]+$/.exec(heading)?.[1] ?? '';

  /** Only the id of the line itself, and what its heading keeps for programs, stands without a name. */
  function isNamed(row: Row, heading: string): boolean {
    const [, subject, isProgram, path = ''] = /^(.*)标识(（供程序使用）)? ([\w.]+)$/.exec(heading) ?? [];
    if (path === 'id' || isProgram) return true;
    const named = ` ${path.replace(/Id$/, 'Name')}`;
    const [, name = ''] = Object.entries(row).find(([key]) => key === `${subject}名称` || key.endsWith(named)) ?? [];
    return name !== '';
  }

  it('say of a rung whose day no notice has told yet that it waits', async () => {
    const waiting = (await linesOf('/deadlines?year=2021')).map((row) => row['催办阶梯 rungs'] ?? '');
    expect(waiting.length).toBeGreaterThan(0);
    for (const ladder of waiting) expect(ladder).toMatch(/（[-+]\d+）待放假安排$/m);
    expect((await linesOf('/deadlines?year=2020&kind=survey'))[0]?.['催办阶梯 rungs']).not.toContain('待放假安排');
  });

  it('name the paper of a refusal by its task and kind, and say in words what it lacked', async () => {
    const { id } = await newestDraft();
    const path = `/organisation-plans/${id}`;
    const { body } = (await http.send(officer, 'get', { path })).body as { body: object };
    const refused = await http.send(officer, 'put', { path, body });
    expect([refused.status, refused.body.detail]).toEqual([428, '未带所见版本，请重新打开后再保存']);
    expect(await linesOf('/refusals')).toContainEqual(
      expect.objectContaining({
        对象编号: 'organisation:local:HC0001:2021',
        对象名称: '合成机关党委0001 2021 年度计划',
        拒绝原因: '未带所见版本，请重新打开后再保存',
      }),
    );
  });

  it('keep what has no words to themselves, and name the columns of a register', async () => {
    const [run] = (await http.send('GW11', 'get', { path: '/organisation-runs?year=2020' })).body.items as {
      id: string;
    }[];
    const [event] = await linesOf(`/organisation-runs/${run?.id}/timeline`);
    expect(Object.keys(event ?? {})).toContain('内容（供程序使用） payload');
    expect(await linesOf('/problems')).toContainEqual(
      expect.objectContaining({ 方面: '组织设置规范化', '方面代码 dimension': 'D1' }),
    );
    expect(await linesOf('/deadlines?kind=problem')).toContainEqual(
      expect.objectContaining({ 由谁负责: '责任人', 所属任务名称: '样例问题', 党支部编号: 'HC0001-001' }),
    );
  });

  /** The plan of the year that the organisation still writes. */
  async function newestDraft(): Promise<{ id: string }> {
    const draft = { kind: 'organisation-plan', frozenAt: IsNull() } as const;
    return world.dataSource.manager.findOneByOrFail(DocumentEntity, draft);
  }

  it('tell the reminders of one day apart by what they are about', async () => {
    const { items } = (await http.send(officer, 'get', { path: '/me/notices?limit=200' })).body as {
      items: { deadlineKind: string | null; deadlineId: string | null }[];
    };
    for (const { deadlineKind, deadlineId } of items) expect(deadlineKind === null).toBe(deadlineId === null);
    expect(await linesOf('/me/notices')).toContainEqual(
      expect.objectContaining({ 事由: '时限提醒', 时限类型: '备案', '时限类型代码 deadlineKind': 'filing' }),
    );
  });

  it('say of every event who did it, in which office of which body', async () => {
    const [run] = (await http.send('GW11', 'get', { path: '/branch-runs?year=2020' })).body.items;
    const path = `/branch-runs/${run.id}/timeline?limit=200`;
    const { items, names } = (await http.send('GW11', 'get', { path })).body;
    const lines = items as { type: string; actor: string | null; by: Record<string, string> | null; payload: object }[];
    for (const { type, actor, by } of lines) {
      expect([type, by !== null]).toEqual([type, actor !== null || type === 'recheck-upheld']);
    }
    for (const { type, actor, by } of lines) {
      if (!by || !actor) continue;
      expect([type, by]).toMatchObject([
        type,
        { name: names[actor].name, title: expect.stringMatching(/\p{Script=Han}/u) },
      ]);
      expect([type, by.body]).toEqual([type, expect.stringMatching(/^合成|^local$/)]);
    }
    const signed = lines.find(({ type }) => type === 'assessment-signed')?.payload as { assessor: string };
    expect(names[signed.assessor].name).toMatch(/\p{Script=Han}/u);
    const upheld = lines.filter(({ type }) => type === 'recheck-upheld');
    for (const line of upheld) expect(line).toMatchObject({ reason: null });
  });

  it('are marked as read at once, as far as they were seen and no further', async () => {
    const noticed = async (person: string) =>
      (await http.send(person, 'get', { path: '/me/notices?limit=200' })).body.items as Told[];
    const unread = async () => (await noticed(officer)).filter(({ readAt }) => readAt === null).map(({ id }) => id);
    const told = await noticed(officer);
    const until = present(told[Math.floor(told.length / 2)]).at;
    const seen = told.filter(({ at, readAt }) => readAt === null && at <= until).map(({ id }) => id);
    const later = told.filter(({ at, readAt }) => readAt === null && at > until).map(({ id }) => id);
    const read = (by: string) => http.send(by, 'post', { path: '/notices/read', body: { until } });
    expect(seen.length).toBeGreaterThan(1);
    expect(await read('GW11')).toMatchObject({ status: 200 });
    expect(await unread()).toEqual([...later, ...seen]); // nobody reads for another
    expect((await read(officer)).body).toEqual({ read: seen.length });
    expect(await unread()).toEqual(later);
    expect((await read(officer)).body).toEqual({ read: 0 });
    for (const body of [{}, { until: 'yesterday' }, { until: '2020-02-30T00:00:00.000Z' }]) {
      const bad = await http.send(officer, 'post', { path: '/notices/read', body });
      expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until' }] } });
    }
  });

  it('tell everybody in a sentence what he is told, of which body, and where it leads', async () => {
    const holders = await world.dataSource.query<{ code: string; role: string }[]>(
      'SELECT DISTINCT p.code, n.office AS role FROM notices n JOIN people p ON p.id = n.person_id',
    );
    for (const { code } of holders) {
      const { items } = (await http.send(code, 'get', { path: '/me/notices?limit=200' })).body;
      for (const notice of items as Record<string, string>[]) {
        expect(notice).toMatchObject({ kind: expect.any(String), runId: expect.any(String), year: expect.any(Number) });
        expect(notice.code).toMatch(/^HC0001/);
        expect(notice.sentence).toMatch(/^合成机关党委.*202[01]年度：(?!.*请查看)\p{Script=Han}/u);
        expect([notice.sentence, notice.sentenceEn].join()).not.toMatch(ID);
        const path = `/${notice.kind}s/${notice.runId}`;
        if (notice.kind !== 'problem') {
          expect([path, (await http.send('GW11', 'get', { path })).status]).toEqual([path, 200]);
        }
      }
    }
    const recorder = present(holders.find(({ role }) => role === 'party-group-recorder'));
    const { items } = (await http.send(recorder.code, 'get', { path: '/me/notices?limit=200' })).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        subject: 'conclusions-submitted',
        kind: 'organisation-run',
        sentence: '合成机关党委0001 2020年度：结论名单已报送，请提请党组（党委）研究，并记录决定（2020年11月20日）',
      }),
    );
    const { items: officers } = (await http.send(officer, 'get', { path: '/me/notices?limit=200' })).body;
    expect(officers).toContainEqual(
      expect.objectContaining({
        kind: 'branch-run',
        sentence: '合成机关党委0001第001支部 2020年度：支部计划（2020年6月30日到期）逾期第 1 个工作日，请督促办理',
      }),
    );
  });

  it('name the deadline of a slip by its body, year and kind', async () => {
    expect(await linesOf('/slips')).toContainEqual(
      expect.objectContaining({ 时限编号: 'HC0001-001/2020', 时限名称: '合成机关党委0001第001支部 2020 支部计划' }),
    );
  });
});
