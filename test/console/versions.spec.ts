import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { ID } from '../support/ids';

describeInBrowser('versions of a paper', () => {
  let system: ConsoleWorld;
  let branch: BranchWithRun;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path: string) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    return visit;
  };

  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'versions' });
    const handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
    const secretary = system.holderOf('branch-secretary');
    const path = `/surveys/${(await handOvers.newest(branch.runId, 'survey')).id}`;
    for (const note of ['换届工作六月底前安排', '换届工作九月底前安排']) {
      const { body } = await system.http.send(secretary, 'get', { path });
      const answers = [{ dimension: 'D1', found: true, note }];
      const headers = { 'if-match': (body as { etag: string }).etag };
      expect((await system.http.send(secretary, 'put', { path, body: { answers }, headers })).status).toBe(200);
    }
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('are compared by field in words, from the papers of the branch, and on paper', async () => {
    const visit = await visitAs(system.holderOf('organisation-officer'), `/branch-runs/${branch.runId}`);
    const { page } = visit;
    await page.getByRole('link', { name: '历次与差异' }).click();
    await page.getByText('有 1 处不同').waitFor();
    const row = page.locator('table.versions tbody tr');
    expect(await row.locator('del').allInnerTexts()).toEqual(['六']);
    expect(await row.locator('ins').allInnerTexts()).toEqual(['九']);
    expect(await row.getByRole('rowheader').innerText()).toMatch(/规范化|建设|组织/);
    await visit.picture('versions');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.only-on-paper').first().waitFor();
    await page.screenshot({ path: '.duibiao/screens/versions-on-paper.zh.png', fullPage: true });
    await page.emulateMedia({ media: null });
    expect(await page.locator('main').innerText()).not.toMatch(ID);
  });

  it('any two may be chosen, and the address keeps them', async () => {
    const visit = await visitAs(
      system.holderOf('organisation-officer'),
      `/branch-runs/${branch.runId}/versions/survey?before=1-0&after=1-1`,
    );
    const { page } = visit;
    await page.locator('table.versions ins').getByText('六月底').waitFor();
    await page.getByRole('combobox', { name: '新' }).focus();
    await page.keyboard.press('ArrowDown'); // opens it
    await page.getByRole('listbox').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('table.versions ins').getByText('九月底').waitFor();
    await page.waitForURL(/after=1-2/);
  });

  it('are not there for who may not read how it came about', async () => {
    const visit = await visitAs(system.holderOf('area-liaison'), `/branch-runs/${branch.runId}/versions/survey`);
    await visit.page.getByRole('alert').or(visit.page.getByText('只有一次保存')).first().waitFor();
    expect(await visit.page.locator('table.versions').count()).toBe(0);
  });
});
