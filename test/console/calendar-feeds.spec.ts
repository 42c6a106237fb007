import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

describeInBrowser('a calendar feed', () => {
  let system: ConsoleWorld;
  let visit: Visit;
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'feeds' });
    const handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    const permissions = ['clipboard-read', 'clipboard-write'];
    visit = await system.visitAs(system.holderOf('organisation-officer'), '/', { permissions });
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => expect(visit.faults).toEqual([]));

  const dialog = () => visit.page.getByRole('dialog', { name: '日历订阅' });
  const open = async () => {
    await visit.page.locator('header').getByRole('button', { name: '机关党组织工作人员' }).click();
    await visit.page.getByRole('menuitem', { name: '日历订阅' }).click();
    await dialog().waitFor();
  };
  const shown = () => dialog().getByRole('textbox', { name: '订阅地址' }).inputValue();
  const statusOf = async (address: string) => (await fetch(address)).status;
  const sure = async (what: string) => {
    await dialog().getByRole('button', { name: what }).click();
    const question = visit.page.getByRole('dialog', { name: what });
    await question.getByRole('button', { name: what }).click();
    await question.waitFor({ state: 'hidden' });
  };

  it('is got from the menu of the account, copied, and leads to one’s own dates', async () => {
    await open();
    await visit.picture('calendar-feed');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog().getByRole('button', { name: '取得日历订阅地址' }).click();
    await dialog().getByText('地址只显示这一次').waitFor();
    await visit.picture('calendar-feed-shown');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog().getByRole('button', { name: '复制地址' }).click();
    await visit.page.getByText('已复制').waitFor();
    const address = await visit.page.evaluate<string>('navigator.clipboard.readText()');
    expect(await shown()).toBe(address);
    const answer = await fetch(address);
    const text = (await answer.text()).replaceAll('\r\n ', '');
    expect([answer.status, text]).toEqual([
      200,
      expect.stringContaining('SUMMARY:【演练】年度计划（2020年度）') as string,
    ]);
    const [, place] = present(/^URL:(.*organisation-runs.*)\r$/m.exec(text) ?? undefined);
    await visit.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await visit.page.goto(present(place));
    await visit.page.getByRole('heading', { level: 1, name: /合成/ }).waitFor();
  });

  it('is not shown again, is changed for another, and ends', async () => {
    await open();
    await dialog()
      .getByText(/取得的地址正在使用/)
      .waitFor();
    expect(await dialog().getByRole('textbox', { name: '订阅地址' }).count()).toBe(0);
    await sure('换一个地址');
    await dialog().getByText('地址只显示这一次').waitFor();
    const address = await shown();
    expect(await statusOf(address)).toBe(200);
    await sure('停用日历订阅地址');
    await dialog().getByRole('button', { name: '取得日历订阅地址' }).waitFor();
    expect(await statusOf(address)).toBe(404);
  });
});
