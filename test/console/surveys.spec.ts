import { ProblemEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

const DIMENSIONS = ['组织设置', '组织生活', '党员教育管理', '发展党员', '基本保障', '工作机制'];

describeInBrowser('a branch surveys itself, lists its problems and plans them', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  let secretary: string;
  let path: string;
  const visits: Visit[] = [];
  const visitAs = async (...asked: Parameters<ConsoleWorld['visitAs']>) => {
    const visit = await system.visitAs(...asked);
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ key: 'surveys', roster });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
    secretary = await system.codeOf(branch.secretary);
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
    path = `/surveys/${(await handOvers.newest(branch.runId, 'survey')).id}`;
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  const draft = async () => (await handOvers.newest(branch.runId, 'survey')).body as { answers: { note?: string }[] };
  const noteOf = ({ page }: Visit, dimension = '组织设置') => page.getByLabel(`${dimension}规范化：问题说明`);

  it('keeps what is typed through a reload, an API that is away and the end of the session', async () => {
    const visit = await visitAs(secretary, path);
    const { page } = visit;
    const line = page.getByRole('group', { name: '组织设置' });
    await line.getByText('发现问题', { exact: true }).click();
    await noteOf(visit).fill('换届工作安排偏晚');
    await page.reload(); // before anything is saved
    await noteOf(visit).waitFor();
    expect(await noteOf(visit).inputValue()).toBe('换届工作安排偏晚');
    await page.getByRole('status').getByText('已保存').waitFor();
    expect((await draft()).answers).toMatchObject([{ note: '换届工作安排偏晚' }]);

    await page.context().setOffline(true);
    await noteOf(visit).fill('换届工作安排偏晚，分工不清');
    await page.getByRole('status').getByText('未保存').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('status').getByText('已保存').waitFor();

    // out of reach while it is typed: the dialog of the session's end would take the keys
    await page.context().setOffline(true);
    await noteOf(visit).fill('换届工作安排偏晚，委员分工不清');
    await system.world.dataSource.query('DELETE FROM sessions');
    await page.context().setOffline(false);
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    await visit.signIn(system.http.accountOf(secretary));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('status').getByText('已保存').waitFor();
    expect((await draft()).answers).toMatchObject([{ note: '换届工作安排偏晚，委员分工不清' }]);
  });

  it('shows both texts where two people wrote the same draft, and saves the chosen one', async () => {
    const [one, other] = [await visitAs(secretary, path), await visitAs(secretary, path)];
    await noteOf(one).waitFor();
    await noteOf(other).fill('乙写的说明');
    await other.page.getByRole('status').getByText('已保存').waitFor();
    await noteOf(one).fill('甲写的说明');
    const conflict = one.page.getByRole('alert').filter({ hasText: '他人同时修改了这份草稿' });
    await conflict.getByText('甲写的说明').waitFor();
    await conflict.getByText('乙写的说明').waitFor();
    await one.picture('survey-conflict');
    expect(await one.seriousFindings()).toEqual([]);
    await one.page.reload(); // undecided: both are there still
    await conflict.getByText('甲写的说明').waitFor();
    await conflict.getByRole('button', { name: '保存本人所写' }).click();
    await one.page.getByRole('status').getByText('已保存').waitFor();
    expect((await draft()).answers).toMatchObject([{ note: '甲写的说明' }]);
  });

  it('says what is missing, enters a problem and hands the survey over', async () => {
    const visit = await visitAs(secretary, path);
    const { page } = visit;
    const submit = page.getByRole('button', { name: '报送摸底情况' });
    await page.getByText('尚未填完：组织生活规范化、').waitFor();
    await page
      .locator('.run-standing')
      .getByText(/^摸底调研/)
      .waitFor(); // which date is meant
    expect(await submit.isDisabled()).toBe(true);
    for (const name of DIMENSIONS.slice(1)) {
      await page.getByRole('group', { name }).getByText('未发现问题', { exact: true }).click();
    }
    await page.getByRole('button', { name: '登记问题' }).click();
    await page.getByLabel('所属方面').click();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '问题', exact: true }).fill('未按期制定换届方案');
    await page.getByLabel('评估前必须整改销号').check();
    await page.getByRole('form', { name: '登记问题' }).getByRole('button', { name: '登记问题' }).click();
    await page.getByText('尚无措施、责任人和时限').waitFor();
    await page.getByText('各方面已填写').waitFor();
    await visit.picture('survey');
    expect(await visit.seriousFindings()).toEqual([]);
    await submit.click();
    await page.getByText('摸底情况已报送').waitFor();
    await visit.picture('survey-handed-over');
    await handOvers.untilBranchesAre('survey-confirming', [branch]);
    await page.locator('.page-head').getByRole('link').click();
    await page.waitForURL(/\/branch-runs\//);
  });

  it('plans each problem, which is the plan of the branch, by keyboard alone', async () => {
    const other = present(handOvers.branches[1]);
    await handOvers.say(handOvers.officer, branch.workflowId, {
      name: 'confirmSurvey',
      input: { surveyClass: 'middle' },
    });
    await handOvers.survey(other);
    await handOvers.planOrganisation();
    const plan = await handOvers.newest(branch.runId, 'branch-plan');
    const visit = await visitAs(secretary, `/branch-plans/${plan.id}`);
    const { page } = visit;
    await page.getByText('还有 1 个问题没有措施').waitFor();
    await page.getByRole('button', { name: /^明确措施/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('整改措施').waitFor();
    await page.keyboard.type('制定换届方案并报批');
    await page.reload(); // what was typed is there when the form is opened again
    await page.getByRole('button', { name: /^明确措施/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('整改措施').waitFor();
    expect(await page.getByLabel('整改措施').inputValue()).toBe('制定换届方案并报批');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await visit.picture('branch-plan-form');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByLabel('完成时限').focus();
    await page.keyboard.type('20200930');
    await page.keyboard.press('Enter'); // takes the date and saves the line
    await page.getByText('1 个问题都已明确').waitFor();
    await page.getByText('2020年9月30日前').first().waitFor();
    await visit.picture('branch-plan');
    await page.getByRole('button', { name: '报送支部计划' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('支部计划已报送').waitFor();
    await page
      .getByRole('list', { name: '报送、署名情况' })
      .getByText(/^报送支部计划：.*党支部书记/)
      .waitFor();
    await handOvers.untilBranchesAre('plan-approving', [branch]);
  });

  it('shows another office the list without what it may not do', async () => {
    const visit = await visitAs(system.holderOf('inspector'), `/branch-problems/${branch.runId}`);
    await visit.page.getByText('未按期制定换届方案').waitFor();
    expect(await visit.page.locator('#main').getByRole('button').count()).toBe(0);
    await visit.picture('branch-problems');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('is reached from the list of all problems, with the one that was chosen in sight', async () => {
    const visit = await visitAs(system.holderOf('inspector'), '/problems');
    await visit.page.getByRole('link', { name: '未按期制定换届方案' }).click();
    await visit.page.locator('.card[aria-current=true]').getByText('未按期制定换届方案').waitFor();
    expect(visit.path).toContain(`/branch-problems/${branch.runId}?`);
  });

  it('leads from the task to the answer that is asked for, of the very problem', async () => {
    const raised = await system.world.dataSource.manager.findOneByOrFail(ProblemEntity, { branchId: branch.id });
    const path = `/problems/${raised.id}/raise`;
    const answer = await system.http.send(secretary, 'post', { path, body: { reason: '须由单位统筹' } });
    expect(answer.status).toBe(200);
    const visit = await visitAs(system.holderOf('organisation-officer'), '/');
    await visit.page.getByRole('link', { name: /^答复所提问题/ }).click();
    await visit.page.getByRole('form', { name: '答复' }).waitFor();
    await visit.picture('branch-problem-answer');
    expect(await visit.seriousFindings()).toEqual([]);
  });
});
