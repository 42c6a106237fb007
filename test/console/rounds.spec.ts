import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

/** What the committee does with a year: opens it, publishes, recognises, closes it (苏委工〔2020〕6号 二, 三.4). */
describeInBrowser('a round before the committee', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let officer: Visit;
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ roster, key: 'rounds' });
    handOvers = await HandOvers.of(system.world);
    officer = await system.visitAs(await system.codeOf(present(handOvers.committee[0])), '/rounds');
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => expect(officer.faults).toEqual([]));

  it('is opened', async () => {
    const { page } = officer;
    await page.getByText('还没有启动年度').waitFor();
    await officer.picture('rounds-none');
    await page.getByRole('button', { name: '启动年度工作（2020年度）' }).click();
    await page.getByRole('cell', { name: '进行中' }).waitFor();
    await page.getByText('2021年度到2021年1月4日自动启动，无须办理').waitFor();
    expect(await page.getByRole('button', { name: /启动/ }).count()).toBe(0);
    await officer.picture('rounds');
    expect(await officer.seriousFindings()).toEqual([]);
    await handOvers.untilOrganisationIs('planning');
  });

  it('has its list published, which is read before, and recognised once its days are over', async () => {
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    await handOvers.decideAndFile();
    await handOvers.inspect(1, handOvers.branches, { verdict: 'upheld' });
    await handOvers.untilBranchesAre('publication-waiting');
    const { page } = officer;
    await page.getByRole('link', { name: '公示' }).click();
    await page.getByRole('button', { name: '公示这 2 个党支部' }).waitFor();
    await officer.picture('publications-next');
    expect(await officer.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '公示这 2 个党支部' }).click();
    await page.getByRole('dialog').getByText('公示以后名单不能更改').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '开始公示' }).click();
    await page.getByRole('cell', { name: '公示中' }).waitFor();
    await page.getByRole('link', { name: '2', exact: true }).click();
    await page.getByRole('heading', { name: '2020年度公示名单' }).waitFor();
    await page.getByText('2 个党支部 · 2020年').waitFor();
    expect(await page.getByRole('rowheader').getByRole('link').count()).toBe(2);
    await officer.picture('publication');
    expect(await officer.seriousFindings()).toEqual([]);
    await page.getByRole('link', { name: '全部公示' }).click();
    await handOvers.untilBranchesAre('published');
    await page.getByRole('link', { name: '集中认定' }).click();
    await page.getByText('期满以后才能认定').waitFor();
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await page.reload();
    await page.getByLabel('认定文号').waitFor();
    await officer.picture('recognitions-record');
    expect(await officer.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '记录认定' }).click();
    await page.getByText('请填写文号').waitFor();
    await page.getByLabel('认定日期').fill('2020-10-15'); // before the days of publication are over: recorded, and said
    await page.keyboard.press('Tab');
    await page.getByLabel('认定文号').fill('苏委工[2020]61号');
    await page.getByRole('button', { name: '记录认定' }).click();
    await page.getByRole('rowheader', { name: '苏委工〔2020〕61号' }).waitFor();
    await page.getByRole('cell', { name: '认定日期在公示期满以前' }).waitFor();
    await officer.picture('recognitions');
    await handOvers.untilBranchesAre('recognised');
  });

  it('foretells nothing of a goal that is reached', async () => {
    const { page } = officer;
    await page.goto('/overview');
    await page.getByText('已达到目标。').waitFor();
    await officer.settled();
    expect(await page.locator('main').innerText()).not.toMatch(/预计|按目前进度|推算/);
  });

  it('is closed by the list of what becomes of each branch, with the number of the decision', async () => {
    const { page } = officer;
    await page.locator('nav').getByText('年度', { exact: true }).click();
    await page.getByRole('link', { name: '结束年度' }).click();
    await page.getByRole('heading', { name: '结束 2020年度' }).waitFor();
    await page.getByText('已认定').waitFor();
    await officer.picture('round-closing');
    expect(await officer.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '按此名单结束' }).click();
    await page.getByText('请填写文号').waitFor();
    await page.getByLabel('结束决定文号').fill('苏委工〔2020〕结字1号');
    await page.getByRole('button', { name: '按此名单结束' }).click();
    await page.getByRole('cell', { name: '已结束' }).waitFor();
    await page.getByText('计入范围 2 个，已备案 2 个，已认定 2 个').waitFor();
    await officer.picture('rounds-closed');
    await handOvers.untilBranchesAre('closed');
  });

  it('is read by others without what they may not do', async () => {
    const reader = await system.visitAs(await system.codeOf(present(handOvers.branches[0]).secretary), '/rounds');
    await reader.page.getByRole('cell', { name: '已结束' }).waitFor();
    expect(await reader.page.getByRole('button', { name: /启动/ }).count()).toBe(0);
    await reader.page.getByRole('link', { name: '公示' }).click();
    await reader.page.getByRole('cell', { name: '已认定' }).waitFor();
    expect(await reader.page.getByRole('button', { name: /公示/ }).count()).toBe(0);
    await reader.page.getByRole('link', { name: '集中认定' }).click();
    await reader.page.getByRole('link', { name: '2', exact: true }).click();
    await reader.page.getByRole('heading', { name: '2020年度公示名单' }).waitFor();
    expect(await reader.page.getByRole('rowheader').count()).toBe(2);
    expect(await reader.page.getByRole('rowheader').getByRole('link').count()).toBe(0);
    expect(reader.faults).toEqual([]);
  });
});
