import { idOf } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

/** The draw of an 抽查复核 as the committee does it, and as anybody watches and checks it (苏委工〔2020〕6号 三.4, 五.2). */
describeInBrowser('the draw of a spot check', () => {
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
    await page.getByRole('heading', { name: '2020年度抽查（全程第 1 次）' }).waitFor();
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
    await second.page.getByRole('link', { name: '2020年度抽查（全程第 1 次）' }).click();
    await second.page.getByRole('button', { name: '揭晓抽样结果' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '揭晓抽样结果' }).click();
    await second.page.getByRole('link', { name: '复核办理' }).waitFor();
    await first.page.getByRole('link', { name: '复核办理' }).waitFor(); // nobody touched this page
    await first.page.getByText(/于\d{4}年\d+月\d+日 \d\d:\d\d封存$/).waitFor();
    await first.page.getByText(/于\d{4}年\d+月\d+日 \d\d:\d\d揭晓$/).waitFor();
    await first.picture('spot-check-drawn');
    expect(await first.seriousFindings()).toEqual([]);
  });

  it('is drawn again in the browser of anybody, from what is published; a draw that was tampered with does not agree', async () => {
    const reader = await visitOf(present(handOvers.branches[0]).secretary, '/spot-checks');
    const { page } = reader;
    await page.getByRole('link', { name: '2020年度抽查（全程第 1 次）' }).click();
    await page.getByRole('button', { name: '现在验证' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: '现在验证' }).click();
    await page.getByText('验证相符').waitFor();
    expect(asked.filter((url) => url.includes('/spot-checks'))).toEqual([expect.stringMatching(/\/draw$/)]);
    await page.getByText('查看名单').click();
    await page.getByRole('group').getByText('合成机关党委0001第002支部').waitFor();
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
    await page.getByText('公布的种子与事先封存的种子摘要不符').waitFor();
    await dataSource.query('UPDATE spot_checks SET seed = ? WHERE id = ?', [seed, id]);
  });
});
