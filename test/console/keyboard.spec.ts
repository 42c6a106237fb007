import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@app/domain';
import { BranchRunEntity, PersonEntity, RecheckEntity, VerificationEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { Keyboard } from '../support/keyboard';
import { present } from '../support/present';

const PAGES = join(__dirname, '../../services/console/src/pages');

/** The names of all pages that have a place in the navigation. */
const titles = readdirSync(PAGES)
  .filter((folder) => readFileSync(join(PAGES, folder, 'routes.ts'), 'utf8').includes(': Page ='))
  .map((folder) => (JSON.parse(readFileSync(join(PAGES, folder, 'zh.json'), 'utf8')) as { title: string }).title);

/** One by keyboard alone, from the form that asks who he is to what waits for him done. */
describeInBrowser('without a mouse', () => {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  const visits: Visit[] = [];
  const keyboards: Keyboard[] = [];

  const signIn = async (person: string) => {
    const visit = await system.visit('/');
    const keys = new Keyboard(visit);
    visits.push(visit);
    keyboards.push(keys);
    await keys.signIn(system.http.accountOf(person));
    return { visit, keys, page: visit.page };
  };
  const signInAs = async ({ personId }: Officeholder) =>
    signIn((await system.world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code);
  const run = () => system.world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });

  /** To the way from the work page to what waits. */
  const take = async ({ keys, page }: { keys: Keyboard; page: Visit['page'] }, what: string) =>
    keys.push(page.getByRole('link', { name: new RegExp(`^${what}：`) }).first());
  const confirmAll = async ({ keys, page }: { keys: Keyboard; page: Visit['page'] }) => {
    const boxes = page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await keys.push(box, 'Space');
  };

  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'keyboard', roster });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const one of handOvers.branches) await handOvers.apply(one);
    const [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    branch = first;
    await handOvers.assess(second);
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    const seen = visits.splice(0).flatMap(({ faults, refused }) => [...faults, ...refused]);
    expect([...seen, ...keyboards.splice(0).flatMap(({ faults }) => faults)]).toEqual([]);
  });

  it('an assessor deducts with a reason, confirms each part and signs', async () => {
    const seat = await signInAs(present(handOvers.assessors[0]));
    const { keys, page } = seat;
    await take(seat, '第一评估人署名');
    const row = page.getByRole('row').filter({ hasText: '支部设置合规' });
    await keys.push(row.getByRole('button', { name: /^扣分/ }));
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await keys.press('Enter'); // the first rule
    await keys.reach(row.getByLabel('扣分理由'));
    await keys.type('缺一份批复');
    await keys.press('Enter');
    await page.getByText('上级对标评估得分 97.00').waitFor();
    await confirmAll(seat);
    await keys.push(page.getByRole('button', { name: '第一评估人署名' }));
    await page.getByText('评估表已提交').waitFor();
    await keys.reach(page.getByRole('link', { name: '工作台' }));
    expect((await run()).step).toBe('countersigning');
  });

  it('another reads each part and countersigns', async () => {
    const seat = await signInAs(present(handOvers.assessors[1]));
    const { keys, page } = seat;
    await take(seat, '第二评估人署名');
    await confirmAll(seat);
    await page.getByText('署名后评估结论即告成立').waitFor();
    await keys.push(page.getByRole('button', { name: '第二评估人署名' }));
    await page.getByText('评估表已定稿').waitFor();
    await keys.reach(page.getByRole('link', { name: '工作台' }));
    expect(await run()).toMatchObject({ result: 'passed', superiorScore: 9700 });
  });

  it('a recorder enters what the party group decided', async () => {
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding');
    const seat = await signInAs(handOvers.recorder);
    const { keys, page } = seat;
    await take(seat, '记录党组（党委）决定');
    const dialog = page.getByRole('dialog', { name: '记录党组（党委）决定' });
    await keys.reach(dialog.getByLabel('决定文号'));
    await keys.type('样例党组〔2020〕1号');
    await keys.push(dialog.getByRole('button', { name: '记录党组（党委）决定' }));
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('样例党组〔2020〕1号').first().waitFor();
    await keys.reach(page.getByRole('link', { name: /第001支部/ }).first());
    await handOvers.untilBranchesAre('filing');
  });

  it('a committee officer registers the filing, orders the draw and seals its list, and publishes', async () => {
    await handOvers.sendFiling();
    await handOvers.untilBranchesAre('registering');
    const [first, second] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    const seat = await signInAs(first);
    const { keys, page } = seat;
    await take(seat, '登记备案');
    const dialog = page.getByRole('dialog', { name: '登记备案' });
    await keys.push(dialog.getByRole('button', { name: '登记备案' }));
    await dialog.waitFor({ state: 'hidden' });
    await handOvers.untilBranchesAre('draw-waiting');
    await keys.reach(page.getByRole('link', { name: /第001支部/ }).first());

    await keys.goTo('抽查复核');
    await keys.push(page.getByRole('button', { name: '部署 2020年度抽查' }));
    await keys.push(page.getByRole('button', { name: '封存抽样名单' }));
    await page.getByText('须由工委另一位同志揭晓').waitFor();
    const colleague = await signInAs(second);
    await colleague.keys.goTo('抽查复核');
    await colleague.keys.push(colleague.page.getByRole('link', { name: '2020年度抽查（全程第 1 次）' }));
    await colleague.keys.push(colleague.page.getByRole('button', { name: '揭晓抽样结果' }));
    await colleague.keys.push(colleague.page.getByRole('dialog').getByRole('button', { name: '揭晓抽样结果' }));
    await colleague.keys.push(colleague.page.getByRole('link', { name: '复核办理' }).last());
    for (const recheck of await system.world.dataSource.manager.find(RecheckEntity))
      await handOvers.recheck(1, recheck, { verdict: 'upheld' });
    await handOvers.untilBranchesAre('publication-waiting');

    await keys.goTo('公示');
    await keys.push(page.getByRole('button', { name: '公示这 2 个党支部' }));
    await keys.push(page.getByRole('dialog').getByRole('button', { name: '开始公示' }));
    await page.getByRole('cell', { name: '公示中' }).waitFor();
    await keys.reach(page.getByRole('link', { name: '集中认定' }));
    await handOvers.untilBranchesAre('published');
  });

  it('an area’s liaison finds where his branches stand, whom they wait for, and the branch itself', async () => {
    const { visit, keys, page } = await signIn(system.holderOf('area-liaison'));
    await page.getByRole('heading', { name: '正在等谁' }).waitFor();
    await visit.picture('work-area');
    await keys.goTo('总览');
    await page.locator('table.board').first().locator('tr.line-organisation').first().waitFor();
    await visit.picture('overview-area');
    expect(await visit.seriousFindings()).toEqual([]);
    const count = page.locator('table.board a.count').filter({ hasText: /^2$/ }).first();
    await keys.push(count);
    await page.locator('.list-total').getByText('共 2 条').waitFor();
    await keys.push(page.getByRole('link', { name: /第001支部/ }).first());
    await page.getByRole('heading', { level: 1, name: /第001支部/ }).waitFor();
    await visit.picture('branch-run-area');
    expect(await visit.seriousFindings()).toEqual([]);
    expect(await page.getByRole('group', { name: '可办事项' }).count()).toBe(0);
  });

  it('an inspector opens a record down to its raw events, and begins a verification', async () => {
    const { keys, page } = await signIn(system.holderOf('inspector'));
    await keys.goTo('查阅');
    await keys.reach(page.getByLabel('查找'));
    await keys.type(branch.code);
    await keys.press('Enter');
    await page.waitForURL(/q=/);
    await keys.push(page.getByRole('link', { name: /第001支部 2020年度/ }));
    await keys.reach(page.getByRole('radio', { name: '节点' }));
    await keys.press('ArrowRight', 'ArrowRight');
    await page.getByText('第 1 条，').waitFor();
    await keys.reach(page.getByLabel('原始内容').first());
    await keys.goTo('核验');
    await keys.push(page.getByRole('button', { name: '核验台账' }));
    await page.getByText('全部记录与台账一致').waitFor();
    await keys.reach(page.getByRole('region').getByRole('link').first()); // what it found
    expect(await system.world.dataSource.manager.countBy(VerificationEntity, { state: 'sound' })).toBe(1);
  });

  it('every page is gone to by an office that may, has nothing serious against it and asks nothing that is refused', async () => {
    const seen = new Set<string>();
    const offices: readonly Role[] = ['committee-officer', 'organisation-officer', 'audit-administrator'];
    for (const role of offices) {
      const { visit, keys, page } = await signIn(system.holderOf(role));
      const [start = '', ...others] = await page.locator('nav a').allInnerTexts();
      for (const title of [...others, start]) {
        if (seen.has(title)) continue;
        seen.add(title);
        await keys.goTo(title);
        await visit.settled();
        await visit.picture(`page-${title}`);
        expect([title, ...(await visit.seriousFindings())]).toEqual([title]);
      }
    }
    expect([...seen].sort()).toEqual([...titles].sort());
  });
});
