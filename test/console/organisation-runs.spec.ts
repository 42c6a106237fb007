import type { Locator } from 'playwright-core';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { ID } from '../support/ids';

describeInBrowser('the page of an organisation', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let address: string;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path = address) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    return visit;
  };
  const own = () => handOvers.branches.slice(0, 4);
  const first = () => present(own()[0]);
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'organisation-runs' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    address = `/organisation-runs/${handOvers.organisationRunId}`;
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('opens the surveys of all its branches at once, each with its own outcome', async () => {
    const visit = await visitAs(system.holderOf('organisation-officer'));
    const { page } = visit;
    const rows = page.getByRole('region', { name: '所属党支部', exact: true }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(4);
    await visit.picture('organisation-run-begun');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('checkbox', { name: '全选 4 个' }).check();
    await page.getByRole('button', { name: '部署摸底调研（可办 4 个）' }).click();
    const dialog = page.getByRole('dialog', { name: '部署摸底调研' });
    await dialog.getByRole('button', { name: '部署摸底调研（4 个）' }).click();
    await dialog.getByText('办结 4 个，未办结 0 个').waitFor();
    await dialog.getByText('已办结，进入“支部填报摸底”').first().waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await rows.getByText('党支部书记').nth(3).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(ID);
  });

  it('approves plans in a batch, and tells of each that was refused why', async () => {
    for (const branch of own()) {
      await handOvers.submitSurvey(branch);
      await handOvers.confirmSurvey(branch);
    }
    await handOvers.planOrganisation(own());
    for (const branch of own()) await handOvers.submitBranchPlan(branch);
    const visit = await visitAs(system.holderOf('organisation-officer'));
    const { page } = visit;
    await page.getByRole('checkbox', { name: '全选 4 个' }).check();
    await page.getByRole('button', { name: '批准支部计划（可办 4 个）' }).click();
    const dialog = page.getByRole('dialog', { name: '批准支部计划' });
    await dialog.getByText('没有需要整改的问题').nth(3).waitFor();
    await visit.picture('organisation-run-batch');
    expect(await visit.seriousFindings()).toEqual([]);
    await handOvers.approveBranchPlan(first()); // a colleague is quicker
    await dialog.getByRole('button', { name: '批准支部计划（4 个）' }).click();
    await dialog.getByText('办结 3 个，未办结 1 个').waitFor();
    await visit.picture('organisation-run-batch-outcome');
    await dialog.getByRole('button', { name: '完成' }).click();
    await handOvers.untilBranchesAre('building', own());
  });

  it('says of conclusions that are held up whose are still awaited, and offers only to look', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of own()) await handOvers.apply(branch);
    for (const branch of own().slice(0, 3)) await handOvers.assess(branch);
    const visit = await visitAs(system.holderOf('organisation-officer'), '/');
    const { page } = visit;
    const card = page.locator('.card', { hasText: '还有 1 个党支部没有评估结论' });
    await card
      .getByText(
        /^3 个党支部待列入结论名单；还有 1 个党支部没有评估结论（[^等）]*第004支部），都有结论后方可报送名单。$/,
      )
      .waitFor();
    await visit.picture('work-held');
    expect(await visit.seriousFindings()).toEqual([]);
    const ways = card.getByRole('link');
    expect(await ways.evaluateAll((links) => links.map(({ dataset }) => dataset.first))).toEqual(['false']);
    await ways.click();
    await page.waitForURL((url) => url.pathname === address && !url.searchParams.has('do'));
    await handOvers.assess(present(own()[3]));
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('link', { name: /^报送结论名单：/ }).waitFor();
    expect(await card.count()).toBe(0);
  });

  it('leads from conclusions to the registered filing, each office to its own part', async () => {
    const officer = await visitAs(system.holderOf('organisation-officer'));
    const give = async ({ page }: Visit, what: string, fill?: (dialog: Locator) => Promise<void>) => {
      await page.getByRole('group', { name: '可办事项' }).getByRole('button', { name: what }).click();
      const dialog = page.getByRole('dialog', { name: what });
      await dialog.getByText('第001支部').waitFor();
      await fill?.(dialog);
      await dialog.getByRole('button', { name: what }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await give(officer, '报送结论名单', async (dialog) => {
      await dialog.getByText('达标 4 个', { exact: true }).waitFor();
      await officer.picture('organisation-run-conclusions');
      expect(await officer.seriousFindings()).toEqual([]);
    });
    await handOvers.untilBranchesAre('deciding', own());
    const recorder = await visitAs(system.holderOf('party-group-recorder'));
    await give(recorder, '记录党组（党委）决定', async (dialog) => {
      await dialog.getByLabel('决定文号').fill('样例党组〔2020〕1号');
      const first = dialog.getByRole('checkbox', { name: /第001支部/ });
      await first.check();
      await dialog.getByRole('button', { name: '记录党组（党委）决定' }).click();
      await dialog.getByText('请写明划去的理由').waitFor();
      await dialog.getByLabel(/^划去.*第001支部的理由$/).fill('党员大会记录不全');
      await recorder.picture('organisation-run-struck');
      expect(await recorder.seriousFindings()).toEqual([]);
      await first.uncheck();
      await recorder.picture('organisation-run-decision');
      expect(await recorder.seriousFindings()).toEqual([]);
    });
    await handOvers.untilBranchesAre('filing', own());
    await officer.page.reload();
    await give(officer, '送出备案');
    await handOvers.untilBranchesAre('registering', own());
    const committee = await visitAs(system.holderOf('committee-officer'));
    const { page } = committee;
    await page.getByRole('button', { name: '登记备案' }).click();
    const dialog = page.getByRole('dialog', { name: '登记备案' });
    await dialog.getByText('名单上有 4 个党支部').waitFor();
    await dialog.getByRole('button', { name: '登记备案' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.course [aria-current=step]').getByText('已登记备案').waitFor();
    await page.getByText('送出备案（4 个党支部）').waitFor();
    await committee.picture('organisation-run');
    expect(await committee.seriousFindings()).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(ID);
    await page.getByRole('link', { name: /第001支部/ }).click();
    await page.getByRole('heading', { level: 1, name: /第001支部/ }).waitFor();
  });
});
