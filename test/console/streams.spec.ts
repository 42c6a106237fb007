import type { Locator } from 'playwright-core';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { holdTable } from '../support/held-table';
import { present } from '../support/present';

/** 1440 points across, looked at at 200 %. */
const WINDOW_AT_200_PERCENT = { width: 720, height: 450 };

/** 查阅: from sign-in to the record of a branch and a verification of the whole, changing nothing. */
describeInBrowser('the inspection of a campaign', () => {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 });
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let inspector: Visit;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path: string) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    system = await ConsoleWorld.open({ roster, key: 'streams' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => expect(visits.flatMap(({ faults }) => faults)).toEqual([]));

  it('finds a record by number, and reads it by what moved the run, by all events, and as it stands in the chain', async () => {
    const branch = present(roster.branches[1]);
    inspector = await visitAs(system.holderOf('inspector'), '/');
    const { page } = inspector;
    await page.locator('nav').getByText('查阅', { exact: true }).click();
    await page.getByRole('heading', { name: '查阅' }).waitFor();
    await page.getByText('尚未核验').waitFor();
    await page.getByText('共 3 条').or(page.getByText('3')).first().waitFor();
    await inspector.picture('streams');
    expect(await inspector.seriousFindings()).toEqual([]);
    await page.getByLabel('查找').fill(branch.code);
    await page.getByLabel('查找').press('Enter');
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: `${branch.name} 2020年度` }).press('Enter');
    await page.getByRole('heading', { name: `${branch.name} 2020年度` }).waitFor();
    await page.getByText('全部事项').click();
    await inspector.picture('stream-branch');
    expect(await inspector.seriousFindings()).toEqual([]);
    await page.getByText('原始记录').click();
    await page.getByText('第 1 条，').waitFor();
    expect(await page.getByRole('button', { name: /办理|报送|确认/ }).count()).toBe(0);
  });

  it('reaches the record of the campaign from its rounds', async () => {
    const { page } = inspector;
    await page.locator('nav').getByText('年度', { exact: true }).click();
    await page.getByRole('link', { name: '查阅台账' }).click();
    await page.getByRole('heading', { name: '专项工作' }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    expect(await inspector.seriousFindings()).toEqual([]);
  });

  it('has the record verified, sees how far it came, cancels, and begins again to its result', async () => {
    const { page } = inspector;
    const letGo = await holdTable(system.world.database, 'process_events');
    try {
      await page.locator('nav').getByText('核验', { exact: true }).click();
      await page.getByText('尚未核验').waitFor();
      await inspector.picture('verifications-none');
      await page.getByRole('button', { name: '核验台账' }).click();
      await page.getByText('正在逐条核对台账').waitFor();
      await page.getByText('正在核验，同时只进行一次').waitFor();
      await inspector.picture('verification-running');
      expect(await inspector.seriousFindings()).toEqual([]);
      await page.getByRole('button', { name: '取消核验' }).press('Enter');
      await page.getByText('没有得出结果').waitFor();
    } finally {
      await letGo();
    }
    await page.getByRole('button', { name: '核验台账' }).press('Enter');
    await page.getByText('全部记录与台账一致').waitFor();
    await inspector.picture('verification-sound');
    expect(await inspector.seriousFindings()).toEqual([]);
    await page.locator('nav').getByText('查阅', { exact: true }).click();
    await page.getByText('最近核验：一致').waitFor();
  });

  it('says which record does not agree, and leads to it', async () => {
    const { dataSource } = system.world;
    const { id } = present(handOvers.branches[0]);
    await dataSource.query('UPDATE branch_runs SET version = version + 1 WHERE branch_id = ?', [id]);
    const auditor = await visitAs(system.holderOf('audit-administrator'), '/verifications');
    await auditor.page.getByRole('button', { name: '核验台账' }).click();
    await auditor.page.getByText('须查明原因').waitFor();
    await auditor.picture('verification-faulty');
    expect(await auditor.seriousFindings()).toEqual([]);
    await dataSource.query('UPDATE branch_runs SET version = version - 1 WHERE branch_id = ?', [id]);
    const { page } = inspector;
    await page.locator('nav').getByText('核验', { exact: true }).click();
    await page
      .getByRole('link', { name: `${present(roster.branches[0]).name} 2020年度` })
      .first()
      .click();
    await page.getByRole('heading', { name: `${present(roster.branches[0]).name} 2020年度` }).waitFor();
  });

  it('is narrow enough for a small window, and says that it is refused to others', async () => {
    const secretary = await system.visitAs(system.holderOf('branch-secretary'), '/streams', {
      viewport: { width: 683, height: 700 },
    });
    visits.push(secretary);
    await secretary.page.getByRole('alert').first().waitFor();
    expect(await secretary.page.locator('nav').getByText('查阅', { exact: true }).count()).toBe(0);
    const narrow = await system.visitAs(system.holderOf('committee-officer'), '/verifications', {
      viewport: WINDOW_AT_200_PERCENT,
    });
    visits.push(narrow);
    await narrow.page.getByText('须查明原因').waitFor();
    await narrow.picture('verification-narrow');
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const pages = narrow.page.getByRole('navigation', { name: /^(页面|Pages)$/ });
    const [heading] = await boxesOf(narrow.page.locator('h1'));
    expect(heading?.bottom).toBeLessThan(WINDOW_AT_200_PERCENT.height); // the page is seen, not its ways alone
    for (const language of ['en', 'zh'] as const) {
      await narrow.speak(language);
      await pages.getByRole('button').click();
      const ways = await boxesOf(pages.getByRole('link'));
      expect(ways.length).toBeGreaterThan(10);
      expect(ways.filter((way) => way.isCut || ways.some((other) => other !== way && overlap(way, other)))).toEqual([]);
      await narrow.page.screenshot({ path: `.duibiao/screens/navigation-at-200-percent.${language}.png` });
      expect(await narrow.seriousFindings()).toEqual([]);
      await pages.getByRole('button').click();
      expect(await pages.getByRole('link').count()).toBe(0);
    }
    await pages.getByRole('button').click();
    await pages.getByRole('link', { name: '问题清单' }).click();
    await narrow.page.getByRole('heading', { level: 1, name: '问题清单' }).waitFor();
    expect(await pages.getByRole('link').count()).toBe(0);
  });
});

/** Where something stands in the window, and whether a part of it is not seen. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isCut: boolean;
}

function boxesOf(found: Locator): Promise<Box[]> {
  return found.evaluateAll(
    (elements, width) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const isCut = element.scrollWidth > element.clientWidth || left < 0 || right > width;
        return { left, right, top, bottom, isCut };
      }),
    WINDOW_AT_200_PERCENT.width,
  );
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
