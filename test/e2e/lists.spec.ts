import type { IncomingMessage } from 'node:http';
import { campaignWorkflowId } from '@app/contracts';
import { idOf, openDataSource } from '@app/persistence';
import { connectUntilSilent } from '@app/platform';
import { sampleRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { rowsOf } from '../support/tables';

const KEY = 'lists';
const AT = '2020-04-17T02:00:00.000Z';
const ROW_LIMIT = 450;
const SILENCE_MS = 2500;

describe('lists as tables', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  const roster = sampleRoster();
  beforeAll(async () => {
    world = await LocalWorld.open({ roster, key: KEY });
    const attribution = {
      actor: idOf(world.campaignId, 'person', 'GW11'),
      office: 'committee-officer',
      receivedAt: AT,
    } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
    http = await HttpWorld.open({ ...parts(), csvRowLimit: ROW_LIMIT });
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const parts = () => ({ dataSource: world.dataSource, campaign: world.campaign });
  const csv = (person: string, path: string) =>
    http.send(person, 'get', { path: `${path}${path.includes('?') ? '&' : '?'}format=csv` });

  it('holds the whole list, beyond any page, in the order of the pages', async () => {
    const { text, headers } = await csv('GW11', '/people');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="people.csv"',
      'duibiao-row-limit': String(ROW_LIMIT),
    });
    expect(roster.people.length).toBeGreaterThan(200);
    expect(rowsOf(text).map((row) => row['编号 code'])).toEqual(roster.people.map(({ code }) => code).sort());
  });

  it('is narrowed as its pages are, and kept to its readers', async () => {
    expect(rowsOf((await csv('JG03-Z02', '/branch-runs?year=2020')).text)).toHaveLength(8);
    expect(rowsOf((await csv('GW11', '/branch-runs?year=2020&q=JG04-01')).text)).toHaveLength(1);
    expect(rowsOf((await csv('GW11', '/branch-runs?year=2021')).text)).toEqual([]);
    expect((await csv('GW11', '/branch-runs?year=2021')).text).toMatch(
      /^\uFEFF版本 version,年度 year,.*,流程 workflowId,/,
    );
    for (const [person, path, code] of [
      ['JG03-02-S1', '/refusals', 'forbidden'],
      ['GW11', '/branch-runs?cursor=x', 'invalid-input'],
      ['GW11', '/branch-runs?campaignId=0000000000000000', 'not-in-scope'],
    ] as const) {
      const { body, headers } = await csv(person, path);
      expect([path, body.code, headers['content-type']]).toEqual([
        path,
        code,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('says words beside codes, names beside ids, times of Shanghai', async () => {
    const [row] = rowsOf((await csv('JG03-02-S1', '/branch-runs?year=2020')).text);
    expect(row).toMatchObject({
      '党支部编号 branchCode': 'JG03-02',
      阶段: '摸底调研',
      '阶段代码 phase': 'survey',
      环节: '待部署摸底',
      '环节代码 step': 'survey-opening',
      灯: '正常',
      '灯代码 light': 'on-track',
      '自何时起 since（Asia/Shanghai）': '2020-04-17 10:00:00',
      由谁办理: '机关党组织工作人员',
      '由谁办理代码 waitingOn.role': 'organisation-officer',
      办理机构编号: 'JG03',
      办理机构名称: roster.organisations.find(({ code }) => code === 'JG03')?.name,
      '提前达标 early': '否',
      '评估得分（有复核的为复核得分） superiorScore': '',
    });
  });

  it('has the columns asked for alone, in their order, without codes and ids', async () => {
    const { text } = await csv(
      'GW11',
      '/branch-runs?year=2020&q=JG04-01&fields=light,branchName,waitingOn,awaited.dueDate',
    );
    expect(text.split('\r\n')[0]).toBe(
      '\uFEFF灯,党支部名称 branchName,由谁办理,办理机构类型,办理机构编号,办理机构名称,何时办结 awaited.dueDate',
    );
    expect(rowsOf(text)).toMatchObject([{ 灯: '正常', 办理机构编号: 'JG04' }]);
    const { status, body } = await csv('GW11', '/branch-runs?fields=light,password');
    expect([status, body.code, body.details?.pointer]).toEqual([400, 'invalid-input', '/query/fields']);
  });

  it('takes texts as they were entered: one row each, none computed', async () => {
    const branch = idOf(world.campaignId, 'branch', 'JG04-01');
    const texts = [
      '第一，会议记录不全\n第二，缺签到表',
      '缺签到表\n=2+2',
      '＝2+2',
      '－2+3',
      '=2+2',
      '他说"好"，\r\n再改',
    ];
    const items = texts.map((description) => ({ branchId: branch, dimension: 'D1', description }));
    const { status } = await http.send('JG04-Z02', 'post', { path: '/problems/import', body: { items } });
    expect(status).toBe(200);
    const rows = rowsOf((await csv('JG04-Z02', '/problems')).text);
    expect(rows.map((row) => row['问题 description']).sort()).toEqual(
      [
        '第一，会议记录不全\n第二，缺签到表',
        "缺签到表\n'=2+2",
        "'＝2+2",
        "'－2+3",
        "'=2+2",
        '他说"好"，\r\n再改',
      ].sort(),
    );
    expect(rows[0]).toMatchObject({ 来源: '上年度检查', 状态: '已登记', '党支部编号 branchCode': 'JG04-01' });
    expect(rows[0]?.['方面']).toMatch(/\p{Script=Han}/u);
    const refused = await http.send('JG03-02-S1', 'post', { path: '/problems', body: items[0] ?? {} });
    expect(refused.body.code).toBe('not-in-scope');
    const [refusal] = rowsOf((await csv('GW11', '/refusals')).text);
    expect(refusal).toMatchObject({ 办理事项: '登记问题', 拒绝原因: '不在所任岗位的范围内', 对象编号: 'JG04-01' });
    const { body } = await http.send('GW11', 'get', { path: '/refusals' });
    expect(body.items[0]).toMatchObject({
      reason: '不在所任岗位的范围内',
      reasonEn: 'Outside the scope of your office',
    });
  });

  it('says where a list was cut, and the rest can be had', async () => {
    await manyProblems(ROW_LIMIT + 10);
    const { text } = await csv('JG04-Z02', '/problems');
    expect(() => rowsOf(text)).toThrow(/Invalid Record Length/);
    const [head, note] = [text.slice(0, text.lastIndexOf('清单未完')), text.slice(text.lastIndexOf('清单未完'))];
    expect(rowsOf(head)).toHaveLength(ROW_LIMIT);
    expect(note).toMatch(/^清单未完：已列 450 行，.*cursor=[\w-]+ /);
    const rest = await csv('JG04-Z02', `/problems?cursor=${/cursor=([\w-]+)/.exec(note)?.[1]}`);
    const all = [...rowsOf(head), ...rowsOf(rest.text)].map((row) => row['标识 id']);
    expect([all.length, new Set(all).size]).toEqual([ROW_LIMIT + 16, ROW_LIMIT + 16]);
  });

  it('answers so many as are asked for, and says where to go on', async () => {
    const { text, headers } = await csv('JG04-Z02', '/problems?limit=3');
    expect(rowsOf(text)).toHaveLength(3);
    expect(headers).toMatchObject({
      'duibiao-row-limit': '3',
      'duibiao-next-cursor': expect.stringMatching(/^[\w-]+$/),
    });
  });

  it('breaks off where it cannot go on: what is short never looks whole', async () => {
    await manyProblems(ROW_LIMIT, '缺'.repeat(20_000));
    const asked = http.send('JG04-Z02', 'get', {
      path: '/problems?format=csv',
      onAnswer: (answer, done) => {
        answer.on('end', () => done(null, 'whole'));
        answer.pause();
        void killOthers().then(() => answer.resume());
      },
    });
    await expect(asked).rejects.toThrow(/aborted|hang up/);
    await eventually(
      async () => (await http.send('GW11', 'get', { path: '/people' })).status === 200,
      'it serves again',
    );
  });

  it('waits for a reader that pauses longer than a connection may be silent', async () => {
    for (let times = 0; times < 3; times += 1) await manyProblems(ROW_LIMIT, '缺'.repeat(20_000));
    const dataSource = await openDataSource({
      url: world.database.appUrl,
      connect: (port, host) => connectUntilSilent(port, host, SILENCE_MS),
    });
    const other = await HttpWorld.open({ ...parts(), dataSource });
    try {
      const { body } = await other.send('JG04-Z02', 'get', {
        path: '/problems?format=csv',
        onAnswer: (answer, done) => {
          const read: Buffer[] = [];
          answer.on('data', (part: Buffer) => read.push(part));
          answer.on('end', () => done(null, Buffer.concat(read).toString('utf8')));
          answer.pause();
          setTimeout(() => answer.resume(), 2 * SILENCE_MS);
        },
      });
      expect((body as unknown as string).match(/缺{20000}/g)).toHaveLength(4 * ROW_LIMIT);
    } finally {
      await other.close();
      await dataSource.destroy();
    }
  });

  it('writes four long lists at once, asks for patience with a fifth, and goes on with short ones', async () => {
    const other = await HttpWorld.open(parts());
    const readers: IncomingMessage[] = [];
    const onAnswer = (answer: IncomingMessage, done: (error: Error | null, body: unknown) => void) => {
      readers.push(answer);
      answer.on('end', () => done(null, 'whole'));
      answer.pause();
    };
    try {
      const reading = Array.from({ length: 4 }, () =>
        other.send('JG04-Z02', 'get', { path: '/problems?format=csv', onAnswer }),
      );
      await eventually(() => Promise.resolve(readers.length === 4), 'four lists are written');
      const fifth = await other.send('GW11', 'get', { path: '/people?format=csv' });
      expect([fifth.status, fifth.body]).toMatchObject([429, { code: 'too-many-requests', details: { atOnce: 4 } }]);
      expect((await other.send('GW11', 'get', { path: '/people?format=csv&limit=3' })).status).toBe(200);
      for (const reader of readers) reader.resume();
      expect((await Promise.all(reading)).map(({ body }) => body as unknown)).toEqual(Array(4).fill('whole'));
      await eventually(
        async () => (await other.send('GW11', 'get', { path: '/people?format=csv' })).status === 200,
        'a long list is written again',
      );
    } finally {
      await other.close();
    }
  });

  async function killOthers(): Promise<void> {
    const others = await world.dataSource.query<{ id: number }[]>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) await world.dataSource.query(`KILL ${id}`).catch(() => undefined);
  }

  async function manyProblems(count: number, description = '缺签到表'): Promise<void> {
    const columns = `campaign_id, programme_version, branch_id, opened_year, version, dimension, source, description, mandatory, state`;
    await world.dataSource.query(
      `INSERT INTO problems (id, ${columns}) SELECT LEFT(REPLACE(UUID(), '-', ''), 16), ${columns.replace('description', '?')}
         FROM problems JOIN (SELECT o.id AS other FROM people o JOIN areas a) s WHERE description = '=2+2' LIMIT ${count}`,
      [description],
    );
  }
});
