import { idOf, RecheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';

/** 抽查复核 as the committee does it, and as anybody watches and checks it (苏委工〔2020〕6号 三.4, 五.2). */
describeInBrowser('the draw of a spot check and its rechecks', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let first: Visit;
  let second: Visit;
  const visits: Visit[] = [];
  const visitOf = async ({ personId }: Officeholder, path: string) => {
    const { dataSource } = system.world;
    const [row] = await dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [personId]);
    const visit = await system.visitAs(present(row).code, path);
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ roster, key: 'spot-checks' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    await handOvers.decideAndFile();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => expect(visits.flatMap(({ faults }) => faults)).toEqual([]));

  it('is ordered and frozen by one of the committee, who is told that another has to reveal', async () => {
    first = await visitOf(present(handOvers.committee[0]), '/spot-checks');
    const { page } = first;
    await page.getByText('还没有部署抽查').waitFor();
    await first.picture('spot-checks-none');
    await page.getByRole('button', { name: '部署 2020年度抽查' }).click();
    await page.getByRole('heading', { name: '2020年度第 1 次抽查' }).waitFor();
    await page.getByText('种子摘要').waitFor();
    expect(await page.getByText('名单摘要（SHA-256）').count()).toBe(0);
    await page.getByRole('button', { name: '封存抽样名单' }).click();
    await page.getByText('须由工委另一位同志揭晓').waitFor();
    expect(await page.getByRole('button', { name: '揭晓抽样结果' }).count()).toBe(0);
    await first.picture('spot-check-frozen');
    expect(await first.seriousFindings()).toEqual([]);
  });

  it('is revealed by the other, while the first watches', async () => {
    second = await visitOf(present(handOvers.committee[1]), '/spot-checks');
    await second.page.getByRole('link', { name: '2020年度第 1 次抽查' }).click();
    await second.page.getByRole('button', { name: '揭晓抽样结果' }).click();
    await second.page.getByRole('link', { name: '复核办理' }).waitFor();
    await first.page.getByRole('link', { name: '复核办理' }).waitFor(); // nobody touched this page
    await first.picture('spot-check-drawn');
    expect(await first.seriousFindings()).toEqual([]);
  });

  it('is drawn again in the browser of anybody, without a request; a draw that was tampered with does not agree', async () => {
    const reader = await visitOf(present(handOvers.branches[0]).secretary, '/spot-checks');
    const { page } = reader;
    await page.getByRole('link', { name: '2020年度第 1 次抽查' }).click();
    await page.getByRole('button', { name: '现在验证' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: '现在验证' }).click();
    await page.getByText('验证相符').waitFor();
    expect(asked.filter((url) => url.includes('/spot-checks'))).toEqual([]);
    await reader.picture('spot-check-verified');
    expect(await reader.seriousFindings()).toEqual([]);
    const { dataSource, campaignId } = system.world;
    const id = idOf(campaignId, 'spot-check', 1);
    const { seed } = present(
      (await dataSource.query<{ seed: string }[]>('SELECT seed FROM spot_checks WHERE id = ?', [id]))[0],
    );
    await dataSource.query('UPDATE spot_checks SET seed = ? WHERE id = ?', ['1f'.repeat(32), id]);
    await page.reload();
    await page.getByRole('button', { name: '现在验证' }).click();
    await page.getByText('验证不符').waitFor();
    await dataSource.query('UPDATE spot_checks SET seed = ? WHERE id = ?', [seed, id]);
  });

  it('a pass falls by the word of two: the first gives a reason, the second confirms', async () => {
    const { manager } = system.world.dataSource;
    const recheck = present((await manager.find(RecheckEntity))[0]);
    const [one, other] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    await first.page.getByRole('link', { name: '复核办理' }).click();
    await first.page.getByText('谁可以复核').waitFor();
    await first.page.getByRole('button', { name: '作出复核结论' }).first().waitFor();
    await first.picture('rechecks');
    expect(await first.seriousFindings()).toEqual([]);
    const dialog = first.page.getByRole('dialog');
    await first.page.getByRole('button', { name: '作出复核结论' }).first().click();
    await dialog.getByRole('radio', { name: '不予维持' }).check();
    await dialog
      .getByRole('button', { name: '确 定' })
      .or(dialog.getByRole('button', { name: '确定' }))
      .click();
    await dialog.getByText('不予维持须写明理由').waitFor();
    expect(await first.seriousFindings()).toEqual([]);
    const sheet = await handOvers.draft(recheck.id, 'recheck-assessment', {
      body: { ...BELOW_THE_MARK, remark: '复核' },
      author: one,
    });
    await first.page.reload();
    await first.page.getByRole('button', { name: '作出复核结论' }).first().click();
    await dialog.getByRole('radio', { name: '不予维持' }).check();
    await dialog.getByLabel('理由').fill('会议记录缺失');
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    await first.page.getByText('待另一人确认').waitFor();
    expect(await first.page.getByRole('button', { name: '确认不予维持' }).count()).toBe(0);
    await handOvers.openSheet(sheet, other);
    await second.page.getByRole('link', { name: '复核办理' }).click();
    await second.page.getByRole('button', { name: '确认不予维持' }).click();
    expect(await second.seriousFindings()).toEqual([]);
    await second.page.getByRole('dialog').locator('.ant-modal-footer .ant-btn-primary').click();
    await second.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await second.page.getByRole('cell', { name: '已办结' }).waitFor();
    expect(await manager.findOneByOrFail(RecheckEntity, { id: recheck.id })).toMatchObject({
      verdict: 'overturned',
      recheckerId: one.personId,
      confirmerId: other.personId,
    });
  });
});
