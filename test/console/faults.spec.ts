import { DocumentEntity, PersonEntity } from '@app/persistence';
import type { Request } from 'playwright-core';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { OwnSystem } from '../support/own-system';
import { present } from '../support/present';
import { kill } from '../support/worker-process';

describeInBrowser('what breaks under an open page', () => {
  let own: OwnSystem;
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  let other: BranchWithRun;
  let secretary: string;
  let documentId: string;
  const visits: Visit[] = [];
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    own = await OwnSystem.start(roster);
    system = await ConsoleWorld.before(own, roster);
    handOvers = await HandOvers.of(own.world);
    await handOvers.openRound();
    [branch, other] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    for (const { workflowId } of [branch, other])
      await handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' });
    const { manager } = own.world.dataSource;
    secretary = (await manager.findOneByOrFail(PersonEntity, { id: branch.secretary.personId })).code;
    documentId = (await handOvers.newest(branch.runId, 'survey')).id;
  }, 300_000);
  afterAll(() => (system ?? own)?.close(), 120_000);
  afterEach(() => {
    // while a part is away, 503 is what is promised
    expect(visits.flatMap(({ faults }) => faults).filter((fault) => !fault.startsWith('503'))).toEqual([]);
    visits.length = 0;
  });

  const visitAs = async (person: string, path: string) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    return visit;
  };
  const survey = () => visitAs(secretary, `/surveys/${documentId}`);
  const noteOf = ({ page }: Visit) => page.getByLabel('组织设置规范化：问题说明');
  const said = ({ page }: Visit, words: string) => page.getByRole('status').getByText(words).first().waitFor();
  const notesSaved = async () => {
    const { body } = await handOvers.newest(branch.runId, 'survey');
    return (body as { answers: { note?: string }[] }).answers.flatMap(({ note }) => note ?? []);
  };
  const eventsOf = async (type: string) => {
    const rows = await own.world.dataSource.query<{ type: string }[]>(
      'SELECT type FROM process_events WHERE stream = ? AND type = ?',
      [branch.workflowId, type],
    );
    return rows.length;
  };

  it('the API is killed while a form is written: the text stands, it is said, and it is saved once the API is back', async () => {
    const visit = await survey();
    await visit.page.getByRole('group', { name: '组织设置' }).getByText('发现问题', { exact: true }).click();
    await said(visit, '已保存');
    await visit.settled();
    await kill(own.api);
    await noteOf(visit).fill('换届工作安排偏晚');
    await said(visit, '系统没有应答');
    await said(visit, '未保存');
    expect(await noteOf(visit).inputValue()).toBe('换届工作安排偏晚');
    await visit.page.screenshot({ path: '.duibiao/screens/fault-silent.zh.png' });
    await own.startApi();
    await said(visit, '系统已恢复应答');
    await said(visit, '已保存');
    expect(await notesSaved()).toEqual(['换届工作安排偏晚']);
  }, 240_000);

  it('what others do after an API came back is told to a page that was open before', async () => {
    const { id: otherId } = await handOvers.newest(other.runId, 'survey');
    const visit = await visitAs(system.holderOf('organisation-officer'), `/surveys/${otherId}`);
    const here = visit.page.getByText('摸底情况已报送');
    await visit.settled();
    expect(await here.count()).toBe(0);
    await kill(own.api);
    await said(visit, '系统没有应答'); // nothing was sent: the broken stream shows it
    await own.startApi();
    await said(visit, '系统已恢复应答');
    await handOvers.submitSurvey(other);
    await here.first().waitFor();
  }, 240_000);

  it('the laptop sleeps an hour: what was typed is there after one signed in again, and saved once', async () => {
    const visit = await survey();
    const { page } = visit;
    await noteOf(visit).waitFor();
    await visit.settled();
    const before = (await own.world.dataSource.manager.findOneByOrFail(DocumentEntity, { id: documentId })).version;
    const session = await page.context().newCDPSession(page);
    await noteOf(visit).fill('委员分工不清');
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await own.world.dataSource.query('UPDATE sessions SET last_seen_at = last_seen_at - INTERVAL 1 HOUR');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await noteOf(visit).press('End'); // whoever wakes it goes on where he was
    await noteOf(visit).pressSequentially('。');
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    await visit.signIn(system.http.accountOf(secretary));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await said(visit, '已保存');
    expect(await notesSaved()).toEqual(['委员分工不清。']);
    const after = (await own.world.dataSource.manager.findOneByOrFail(DocumentEntity, { id: documentId })).version;
    expect(after - before).toBeLessThanOrEqual(2); // frozen before or after its first save, never more
  }, 240_000);

  it('the API is killed while a command is under way: attached again under its key, it is done once', async () => {
    const visit = await survey();
    const { page } = visit;
    for (const name of ['组织生活', '党员教育管理', '发展党员', '基本保障', '工作机制'])
      await page.getByRole('group', { name }).getByText('未发现问题', { exact: true }).click();
    await page.getByText('各方面已填写').waitFor();
    await said(visit, '已保存');
    await visit.settled();
    const sent: Request[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request);
    });
    own.worker.kill('SIGSTOP'); // so that the command waits in the engine
    try {
      await page.getByRole('button', { name: '报送摸底情况' }).click();
      await eventually(async () => sent.length > 0, 'it is sent');
      await kill(own.api);
      await said(visit, '系统没有应答');
      await own.startApi();
    } finally {
      own.worker.kill('SIGCONT');
    }
    await page.getByText('摸底情况已报送').waitFor();
    await handOvers.untilBranchesAre('survey-confirming', [branch]);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map((request) => request.headers()['idempotency-key'])).size).toBe(1);
    expect(await eventsOf('survey-submitted')).toBe(1);
  }, 240_000);
});
