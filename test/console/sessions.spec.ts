import { IsNull, Not } from 'typeorm';
import { NoticeEntity } from '@app/persistence';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';

describeInBrowser('the console', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let officer: string;
  let secretary: string;
  const visits: Visit[] = [];
  const noted = (visit: Visit) => {
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'sessions' });
    [officer, secretary] = [system.holderOf('committee-officer'), system.holderOf('branch-secretary')];
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('asks for a session first, says in words what is wrong, and goes on to what was asked for', async () => {
    const visit = noted(await system.visit('/overview?year=2020'));
    const { page } = visit;
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(visit.path).toMatch(/^\/sign-in\?/);
    await visit.picture('sign-in');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('请填写口令').waitFor();
    await visit.signIn({ ...system.http.accountOf(officer), password: 'another' });
    await page.getByRole('alert').getByText('登录名或口令不对').first().waitFor();
    await visit.speak('en');
    await visit.signIn({ ...system.http.accountOf(officer), password: 'another' });
    await page.getByRole('alert').getByText('Wrong login or password').waitFor();
    await visit.speak('zh');
    await visit.signIn(system.http.accountOf(officer));
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(visit.path).toBe('/overview?year=2020');
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'duibiao_session', httpOnly: true, sameSite: 'Strict' }]);
    const readable = 'document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })';
    expect(await page.evaluate<string>(readable)).not.toContain(cookies[0]?.value);
  });

  it('shows an officer the board, in both languages and in dark', async () => {
    const visit = noted(await system.visitAs(officer, '/overview'));
    const { page } = visit;
    const lines = page.locator('table.board').first().locator('tr.line-organisation');
    await lines.first().waitFor();
    expect(await lines.count()).toBe(3);
    await visit.picture('overview');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '深色显示' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await visit.picture('overview-dark');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.reload();
    await page.locator('html[data-theme=dark] table.board').first().waitFor();
  });

  it('shows an office what waits for it, and whom nothing waits for that this is so', async () => {
    const busy = noted(await system.visitAs(system.holderOf('organisation-officer')));
    await busy.page.locator('section[aria-labelledby=tasks] .card').first().waitFor();
    await busy.picture('work');
    expect(await busy.seriousFindings()).toEqual([]);
    const free = noted(await system.visitAs(secretary));
    await free.page.getByText('没有待办事项').waitFor();
    await free.picture('work-free');
    expect(await free.seriousFindings()).toEqual([]);
  });

  it('keeps the page when the session ends, and goes on after signing in again', async () => {
    const visit = noted(await system.visitAs(secretary, '/overview'));
    const { page } = visit;
    await page.locator('table.board').first().waitFor();
    await system.world.dataSource.query('DELETE FROM sessions');
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('dialog').getByText('登录已过期').waitFor();
    expect(await visit.seriousFindings()).toEqual([]);
    await visit.signIn(system.http.accountOf(secretary));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  it('can be entered, walked and left by keyboard alone', async () => {
    const visit = noted(await system.visit('/'));
    const { page } = visit;
    const { login, password } = system.http.accountOf(officer);
    await page.getByLabel('登录名').waitFor();
    await page.keyboard.type(login); // the first field has the focus
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('总览');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(visit.path).toBe('/overview');
  });

  it('answers an address that leads nowhere, and one of another site to go back to, on its own ground', async () => {
    const lost = noted(await system.visit('/no/such/page'));
    await lost.page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    const lured = noted(await system.visit('/sign-in?back=//elsewhere.example/'));
    await lured.signIn(system.http.accountOf(officer));
    await lured.page.getByRole('heading', { name: '工作台' }).waitFor();
    expect(lured.path).toBe('/');
  });

  it('sends what got no answer again by itself, once the network is back, and it is done once', async () => {
    await system.world.goTo('2020-05-27T02:00:00.000Z');
    const visit = noted(await system.visitAs(system.holderOf('organisation-officer')));
    const { page } = visit;
    const unread = page.getByRole('button', { name: /(?<!全部)已阅$/ });
    await unread.first().waitFor();
    await visit.picture('work-notices');
    const before = await unread.count();
    await page.context().setOffline(true);
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/read'));
    await unread.first().click();
    await failed;
    await page.context().setOffline(false);
    await eventually(async () => (await unread.count()) === before - 1, 'the notice is read');
    expect(await system.world.dataSource.manager.countBy(NoticeEntity, { readAt: Not(IsNull()) })).toBe(1);
    expect(await page.evaluate<number>("Object.keys(sessionStorage).filter((key) => key.includes('key')).length")).toBe(
      0,
    );
  });
});
