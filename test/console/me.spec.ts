import type { Roster } from '@app/domain';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

const WHOLE = syntheticRoster({ organisations: 3, branchesEach: 4, seed: 1 });
const [FIRST, SECOND] = WHOLE.offices.filter(({ role }) => role === 'organisation-secretary');

/** The secretary of the second organisation deputises at the first. */
const ROSTER: Roster = {
  ...WHOLE,
  offices: WHOLE.offices.map((office) =>
    office === FIRST ? { ...office, deputyCode: present(SECOND).personCode } : office,
  ),
};

describeInBrowser('my work', () => {
  let system: ConsoleWorld;
  const visits: Visit[] = [];
  const visitAs = async (person: string) => {
    const visit = await system.visitAs(person);
    visits.push(visit);
    return visit;
  };
  const officer = () => visitAs(system.holderOf('organisation-officer'));
  beforeAll(async () => {
    system = await ConsoleWorld.open({ roster: ROSTER, key: 'me' });
    const handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('leads from what is due this month to its command, and it is done', async () => {
    const visit = await officer();
    const { page } = visit;
    await page.getByRole('heading', { name: /^本月到期/ }).waitFor();
    const ways = page.getByRole('link', { name: /^部署摸底调研：/ });
    await ways.first().waitFor();
    const waiting = await ways.count();
    await page
      .getByText(/还有 \d+ 个工作日/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: /^部署摸底调研：.*第001支部/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '部署摸底调研' });
    await dialog.getByRole('button', { name: '部署摸底调研' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('region', { name: '正在等谁' }).first().getByText('党支部书记').first().waitFor();
    await eventually(async () => (await ways.count()) === waiting - 1, 'what is done waits no more');
    await visit.picture('work-officer');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('tells what a date is about in a sentence that leads to it', async () => {
    await system.world.goTo('2020-05-27T02:00:00.000Z');
    const visit = await officer();
    const { page } = visit;
    const told = page.locator('section[aria-labelledby=notices] .card').filter({ hasText: /\d+年\d+月\d+日到期/ });
    await told.first().waitFor();
    await visit.picture('work-reminded', { readme: 'work' });
    expect(await visit.seriousFindings()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(await page.locator('main .command-link:visible').count()).toBe(0);
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: '全部已阅' }).click();
    await page.getByRole('heading', { name: '通知（未阅 0 条）' }).waitFor();
    await told.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /合成/ }).waitFor();
    expect(visit.path).toMatch(/^\/(branch|organisation)-runs\//);
  });

  it('says of how many branches others are waited for, and lists exactly these', async () => {
    const visit = await visitAs(system.holderOf('committee-officer'));
    const { page } = visit;
    const part = await page.getByText(/^列出 8 个，共 \d+ 个/).innerText();
    const [, count] = present(/共 (\d+) 个/.exec(part) ?? undefined);
    await page.getByRole('link', { name: '看全部' }).click();
    await page.locator('.list-total').getByText(`共 ${count} 条`).waitFor();
    expect(visit.path).toContain('waits=others');
  });

  it('shows the secretary the form that waits, and nobody else’s work', async () => {
    const visit = await visitAs(system.holderOf('branch-secretary'));
    const { page } = visit;
    await page.getByRole('link', { name: /^报送摸底情况：/ }).click();
    await page.waitForURL(/\/surveys\//);
    await page.goBack();
    expect(await page.getByRole('heading', { name: '正在等谁' }).count()).toBe(0);
  });

  it('tells what is past its date apart from what is due this month', async () => {
    await system.world.goTo('2020-06-02T02:00:00.000Z');
    const { page } = await officer();
    const overdue = page.locator('h3', { hasText: /^已过时限/ }).locator('+ ul');
    await overdue.getByText('2020年5月31日').first().waitFor();
    await page.getByRole('heading', { name: /^本月到期/ }).waitFor();
  });

  it('tells two offices of one role by the names of their bodies, where one switches', async () => {
    const { personCode } = present(SECOND);
    const visit = await visitAs(personCode);
    const { page } = visit;
    const nameOf = (code: string | undefined) => present(WHOLE.organisations.find((one) => one.code === code)).name;
    const names = [FIRST, SECOND].map((office) => `${nameOf(office?.bodyCode)} 机关党组织书记`);
    await page.getByRole('radiogroup', { name: '以何岗位办理' }).waitFor();
    const choices = await page.getByRole('radiogroup', { name: '以何岗位办理' }).locator('label').allInnerTexts();
    expect([...choices].sort()).toEqual(['全部岗位', ...names].sort());
    await visit.picture('work-two-offices');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: /全部岗位/ }).click();
    await page.getByRole('menuitem', { name: present(names[0]) }).click();
    await page.getByRole('radio', { name: present(names[0]), checked: true }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: present(names[0]) }).waitFor();
  });
});
