import { SlipEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { ID } from '../support/ids';
import { Keyboard } from '../support/keyboard';
import { present } from '../support/present';

const NARROW = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 800 } };

/** A date slips: the officer above orders, who owes signs for it and answers, and it ends. */
describeInBrowser('the pages of 督办单', () => {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun;
  let second: BranchWithRun;
  const visits: Visit[] = [];
  const visitAs = async (person: { readonly personId: string }, path: string, options: object = DESK) => {
    const visit = await system.visitAs(await system.codeOf(person), path, options);
    visits.push(visit);
    return visit;
  };
  const slipOf = ({ id: branchId }: BranchWithRun, rung = '+1') =>
    system.world.dataSource.manager.findOneByOrFail(SlipEntity, { branchId, rung });
  const untilDrafted = (rung: string, slips: number) =>
    eventually(
      async () => (await system.world.dataSource.manager.countBy(SlipEntity, { rung })) >= slips,
      `${slips} slips of ${rung} are drafted`,
    );
  const standing = ({ page }: Visit) => page.getByRole('region', { name: '现状', exact: true });
  const command = async ({ page }: Visit, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    return page.getByRole('dialog', { name });
  };
  const confirm = async ({ page }: Visit, name: string) =>
    page.getByRole('dialog', { name }).getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    system = await ConsoleWorld.open({ roster, key: 'slip-pages' });
    handOvers = await HandOvers.of(system.world);
    [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    await handOvers.openRound();
    await handOvers.survey(first);
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults, refused }) => [...faults, ...refused])).toEqual([]);
    visits.length = 0;
  });

  it('say that there is none yet', async () => {
    const visit = await visitAs(handOvers.officer, '/slips');
    await visit.page.getByRole('heading', { level: 1, name: '督办单' }).waitFor();
    await visit.settled();
    await visit.picture('slips-none');
  });

  it('lay a draft before the officer above, told in his notices, with a line per late branch', async () => {
    await handOvers.goTo('2020-06-01T02:00:00.000Z');
    await untilDrafted('+1', 1);
    const visit = await visitAs(present(handOvers.committee[0]), '/');
    const { page } = visit;
    await page
      .getByRole('region', { name: /^通知/ })
      .getByRole('link', { name: /督办单/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '黄色督办单' }).waitFor();
    await visit.picture('slip-draft-of-committee');
    await standing(visit).getByText('第002支部').waitFor();
    await handOvers.survey(second);
    await handOvers.planOrganisation();
  });

  it('let the officer issue what he finds, once, with number and 文号', async () => {
    await handOvers.goTo('2020-07-01T02:00:00.000Z');
    await untilDrafted('+1', 3);
    const { id } = await slipOf(first);
    const late = await visitAs(handOvers.officer, `/slips/${id}`);
    await late.page.getByRole('button', { name: '签发督办单' }).waitFor();
    await command(late, '签发督办单'); // a colleague will be quicker
    const visit = await visitAs(handOvers.officer, '/slips');
    const { page } = visit;
    const row = page.locator('tbody tr', { hasText: '第001支部' });
    await row.getByText('逾期').waitFor();
    await visit.picture('slips-drafts');
    await row.getByRole('link').last().click();
    const dialog = await command(visit, '签发督办单');
    await visit.picture('slip-issue');
    await dialog.getByLabel('文号').fill('机党督〔2020〕1号');
    await confirm(visit, '签发督办单');
    await standing(visit).getByText('2020年第1号').waitFor();
    await standing(visit).getByText('合成机关党委0001', { exact: true }).waitFor(); // who commands
    await visit.picture('slip-issued');
    expect(await visit.seriousFindings()).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(ID);
    await confirm(late, '签发督办单');
    await late.page.getByRole('dialog').getByText('督办单当前状态下不能办理此项').first().waitFor();
    await late.picture('slip-issued-twice');
  });

  it('show it to who owes, who signs for it on a day from its issue to today', async () => {
    const { id } = await slipOf(first);
    const visit = await visitAs(first.secretary, '/');
    const { page } = visit;
    await page.getByText('支部计划待签收').waitFor();
    await visit.picture('slip-to-sign-for');
    await page.getByRole('link', { name: /^签收督办单：/ }).click();
    const dialog = page.getByRole('dialog', { name: '签收督办单' });
    await dialog.waitFor();
    await dialog.getByLabel('签收日期').fill('2020-06-30');
    await page.keyboard.press('Tab');
    await confirm(visit, '签收督办单');
    await dialog.getByText('早于签发日期').first().waitFor();
    await visit.picture('slip-received-too-early');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog.getByLabel('签收日期').fill('2020-07-01');
    await page.keyboard.press('Tab');
    await confirm(visit, '签收督办单');
    await standing(visit).getByText('已签收').waitFor();
    await standing(visit).getByText('2020年7月6日').first().waitFor();
    expect(await page.getByRole('button', { name: '反馈督办单' }).count()).toBe(0); // not asked for before its day
    await visit.picture('slip-received');
    const other = await visitAs(second.secretary, `/slips/${id}`);
    await other.page.getByText('没有这张督办单').waitFor();
    await other.picture('slip-of-another');
  });

  it('take the answer by keyboard where the work is not done three workdays after', async () => {
    await handOvers.goTo('2020-07-06T02:00:00.000Z');
    const { id } = await slipOf(first);
    const visit = await visitAs(first.secretary, `/slips/${id}`);
    const keys = new Keyboard(visit);
    await keys.push(visit.page.getByRole('button', { name: '反馈督办单' }));
    const dialog = visit.page.getByRole('dialog', { name: '反馈督办单' });
    await dialog.waitFor();
    await keys.push(dialog.getByRole('button', { name: '反馈督办单' }));
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('反馈内容').focus();
    await visit.page.keyboard.type('支委会改期，7月12日前报送');
    await keys.push(dialog.getByRole('button', { name: '反馈督办单' }));
    await standing(visit).getByText('已反馈').waitFor();
    await visit.picture('slip-answered');
  });

  it('end it by decision with a reason', async () => {
    const { id } = await slipOf(first);
    const visit = await visitAs(handOvers.officer, `/slips/${id}`);
    const dialog = await command(visit, '督办单办结');
    await dialog.getByLabel('理由').fill('已按党组要求另行安排');
    await confirm(visit, '督办单办结');
    await standing(visit).getByText('已按党组要求另行安排').waitFor();
    expect(await visit.page.locator('main').getByRole('button').count()).toBe(0);
    await visit.picture('slip-closed');
    await visit.page.goto(`/branch-runs/${first.runId}`);
    await visit.page.getByRole('link', { name: '2020年第1号' }).waitFor();
    await visit.picture('branch-run-with-slip');
  });

  it('stand in the ledger as offices keep it', async () => {
    const visit = await visitAs(handOvers.officer, '/slips');
    const { page } = visit;
    const row = page.locator('tbody tr', { hasText: '第001支部' });
    await row.waitFor();
    expect(await page.locator('thead th').allInnerTexts()).toEqual([
      '序号',
      '编号',
      '事项',
      '责任单位',
      '时限',
      '灯',
      '最近反馈',
      '督办单',
    ]);
    await row.getByText('支委会改期，7月12日前报送').waitFor();
    await visit.picture('slips');
    expect(await visit.seriousFindings()).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(ID);
    const narrow = await visitAs(handOvers.officer, '/slips', NARROW);
    await narrow.page.locator('tbody tr').first().waitFor();
    await narrow.picture('slips-narrow');
    const { id } = await slipOf(first);
    await narrow.page.goto(`/slips/${id}`);
    await standing(narrow).waitFor();
    await narrow.picture('slip-narrow');
    expect(await narrow.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
