import { BranchRunEntity, castBallot, inTransaction, issueBallotCodes, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

const FULL = 6;

describeInBrowser('a branch assesses itself, and two assessors do', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  const visits: Visit[] = [];
  const visitAs = async ({ personId }: Officeholder, path: string) => {
    const { code } = await system.world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId });
    const visit = await system.visitAs(code, path);
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ key: 'assessments', roster });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    branch = present(handOvers.branches[0]);
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  const pathOf = async (kind: 'self-assessment' | 'superior-assessment') =>
    `/assessments/${(await handOvers.newest(branch.runId, kind)).id}`;
  const run = () => system.world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });

  /** Confirms every dimension of the sheet. */
  const confirmAll = async ({ page }: Visit) => {
    const boxes = page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    expect(await boxes.count()).toBe(FULL);
    for (const box of await boxes.all()) await box.check();
  };

  it('opens the own sheet at full marks, counts live, and hands it over with its reasons', async () => {
    const visit = await visitAs(branch.secretary, await pathOf('self-assessment'));
    const { page } = visit;
    await page.getByText('100.00').first().waitFor();
    const row = page.getByRole('row').filter({ hasText: '支部设置合规' });
    await row.getByRole('button', { name: /^扣分/ }).click();
    await page.getByText('-1.00 缺成立或调整批复').click();
    await row.getByLabel('扣分理由').fill('2017年调整批复尚未找到');
    await page.getByRole('button', { name: '报送自评申报' }).click();
    await page.getByRole('alert').getByText('“支部设置合规”有一处扣分尚未记入').waitFor();
    expect((await run()).step).not.toBe('ballot-opening');
    await row.getByLabel('扣分理由').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('99.00').waitFor();
    await page.getByText('已保存').waitFor();
    await confirmAll(visit);
    await page.getByText('报送后由上级组织测评和评估').waitFor();
    await visit.picture('self-assessment');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '报送自评申报' }).click();
    await page.getByText('评估表已定稿').waitFor();
    expect(await run()).toMatchObject({ step: 'ballot-opening', selfScore: 9900 });
  });

  it('lets the first assessor write beside the own score, with the gates live, and sign', async () => {
    const ballotBoxId = await handOvers.openBallot(branch);
    const { dataSource } = system.world;
    const codes = await inTransaction(dataSource, (m) => issueBallotCodes(m, ballotBoxId));
    for (const code of [...codes.members, ...codes.masses]) {
      await inTransaction(dataSource, (m) => castBallot(m, code, ['A', 'A', 'A', 'A', 'A', 'A']));
    }
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId } });
    const visit = await visitAs(present(handOvers.assessors[0]), await pathOf('superior-assessment'));
    const { page } = visit;
    const row = page.getByRole('row').filter({ hasText: '支部设置合规' });
    await row.getByText('2.00').waitFor(); // the branch's own
    await page.getByText('已开展党员群众测评').waitFor();
    expect(await page.getByRole('link', { name: '查看测评' }).getAttribute('href')).toMatch(
      `/branch-ballots/${branch.runId}`,
    );
    await row.getByRole('button', { name: /^扣分/ }).click();
    await page.getByText('-3.00 应建未建').click();
    await row.getByLabel('扣分理由').fill('调整超过六个月');
    await page.keyboard.press('Enter');
    await page.getByText('上级对标评估得分 97.00').waitFor();
    await confirmAll(visit);
    await page.getByText('已保存').waitFor();
    const other = await visitAs(present(handOvers.assessors[1]), await pathOf('superior-assessment'));
    const boxes = other.page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false); // another's are not his
    await visit.picture('assessment-first');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '第一评估人署名' }).click();
    await page.getByText('评估表已提交').waitFor();
    expect((await run()).step).toBe('countersigning');
  });

  it('lets the second mark where he thinks otherwise, refuses him what he did not read, and concludes', async () => {
    const visit = await visitAs(present(handOvers.assessors[1]), await pathOf('superior-assessment'));
    const { page } = visit;
    const differs = page.getByLabel('有不同意见：支部设置合规');
    const signatures = page.getByRole('list', { name: '报送、署名情况' }).getByRole('listitem');
    await signatures.filter({ hasText: `第一评估人署名：合成机关党委0001 评估人员` }).waitFor();
    await differs.check();
    await page.getByRole('button', { name: '有 1 处不同意见，退回重评' }).waitFor();
    await visit.picture('assessment-second');
    expect(await visit.seriousFindings()).toEqual([]);
    await differs.uncheck();
    const sign = page.getByRole('button', { name: '第二评估人署名' });
    await sign.click();
    await page
      .getByRole('alert')
      .getByText(/项指标未经确认/)
      .first()
      .waitFor();
    await confirmAll(visit);
    await page.getByText('署名后评估结论即告成立').waitFor();
    await sign.click();
    await page.getByText('评估表已定稿').waitFor();
    expect(await run()).toMatchObject({ result: 'passed', superiorScore: 9700 });
    await signatures.nth(1).getByText('对标评估有结论').waitFor();
    const record = page.getByRole('list', { name: '报送、署名情况' });
    await page.emulateMedia({ media: 'print' });
    expect(await record.isVisible()).toBe(true);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    await page.screenshot({ path: '.duibiao/screens/assessment-on-paper.zh.png', fullPage: true });
  });
});
