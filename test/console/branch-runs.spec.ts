import { present } from '../support/present';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { ID } from '../support/ids';
import { BELOW_THE_MARK } from '../support/sheets';

describeInBrowser('the page of a branch', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let address: string;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path = address) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    return visit;
  };
  const officer = () => visitAs(system.holderOf('organisation-officer'));
  const secretary = () => visitAs(system.holderOf('branch-secretary'));
  const branch = () => present(handOvers.branches[0]);
  const own = () => handOvers.branches.slice(0, 4);
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'branch-runs' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    address = `/branch-runs/${branch().runId}`;
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('says where a branch stands, who must act and what comes next, and opens its survey', async () => {
    const visit = await officer();
    const { page } = visit;
    const standing = page.getByRole('region', { name: '当前情况' });
    await standing.getByText('待部署摸底').first().waitFor();
    await standing.getByText('机关党组织工作人员').waitFor();
    await standing.getByText('办结后进入“支部填报摸底”').waitFor();
    await visit.picture('branch-run-begun');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '部署摸底调研' }).click();
    const dialog = page.getByRole('dialog', { name: '部署摸底调研' });
    await dialog.waitFor();
    expect(visit.path).toBe(`${address}?do=openSurvey`);
    await dialog.getByRole('button', { name: '部署摸底调研' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await standing.getByText('党支部书记').waitFor();
    await page.locator('.course [aria-current=step]').getByText('支部填报摸底').waitFor();
    expect(await page.getByRole('button', { name: '部署摸底调研' }).count()).toBe(0);
  });

  it('leads the secretary from the page to the form, and offers him nothing of another office', async () => {
    const visit = await secretary();
    const commands = visit.page.getByRole('group', { name: '可办事项' });
    await commands.waitFor();
    expect(await commands.getByRole('link').allInnerTexts()).toEqual(['报送摸底情况', '登记问题']);
    expect(await commands.getByRole('button').count()).toBe(0);
    expect(await commands.getByRole('link').first().getAttribute('href')).toMatch(/^\/surveys\//);
    await visit.settled();
    expect(visit.refused).toEqual([]);
  });

  it('returns a survey only with a remark, and confirms it once, by keyboard, with what was written before its eyes', async () => {
    await handOvers.submitSurvey(branch());
    const visit = await officer();
    const { page } = visit;
    await page.getByRole('button', { name: '退回摸底情况' }).click();
    const returning = page.getByRole('dialog', { name: '退回摸底情况' });
    await returning.getByRole('button', { name: '退回摸底情况' }).click();
    await returning.getByText('请写明哪些地方需要补正').waitFor();
    await returning.getByLabel('退回意见').fill('请补写第二个方面');
    await returning.getByRole('button', { name: '退回摸底情况' }).click();
    await returning.waitFor({ state: 'hidden' });
    await handOvers.submitSurvey(branch());
    await page.reload();
    await page.getByRole('button', { name: '确认摸底情况' }).focus();
    await page.keyboard.press('Enter');
    const confirming = page.getByRole('dialog', { name: '确认摸底情况' });
    await confirming.getByText('未发现').first().waitFor();
    await visit.picture('branch-run-confirming');
    expect(await visit.seriousFindings()).toEqual([]);
    await confirming.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await confirming.waitFor({ state: 'hidden' });
    await page.locator('.course [aria-current=step]').getByText('待下达目标').waitFor();
    await page.locator('.course').getByText('第 2 次').first().waitFor();
  });

  it('says in the words of the API that another was quicker', async () => {
    for (const other of own().slice(1)) await handOvers.survey(other);
    await handOvers.planOrganisation(own());
    for (const one of own().slice(1)) await handOvers.planBranch(one);
    await handOvers.submitBranchPlan(branch());
    const visit = await officer();
    const { page } = visit;
    await page.getByRole('button', { name: '批准支部计划' }).click();
    const dialog = page.getByRole('dialog', { name: '批准支部计划' });
    await dialog.getByText('没有需要整改的问题').waitFor();
    await handOvers.approveBranchPlan(branch());
    await dialog.getByRole('button', { name: '批准支部计划' }).click();
    await dialog.getByRole('alert').waitFor();
    await visit.picture('branch-run-refused');
  });

  it('lays scores side by side, and tells the record in three zooms without an id on the way', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    await handOvers.apply(branch());
    await handOvers.assess(branch());
    const visit = await secretary();
    const { page } = visit;
    await page.getByRole('region', { name: '评分对照' }).getByText('合计').waitFor();
    await page.getByText('支部自评').first().waitFor();
    const lines = page.locator('.record-line');
    await lines.first().waitFor();
    await page.locator('.record-idle').first().waitFor();
    const milestones = await lines.count();
    await visit.picture('branch-run', { readme: 'branch' });
    expect(await visit.seriousFindings()).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(ID);
    await page.getByText('全部事项').click();
    await page.getByText('原始记录').click();
    await page.locator('.record-raw').first().waitFor();
    expect(visit.path).toBe(`${address}?zoom=raw`);
    expect(await lines.count()).toBeGreaterThan(milestones);
    await visit.picture('branch-run-raw');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('says of which application each score is, and keeps what was handed over beside an empty draft', async () => {
    const failed = present(own()[1]);
    await handOvers.apply(failed);
    await handOvers.assess(failed, { ...BELOW_THE_MARK, remark: '评估' });
    const visit = await visitAs(await system.codeOf(failed.secretary), `/branch-runs/${failed.runId}`);
    const { page } = visit;
    const heads = page.getByRole('region', { name: '评分对照' }).first().getByRole('columnheader');
    await heads.getByText('对标评估').waitFor();
    expect(await heads.allInnerTexts()).toEqual(['方面', '分值', '支部自评', '对标评估']);
    const standing = page.getByRole('region', { name: '当前情况' });
    expect(await standing.innerText()).not.toContain('按期办结'); // its own dates are met, its assessment is not
    await visit.picture('branch-run-failed');
    await handOvers.goTo('2020-10-13T02:00:00.000Z');
    await handOvers.applyAgain(failed);
    await page.reload();
    await page.getByText('第 2 次申报尚未作出对标评估').waitFor();
    expect((await heads.allInnerTexts()).map((head) => head.replace(/\s+/g, ' '))).toEqual([
      '方面',
      '分值',
      '支部自评 第 2 次申报',
      '对标评估 第 1 次申报',
    ]);
    expect(await standing.locator('.standing-head').innerText()).toMatch(/对标评估\s*正常/);
    expect(await standing.innerText()).not.toContain('按期办结');
    await visit.picture('branch-run-again');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('says to who has not applied yet that he still may when the date is over, and to who failed that he may not', async () => {
    const [, failed, late] = own().map(present);
    await handOvers.goTo('2020-12-02T02:00:00.000Z');
    const standing = async (one: BranchWithRun) => {
      const visit = await visitAs(await system.codeOf(one.secretary), `/branch-runs/${one.runId}`);
      const region = visit.page.getByRole('region', { name: '当前情况' });
      await region.waitFor();
      await visit.settled();
      return region.innerText();
    };
    expect(await standing(present(late))).toContain('期限已过，仍可申报，记为逾期');
    await handOvers.assess(present(failed), { ...BELOW_THE_MARK, remark: '再评估' });
    const told = await standing(present(failed));
    expect(told).toContain('本年度止于');
    expect(told).not.toContain('仍可申报');
  });

  it('keeps from another branch what is not its own, in the words of the API', async () => {
    const visit = await visitAs(
      system.holderOf('branch-secretary'),
      `/branch-runs/${present(handOvers.branches[5]).runId}`,
    );
    await visit.page.getByRole('alert').waitFor();
    expect(await visit.page.locator('h1').count()).toBe(0);
  });
});
