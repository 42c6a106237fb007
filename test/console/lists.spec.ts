import { readFile } from 'node:fs/promises';
import type { HandOvers } from '../support/hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { eventually } from '../support/eventually';
import { ID } from '../support/ids';
import { lengthOf, lines, openLateRound, total, totalOf } from '../support/listed';
import { present } from '../support/present';

/** The words of a cell's first line as CSV has them: a date by its digits, nothing for a dash. */
function wordsOf(html: string): string[] {
  const [first = ''] = html.replaceAll('<!-- -->', '').split('<span class="quiet second"');
  return first
    .replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, ' ')
    .replace(/(\d{4})年(\d+)月(\d+)日/g, (_, year: string, month: string, day: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '—');
}

describeInBrowser('lists', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let officer: string;
  const visits: Visit[] = [];
  const noted = (visit: Visit) => {
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'lists' });
    officer = system.holderOf('committee-officer');
    handOvers = await openLateRound(system.world);
  }, 300_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it.each([
    ['/slips', /^\/organisation-runs\/|^\/branch-runs\//],
    ['/deadlines?of=organisation', /^\/organisation-runs\//],
    ['/deadlines?of=branch', /^\/branch-runs\//],
  ])('leads from a matter of %s to the year that it is a matter of', async (path, where) => {
    const visit = noted(await system.visitAs(officer, path));
    const { page } = visit;
    await lines(page).first().getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /合成/ }).waitFor();
    expect(visit.path).toMatch(where);
  });

  it('leads from a date of a branch to the years of that branch', async () => {
    const visit = noted(await system.visitAs(officer, '/deadlines?of=branch'));
    const { page } = visit;
    const branch = lines(page).first().getByRole('link').nth(1);
    const name = await branch.innerText();
    await branch.click();
    await total(page).getByText('共 1 条').waitFor();
    expect(visit.path).toMatch(/^\/branch-runs\?.*branchId=/);
    expect(await lines(page).first().innerText()).toContain(name);
  });

  it.each([
    ['branch-runs', '/branch-runs?year=2020'],
    ['branches', '/branches'],
    ['organisation-runs', '/organisation-runs'],
    ['problems', '/problems'],
    ['deadlines', '/deadlines?of=organisation'],
    ['slips', '/slips'],
    ['late-entries', '/late-entries'],
    ['refusals', '/refusals'],
  ])('lists %s as the API does', async (name, path) => {
    const visit = noted(await system.visitAs(officer, path));
    await total(visit.page).waitFor();
    expect(await totalOf(visit.page)).toBe(await lengthOf(system.http, officer, path));
    expect(await visit.page.locator('main').innerText()).not.toMatch(ID);
    await visit.picture(`list-${name}`);
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('keeps filters, order and columns in the address, and exports just that', async () => {
    const visit = noted(await system.visitAs(officer, '/branch-runs'));
    const { page } = visit;
    await lines(page).first().waitFor();
    await page.getByLabel('阶段').fill('摸底');
    await page.keyboard.press('Enter');
    await page.waitForURL(/phase=survey/);
    await page.getByRole('button', { name: '党支部', exact: true }).click();
    await page.waitForURL(/sort=code/);
    await page.getByRole('button', { name: '党支部', exact: true }).click();
    await page.waitForURL(/sort=-code/);
    await page.getByRole('button', { name: /列$/ }).click();
    await page.getByRole('checkbox', { name: '自何时起' }).click();
    await page.getByRole('button', { name: '自身时限的灯前移' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await lines(page).first().waitFor();
    await visit.settled();
    const heads = await page.locator('table.list thead th:not(.chooser-cell)').allInnerTexts();
    expect(heads).toEqual(['序号', '党支部', '机关党组织', '年度', '自身时限的灯', '环节', '由谁办理', '何时办结']);
    const count = await totalOf(page);
    expect(count).toBe(await lengthOf(system.http, officer, '/branch-runs?phase=survey'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('党支部.csv');
    const [head, ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFF党支部编号 branchCode,党支部名称 branchName,党组织名称 organisationName,年度 year,灯,阶段,环节,由谁办理,办理机构编号,办理机构名称,所待时限类型,何时办结 awaited.dueDate,剩余工作日 awaited.workdaysLeft,所待时限的灯',
    );
    expect(rows).toHaveLength(count);
    const codes = rows.map((row) => row.split(',')[0]);
    expect(codes).toEqual([...codes].sort().reverse());
  });

  it.each([
    [
      'branch-runs',
      { filters: { year: '2020', phase: 'survey' }, sort: '-code', columns: ['ownLight', 'branch', 'since', 'target'] },
    ],
    ['branches', { columns: ['foundedOn', 'branch', 'organisation', 'members'] }],
    ['organisation-runs', { filters: { year: '2020' }, columns: ['step', 'organisation', 'year', 'plannedThisYear'] }],
    ['problems', { columns: ['state', 'branch', 'problem'] }],
    ['deadlines', { filters: { of: 'organisation' }, columns: ['dueDate', 'light', 'responsible', 'matter'] }],
    ['slips', { columns: ['slip', 'serial', 'responsible', 'matter'] }],
    ['late-entries', { columns: ['dueDate', 'matter'] }],
    ['refusals', { columns: ['command', 'recordedAt', 'reason'] }],
  ])('exports of %s exactly what a view shows: the same lines, columns and order', async (list, look) => {
    const saved = await system.http.send(officer, 'post', { path: '/views', body: { list, name: '每周用', ...look } });
    const visit = noted(await system.visitAs(officer, `/views/${(saved.body as { id: string }).id}`));
    const { page } = visit;
    await total(page).waitFor();
    await visit.settled();
    expect(await page.locator('table.list thead th:not(.chooser-cell)').count()).toBe(
      (await lines(page).count()) > 0 ? look.columns.length + 1 : 0,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    const [, ...rows] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(await totalOf(page));
    const drawn = await lines(page).evaluateAll((all) =>
      all.map((line) => [...line.querySelectorAll('td:not(.chooser-cell)')].slice(1).map((cell) => cell.innerHTML)),
    );
    for (const [at, cells] of drawn.entries()) {
      let from = 0;
      for (const word of cells.flatMap(wordsOf)) {
        const found = rows[at]?.indexOf(word, from) ?? -1;
        expect([list, at, word, found >= from]).toEqual([list, at, word, true]);
        from = found;
      }
    }
  });

  it('supervises in the order of offices, and puts the whole table on a sheet of A4 across', async () => {
    const visit = noted(await system.visitAs(officer, '/deadlines?of=organisation&light=late'));
    const { page } = visit;
    await lines(page).first().waitFor();
    const heads = await page.locator('table.list thead th:not(.chooser-cell)').allInnerTexts();
    expect(heads).toEqual(['序号', '事项', '责任单位', '时限', '灯', '最近反馈', '督办单']);
    expect(await lines(page).first().innerText()).toMatch(/摸底调研[\s\S]*2020年5月31日[\s\S]*逾期/);
    const paper = await page.pdf({ preferCSSPageSize: true });
    const [, width, height] = present(
      /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(paper.toString('latin1')) ?? undefined,
    );
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: '.duibiao/screens/list-deadlines-on-paper.zh.png', fullPage: true });
  });

  it('says what changed while one looks, without asking again and again', async () => {
    const visit = noted(await system.visitAs(officer, '/branch-runs?phase=survey'));
    const { page } = visit;
    await total(page).waitFor();
    await visit.settled();
    const before = await totalOf(page);
    const [first] = handOvers.branches.slice(3);
    await handOvers.survey(present(first));
    await page.getByText(`共 ${before - 1} 条`).waitFor();
    expect(await lengthOf(system.http, officer, '/branch-runs?phase=survey')).toBe(before - 1);
  });

  it('supervises what still binds, and shows what is met as well at one press', async () => {
    const own = system.holderOf('organisation-officer');
    const settled = () => lengthOf(system.http, own, '/deadlines?open=false');
    // with the last branch the survey of its organisation is met
    await eventually(async () => (await settled()) > 0, 'the survey is met');
    const visit = noted(await system.visitAs(own));
    const { page } = visit;
    await page.getByRole('link', { name: '督办', exact: true }).click();
    await page.waitForURL(({ searchParams }) => searchParams.has('open'));
    await total(page).waitFor();
    await visit.settled();
    const open = await totalOf(page);
    expect(open).toBe(await lengthOf(system.http, own, '/deadlines?open=true'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect((await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')).toHaveLength(1 + open);
    await page.getByRole('button', { name: '清除条件' }).click();
    const all = await lengthOf(system.http, own, '/deadlines');
    await page.getByText(`共 ${all} 条`).waitFor();
    expect(open + (await settled())).toBe(all);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('督办');
    await page.keyboard.press('Enter');
    await page.getByText(`共 ${open} 条`).waitFor();
  });

  it('finds branches and organisations by Ctrl-K, by keyboard alone', async () => {
    const visit = noted(await system.visitAs(officer, '/'));
    const { page } = visit;
    const [branch] = handOvers.branches;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type(present(branch).code);
    await page
      .locator('.ant-select-item-option', { hasText: present(branch).code })
      .first()
      .waitFor();
    expect(await visit.seriousFindings()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/branch-runs\?branchId=/);
    await total(page).waitFor();
    expect(await totalOf(page)).toBe(1);
  });

  it('tells an office that may not see a list so, and finds nothing in words', async () => {
    const branch = noted(await system.visitAs(system.holderOf('branch-secretary'), '/refusals'));
    await branch.page.getByRole('alert').waitFor();
    const empty = noted(await system.visitAs(officer, '/branch-runs?q=no-such-branch'));
    await empty.page.getByText('没有符合条件的内容').waitFor();
  });
});
