import { RecheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

/** By indicator, what is found against it: six points in all. */
const DEDUCTIONS = [
  ['支部设置合规', '-3.00 应建未建'],
  ['班子配备齐全', '-3.00 应设支委会未设'],
] as const;

/** 复核 from the drawn branch to the verdict: a sheet whose score says what follows, and two persons where a pass falls. */
describeInBrowser('the rechecks of a spot check', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let first: Visit;
  let second: Visit;
  const visits: Visit[] = [];
  const visitOf = async (person: Officeholder, path: string) => {
    const visit = await system.visitAs(await system.codeOf(person), path);
    visits.push(visit);
    return visit;
  };
  const recheck = async () => present((await system.world.dataSource.manager.find(RecheckEntity))[0]);
  const deed = ({ page }: Visit) => page.getByRole('link', { name: '作出复核结论' });
  const dialogOf = ({ page }: Visit) => page.getByRole('dialog');
  const confirmAll = async ({ page }: Visit) => {
    const boxes = page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await box.check();
  };
  /** Six points go: the score is below the mark, and the pass does not hold. */
  const deduct = async ({ page }: Visit) => {
    for (const [indicator, rule] of DEDUCTIONS) {
      const row = page.getByRole('row').filter({ hasText: indicator });
      await row.getByRole('button', { name: /^扣分/ }).click();
      await page.getByText(rule).last().click();
      await row.getByLabel('扣分理由').fill('现场查看属实');
      await page.keyboard.press('Enter');
    }
  };

  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ roster, key: 'rechecks' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    await handOvers.decideAndFile();
    await handOvers.drawSpotCheck(1);
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => expect(visits.flatMap(({ faults }) => faults)).toEqual([]));

  it('tells whoever assessed the pass why he stays out of it', async () => {
    const visit = await visitOf(present(handOvers.assessors[0]), '/rechecks');
    await visit.page.getByText('您是作出评估的机关党组织的评估人员').first().waitFor();
    expect(await visit.page.getByRole('link', { name: '作出复核结论' }).count()).toBe(0);
    await visit.picture('rechecks-barred');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('opens the sheet at full marks, which upholds the pass; below the mark a reason is asked for, and kept', async () => {
    first = await visitOf(present(handOvers.committee[0]), '/rechecks');
    const { page } = first;
    await page.getByText('谁可以复核').waitFor();
    await page.getByRole('row').getByRole('link', { name: '2020年度抽查（全程第 1 次）' }).first().waitFor();
    await first.picture('rechecks');
    expect(await first.seriousFindings()).toEqual([]);
    await deed(first).click();
    await page.getByText('· 2020年度抽查（全程第 1 次）').waitFor();
    await page.getByText('100.00').first().waitFor();
    await page.getByRole('button', { name: '作出结论：维持' }).waitFor();
    await page.getByText('尚未评估：').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/达到达标线|复核结论：维持/);
    await first.picture('recheck-untouched');
    await deduct(first);
    await page.getByText('低于达标线').first().waitFor();
    await confirmAll(first);
    await page.getByLabel('不予维持的理由').fill('会议记录缺失');
    await page.getByText('已保存').waitFor();
    const other = await visitOf(present(handOvers.committee[1]), new URL(page.url()).pathname);
    const boxes = other.page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false); // another's are not his
    await page.reload();
    expect(await page.getByLabel('不予维持的理由').inputValue()).toBe('会议记录缺失');
    await first.picture('recheck-sheet');
    expect(await first.seriousFindings()).toEqual([]);
    const row = page.getByRole('row').filter({ hasText: '按期换届' });
    await row.getByRole('button', { name: /^扣分/ }).click();
    await row.getByLabel('扣分理由').fill('换届批复尚未找到');
    await page.getByRole('button', { name: '提出不予维持' }).click();
    await page.getByRole('alert').getByText('“按期换届”有一处扣分尚未记入').waitFor();
    expect(await recheck()).toMatchObject({ proposedAt: null });
    await row.getByRole('button', { name: /取\s*消/ }).click();
    await page.getByRole('button', { name: '提出不予维持' }).click();
    await page.getByText('已提出不予维持').waitFor();
    expect(await page.getByRole('button', { name: '确认不予维持' }).count()).toBe(0);
    expect(await recheck()).toMatchObject({ verdict: null, recheckerId: present(handOvers.committee[0]).personId });
  });

  it('is sent back by the second with a remark, which a reload does not lose; the sheet is written again', async () => {
    second = await visitOf(present(handOvers.committee[1]), '/rechecks');
    const { page } = second;
    await page.getByRole('link', { name: '确认不予维持' }).click();
    await page.getByText('理由：会议记录缺失').waitFor();
    await second.picture('recheck-second');
    expect(await second.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '退回不予维持的意见' }).click();
    await dialogOf(second).getByLabel('退回意见').fill('请附会议记录的复印件');
    await page.reload();
    await page.getByRole('button', { name: '退回不予维持的意见' }).click();
    expect(await dialogOf(second).getByLabel('退回意见').inputValue()).toBe('请附会议记录的复印件');
    await dialogOf(second).getByRole('button', { name: '退回不予维持的意见' }).click();
    await dialogOf(second).waitFor({ state: 'hidden' });
    await page.getByText('这是先前的评估表').waitFor();
    expect(await recheck()).toMatchObject({ verdict: null, proposedAt: null });
  });

  it('falls by the word of two: the second reads every dimension before he confirms', async () => {
    await first.page.goto('/rechecks');
    await deed(first).click();
    await first.page.getByText('低于达标线').first().waitFor(); // begun with what was returned
    await confirmAll(first);
    await first.page.getByLabel('不予维持的理由').fill('会议记录缺失，附复印件');
    await first.page.getByRole('button', { name: '提出不予维持' }).click();
    await first.page.getByText('已提出不予维持').waitFor();
    await second.page.goto('/rechecks');
    await second.page.getByRole('link', { name: '确认不予维持' }).click();
    const confirm = second.page.getByRole('button', { name: '确认不予维持' });
    await confirm.click();
    await second.page
      .getByRole('alert')
      .getByText(/未经确认/)
      .first()
      .waitFor();
    await confirmAll(second);
    await confirm.click();
    await second.page.getByText('不予维持 ·').or(second.page.getByText('不予维持')).first().waitFor();
    await second.page.getByText('确认人：').waitFor();
    await second.picture('recheck-over');
    expect(await second.seriousFindings()).toEqual([]);
    const [one, other] = handOvers.committee.map(present);
    expect(await recheck()).toMatchObject({
      verdict: 'overturned',
      recheckerId: one?.personId,
      confirmerId: other?.personId,
    });
  });

  it('stands beside the scores of the branch and of its superior', async () => {
    await second.page.goto(`/branch-runs/${(await recheck()).branchRunId}`);
    const scores = second.page.getByRole('region', { name: '评分对照' });
    await scores.getByRole('columnheader', { name: '抽查复核' }).waitFor();
    await scores.getByText('94.00').waitFor();
    await scores.getByText('原结论达标 100.00 分，抽查复核不予维持（2020年10月12日）').waitFor();
    expect(await scores.first().innerText()).not.toContain('未达标');
    await second.picture('branch-run-overturned');
    expect(await second.page.getByRole('link', { name: '自评申报', exact: true }).count()).toBe(0); // to apply is the branch's
    await second.page.goto('/branch-runs?columns=branch,superiorScore,result&result=overturned');
    await second.page.getByRole('cell', { name: '原达标，复核不予维持' }).waitFor();
  });

  it('leaves a record that an inspector reads from the draw to the verdict, in three zooms', async () => {
    const visit = await system.visitAs(system.holderOf('inspector'), '/spot-checks');
    visits.push(visit);
    const { page } = visit;
    await page.getByRole('link', { name: '2020年度抽查（全程第 1 次）' }).click();
    const drawn = page.getByRole('row').filter({ has: page.getByRole('link', { name: '评估表' }) });
    const { branchRunId, documentId } = await recheck();
    await drawn.getByText('不予维持').waitFor();
    await drawn.getByText('2020年10月12日').waitFor();
    await drawn.getByRole('cell', { name: '、' }).waitFor(); // who found it, and who confirmed it
    const ways = await drawn.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(ways).toEqual([
      expect.stringMatching(`/branch-runs/${branchRunId}`),
      expect.stringMatching(`/assessments/${documentId}`),
    ]);
    await visit.picture('spot-check-over');
    await page.getByText('查看名单').click();
    await page.getByRole('group').getByRole('link').first().waitFor();
    await page.getByRole('link', { name: '查阅台账' }).click();
    await page.getByRole('heading', { name: '2020年度抽查（全程第 1 次）' }).waitFor();
    await page.getByText('全部事项').click();
    await page.getByRole('listitem').filter({ hasText: '退回' }).first().waitFor();
    await visit.picture('stream-spot-check');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByText('原始记录').click();
    await page.getByText('第 1 条，').waitFor();
    await page.reload();
    await page.getByText('第 1 条，').waitFor(); // the zoom is in the address
    expect(await visit.seriousFindings()).toEqual([]);
  });
});
