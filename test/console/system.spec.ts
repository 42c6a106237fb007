import type { Page } from 'playwright-core';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';

/** The part of a page under this heading; its table scrolls in a region of its own. */
const regionOf = (page: Page, name: string) => page.getByRole('region', { name }).last();

/** What is read of the programme and the roster, and what the three administrators see of the system. */
describeInBrowser('programme, roster and system', () => {
  let system: ConsoleWorld;
  const visits: Visit[] = [];
  const noted = (visit: Visit) => {
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    system = await ConsoleWorld.open({
      roster: syntheticRoster({ organisations: 2, branchesEach: 2, seed: 1 }),
      key: 'system',
    });
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults, refused }) => [...faults, ...refused])).toEqual([]);
    visits.length = 0;
  });

  it('asks nobody’s page for nothing that is refused', async () => {
    const visit = noted(await system.visit('/roster'));
    await visit.page.getByLabel('登录名').waitFor();
    expect(visit.path).toBe('/sign-in?back=%2Froster');
    await visit.signIn(system.http.accountOf(system.holderOf('committee-officer')));
    await visit.page.getByRole('heading', { name: '名册' }).waitFor();
  });

  it('reads the programme to a committee officer: each rule with its value, mark and clause', async () => {
    const visit = noted(await system.visitAs(system.holderOf('committee-officer'), '/programme'));
    const { page } = visit;
    await page.getByRole('row', { name: '达标分 95分以上（含） [D] 文件规定 三.4' }).waitFor();
    await page.getByRole('row', { name: /^公示 5个工作日 \[P\] 本方案自定/ }).waitFor();
    await page.getByRole('row', { name: /^2020 摸底调研 机关党组织 2020年5月31日/ }).waitFor();
    await page
      .getByRole('row', { name: /10月1日至10月8日 放假 .*国庆/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: '工作日历' }).click();
    expect(visit.path).toMatch(/#calendar$/);
    expect(await page.getByText(/undefined|null|NaN/).count()).toBe(0);
    await visit.picture('programme');
    expect(await visit.seriousFindings()).toEqual([]);
    await visit.speak('en');
    await page.getByRole('row', { name: /^Questions Political function/ }).waitFor();
    await page.getByRole('row', { name: /^Scale Satisfied/ }).waitFor();
    await visit.speak('zh');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: '工作日历' }).isVisible()).toBe(false);
    await page.screenshot({ path: '.duibiao/screens/programme-print.zh.png', fullPage: true });
  });

  it('shows the roster as of a day, from organisation to branch to people, and says where nothing is on record', async () => {
    const visit = noted(await system.visitAs(system.holderOf('committee-officer'), '/roster'));
    const { page } = visit;
    const organisations = regionOf(page, '机关党组织（2）');
    await organisations.waitFor();
    await regionOf(page, '工委岗位').getByRole('rowheader', { name: '系统管理员' }).waitFor();
    await visit.picture('roster');
    expect(await visit.seriousFindings()).toEqual([]);
    await organisations.getByRole('rowheader').first().getByRole('link').click();
    const branches = regionOf(page, '党支部（2）');
    await branches.getByText('党支部书记').first().waitFor();
    await branches
      .getByRole('link', { name: /^查看人员/ })
      .first()
      .click();
    await branches.getByText(/^名册载有 [1-9]\d* 人/).waitFor();
    await visit.picture('roster-organisation');
    expect(await visit.seriousFindings()).toEqual([]);
    const address = visit.path;
    await page.getByLabel('哪一天').fill('1999-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('这一天没有党支部记载').waitFor();
    expect(visit.path).toContain('asOf=1999-01-01');
    await page.goto(address);
    await branches.getByText(/^名册载有/).waitFor();
  });

  it('shows a branch secretary his branch, and nothing beside it', async () => {
    const visit = noted(await system.visitAs(system.holderOf('branch-secretary'), '/roster'));
    const { page } = visit;
    await regionOf(page, '党支部（1）').getByText('党支部书记').waitFor();
    expect(await page.locator('section').count()).toBe(1);
    await visit.picture('roster-branch');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('shows a system administrator how every part does; by keyboard from signing in', async () => {
    const visit = noted(await system.visit('/'));
    const { page } = visit;
    const { login, password } = system.http.accountOf(system.holderOf('system-administrator'));
    await page.getByLabel('登录名').waitFor();
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await visit.settled();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('系统');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '系统', exact: true }).waitFor();
    await page.getByText('后台办理程序 正常').waitFor();
    await page.getByRole('row', { name: /^办理.*@/ }).waitFor();
    await page.getByText('都在运行').waitFor();
    expect(await page.locator('nav').getByText('账号').count()).toBe(0);
    await visit.picture('system');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('shows a security administrator who is signed in, and who holds which office', async () => {
    const visit = noted(await system.visitAs(system.holderOf('security-administrator'), '/accounts?signedIn=true'));
    const { page } = visit;
    const login = system.http.accountOf(system.holderOf('security-administrator')).login;
    await page.getByRole('cell', { name: login, exact: true }).waitFor();
    await visit.picture('accounts');
    expect(await visit.seriousFindings()).toEqual([]);
    expect(await page.locator('nav').getByText('系统', { exact: true }).count()).toBe(0);
    await page.locator('nav').getByText('任职', { exact: true }).click();
    await page.getByRole('cell', { name: '党支部书记' }).first().waitFor();
    await visit.picture('grants');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('shows an auditor both, and what was refused', async () => {
    const visit = noted(await system.visitAs(system.holderOf('audit-administrator')));
    const { page } = visit;
    for (const name of ['系统', '账号', '任职', '未予办理']) {
      await page.locator('nav').getByText(name, { exact: true }).click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await visit.settled();
    }
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('names on the system’s page what was ended in the engine', async () => {
    const { engine, campaign } = system.world;
    await engine.workflow.getHandle(`campaign:${campaign.setting.campaignKey}`).terminate('by mistake');
    const visit = noted(await system.visitAs(system.holderOf('system-administrator'), '/system'));
    await visit.page.getByRole('cell', { name: '已被终止' }).waitFor();
    await visit.picture('system-dead');
    expect(await visit.seriousFindings()).toEqual([]);
  });
});
