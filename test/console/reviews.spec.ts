import { BranchRunEntity, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

/** 2022, 巩固年: a recognised branch looks at itself again, and the office above confirms what it read. */
describeInBrowser('a review', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  const visits: Visit[] = [];
  const visitAs = async ({ personId }: Officeholder, path = '/') => {
    const { code } = await system.world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId });
    const visit = await system.visitAs(code, path);
    visits.push(visit);
    return visit;
  };
  const run = () => system.world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });
  const begin = async (year: number) => {
    handOvers = await HandOvers.of(system.world, year);
    handOvers.now = `${year}-01-05T02:00:00.000Z`;
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
  };
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 1, seed: 1 });
    system = await ConsoleWorld.open({ key: 'reviews', roster });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const one of handOvers.branches) await handOvers.apply(one);
    for (const one of handOvers.branches) await handOvers.assess(one);
    await handOvers.decideAndFile();
    await handOvers.drawAndRecognise(1);
    await handOvers.closeRound();
    for (const year of [2021, 2022]) {
      await begin(year);
      await handOvers.planOrganisation([]);
      await handOvers.planBranch(branch);
      if (year === 2021) await handOvers.closeRound();
    }
    await handOvers.goTo('2022-06-12T02:00:00.000Z');
    await handOvers.untilBranchesAre('review-writing');
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  /** Confirms every dimension of the sheet. */
  const confirmAll = async ({ page }: Visit) => {
    const boxes = page.getByRole('checkbox', { name: /已逐项看过$/ });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await box.check();
  };

  it('begins from the last sheet, takes what changed, and is handed over', async () => {
    const visit = await visitAs(branch.secretary);
    const { page } = visit;
    await page.getByRole('link', { name: /报送复查/ }).click();
    await page.getByRole('heading', { level: 1, name: '复查表' }).waitFor();
    await page.getByText('100.00').first().waitFor();
    const changes = page.getByRole('form', { name: '记入变化' });
    await changes.getByLabel('指标').fill('支部设置合规');
    await page.keyboard.press('Enter');
    await changes.getByLabel('变化情况').fill('三月按期换届');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByText('三月按期换届').waitFor();
    await confirmAll(visit);
    await page.getByText('已保存').waitFor();
    await visit.picture('review');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByRole('button', { name: '报送复查' }).click();
    await page.getByText('复查已报送').waitFor();
    await handOvers.untilBranchesAre('review-confirming');
  });

  it('is confirmed by the office above once each part of it was read', async () => {
    const visit = await visitAs(handOvers.officer);
    const { page } = visit;
    await page.getByRole('link', { name: /^确认复查：/ }).click();
    await page.getByText('三月按期换届').waitFor();
    const confirm = page.getByRole('button', { name: '确认复查' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: '仍然达标' }).check();
    await confirm.click();
    await page.getByRole('alert').getByText('未经确认').first().waitFor();
    expect((await run()).step).toBe('review-confirming');
    await confirmAll(visit);
    await page.getByText('确认后通知党支部').waitFor();
    await visit.picture('review-confirming');
    expect(await visit.seriousFindings()).toEqual([]);
    await confirm.click();
    await page.getByText('复查已报送').waitFor();
    await handOvers.untilBranchesAre('reviewed');
    expect((await run()).review).toBe('upheld');
  });
});
