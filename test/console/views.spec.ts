import type { Page } from 'playwright-core';
import { ViewEntity } from '@app/persistence';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';

describeInBrowser('views of lists', () => {
  let system: ConsoleWorld;
  let officer: string;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path: string) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    await visit.page.locator('.list-total').waitFor();
    return visit;
  };
  const heads = (page: Page) => page.locator('table.list thead th:not(.chooser-cell)').allInnerTexts();
  const menu = (page: Page) => page.getByRole('button', { name: /^视图/ });
  const choose = async (page: Page, item: string) => {
    await menu(page).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'views' });
    officer = system.holderOf('organisation-officer');
    const handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('keeps how a list is looked at, by keyboard alone, and opens it by its address', async () => {
    const visit = await visitAs(officer, '/branch-runs?phase=survey&columns=branch,ownLight&sort=-code');
    const { page } = visit;
    await menu(page).focus();
    await page.keyboard.press('Enter');
    const saveAs = page.getByRole('menuitem', { name: '另存为视图' });
    await saveAs.waitFor();
    await page.keyboard.press('ArrowDown'); // there is no view yet: it is the first that can be chosen
    await page.locator('.ant-dropdown-menu-item-active', { hasText: '另存为视图' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '保存视图' });
    await dialog.getByLabel('名称').waitFor();
    await visit.picture('view-save');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog.getByLabel('名称').focus();
    await page.keyboard.type('每周看的摸底');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '视图：每周看的摸底' }).waitFor();
    await page.waitForURL(/view=/);
    await choose(page, '视图的地址');
    const address = await page.getByRole('dialog', { name: '视图的地址' }).getByRole('textbox').inputValue();
    const again = await visitAs(officer, new URL(address).pathname);
    await again.page.waitForURL(/\/branch-runs\?.*phase=survey/);
    await again.page.getByRole('button', { name: '视图：每周看的摸底' }).waitFor();
    expect(await heads(again.page)).toEqual(['序号', '党支部', '自身时限的灯']);
  });

  it('says that it was changed, and saves, renames and deletes it', async () => {
    const visit = await visitAs(officer, '/branch-runs');
    const { page } = visit;
    await choose(page, '每周看的摸底');
    await page.waitForURL(/sort=-code/);
    await page.getByRole('button', { name: '党支部', exact: true }).click();
    await page.getByRole('button', { name: '视图：每周看的摸底（有改动）' }).click();
    await visit.picture('view-menu');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('menuitem', { name: '保存视图' }).click();
    await page.getByRole('dialog', { name: '修改视图' }).getByRole('button', { name: '修改视图' }).click();
    await page.getByRole('button', { name: '视图：每周看的摸底', exact: true }).waitFor();
    const [view] = await system.world.dataSource.manager.find(ViewEntity);
    expect(view).toMatchObject({ version: 2, sort: 'code' });
    await choose(page, '改名、共用');
    const dialog = page.getByRole('dialog', { name: '修改视图' });
    await dialog.getByLabel('名称').fill('摸底');
    await dialog.getByLabel('与谁共用').fill('全体机关党组织工作人员');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '修改视图' }).click();
    await page.getByRole('button', { name: '视图：摸底' }).waitFor();
  });

  it('is found by the office that it is shared with, and shows it no more than that office may see', async () => {
    const [view] = await system.world.dataSource.manager.find(ViewEntity);
    const secretary = system.holderOf('branch-secretary');
    const shared = { role: 'branch-secretary', bodyId: null };
    const { body } = await system.http.send(system.holderOf('committee-officer'), 'post', {
      path: '/views',
      body: {
        list: 'branch-runs',
        name: '工委看的',
        filters: { phase: 'survey' },
        columns: ['ownLight'],
        shared,
      },
    });
    const { id } = body as { id: string };
    const old = { filters: { phase: 'survey', colour: 'red' }, columns: ['ownLight', 'smell'], sort: 'smell' };
    await system.world.dataSource.manager.update(ViewEntity, { id }, old); // as before filter and column were renamed
    const visit = await visitAs(secretary, `/views/${id}`);
    const { page } = visit;
    await page.getByText('视图中有 3 项清单上已经没有，未采用').waitFor();
    await page.locator('.list-total').getByText('共 1 条').waitFor();
    expect(await heads(page)).toEqual(['序号', '自身时限的灯']);
    await menu(page).click();
    await page.getByRole('menuitem', { name: /工委看的（/ }).waitFor();
    expect(await page.getByRole('menuitem', { name: '删除视图' }).count()).toBe(0);
    await visit.picture('view-left-out');
    expect(await visit.seriousFindings()).toEqual([]);
    const foreign = await system.visitAs(secretary, `/views/${view?.id}`);
    visits.push(foreign);
    await foreign.page.getByRole('alert').getByText('没有这个视图').first().waitFor();
    await foreign.picture('view-not-there');
  });

  it('is deleted once it was looked at', async () => {
    const { page } = await visitAs(officer, '/branch-runs');
    await choose(page, '摸底');
    await page.getByRole('button', { name: '视图：摸底' }).waitFor();
    await choose(page, '删除视图');
    await page.getByRole('dialog', { name: '删除视图' }).getByRole('button', { name: '删除视图' }).click();
    await page.getByRole('button', { name: '视图', exact: true }).waitFor();
    expect(await system.world.dataSource.manager.countBy(ViewEntity, { name: '摸底' })).toBe(0);
  });
});
