import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';

describeInBrowser('notices by mail', () => {
  let system: ConsoleWorld;
  const visits: Visit[] = [];
  const noted = (visit: Visit) => {
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'mails' });
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('are asked for in the menu of the account, with an address of one’s own, and ended there', async () => {
    const visit = noted(await system.visitAs(system.holderOf('organisation-officer'), '/'));
    const { page } = visit;
    const dialog = page.getByRole('dialog', { name: '邮件提醒' });
    const open = async () => {
      await page.locator('header').getByRole('button', { name: '机关党组织工作人员' }).click();
      await page.getByRole('menuitem', { name: '邮件提醒' }).click();
      await dialog.getByLabel('邮箱地址').waitFor();
    };
    await open();
    await dialog.getByText('本系统现在不发邮件').waitFor();
    await visit.picture('mail-address');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog.getByLabel('邮箱地址').fill('officer@office.example');
    await dialog.getByText('只要督办').click();
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存，今后的通知发到这个邮箱').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await open();
    expect(await dialog.getByLabel('邮箱地址').inputValue()).toBe('officer@office.example');
    expect(await dialog.getByRole('radio', { name: '只要督办' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '停用邮件提醒' }).click();
    await dialog.getByRole('button', { name: '停用邮件提醒' }).waitFor({ state: 'hidden' });
    expect(await dialog.getByLabel('邮箱地址').inputValue()).toBe('');
  });

  it('are listed for the administrator of the system, and say so where there are none', async () => {
    const visit = noted(await system.visitAs(system.holderOf('system-administrator'), '/deliveries'));
    await visit.page.getByRole('heading', { level: 1, name: '送达台账' }).waitFor();
    await visit.page
      .getByText('没有符合条件的内容')
      .or(visit.page.getByText(/^共 0 条$/))
      .first()
      .waitFor();
    await visit.picture('deliveries');
    expect(await visit.seriousFindings()).toEqual([]);
  });
});
