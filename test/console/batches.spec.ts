import { RunOperationEntity } from '@app/persistence';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

describeInBrowser('batches in lists', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  const visits: Visit[] = [];
  const visitAs = async (person: string, path: string) => {
    const visit = await system.visitAs(person, path);
    visits.push(visit);
    await visit.page.locator('.list-total').waitFor();
    return visit;
  };

  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'batches' });
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it('sends the same keys again where the answer is lost half-way, and each is done once', async () => {
    const visit = await visitAs(system.holderOf('organisation-officer'), '/branch-runs?year=2020&sort=code');
    const { page } = visit;
    const keys: (string | undefined)[] = [];
    let lost = 0;
    await page.route('**/api/v1/surveys/open', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // it was done, and nobody hears of it
      return route.abort('connectionreset');
    });
    await page.getByRole('checkbox', { name: /^选择.*第001支部$/ }).check();
    await page.getByRole('checkbox', { name: /^选择.*第002支部$/ }).check();
    await page.getByText('已选 2 个，共列出 4 个').waitFor();
    await page.getByRole('button', { name: '部署摸底调研（可办 2 个）' }).click();
    const dialog = page.getByRole('dialog', { name: '部署摸底调研' });
    await dialog.getByText('部署摸底调研，由支部书记填报').nth(1).waitFor();
    await visit.picture('list-batch');
    expect(await visit.seriousFindings()).toEqual([]);
    await dialog.getByRole('button', { name: '部署摸底调研（2 个）' }).click();
    await dialog.getByText('办结 2 个，未办结 0 个').waitFor();
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    const [first] = handOvers.branches;
    const operations = await system.world.dataSource.manager.findBy(RunOperationEntity, {
      runId: present(first).runId,
    });
    expect(operations.length).toBe(2); // its opening and that of its survey
    await dialog.getByRole('button', { name: '完成' }).click();
  });

  it('says before it is sent what will not be done, and why, by keyboard alone', async () => {
    const visit = await visitAs(system.holderOf('organisation-officer'), '/branch-runs?year=2020&sort=code');
    const { page } = visit;
    await page.getByRole('checkbox', { name: '全选 4 个' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('已选 4 个，共列出 4 个').waitFor();
    await page.getByRole('button', { name: '部署摸底调研（可办 2 个）' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '部署摸底调研' });
    await dialog.getByText('所选中有 2 个此时不能办理').waitFor();
    await dialog.getByText('不送：现处“支部填报摸底”').nth(1).waitFor();
    await visit.picture('list-batch-some-not');
    await dialog.getByRole('button', { name: '部署摸底调研（2 个）' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('办结 2 个，未办结 0 个').waitFor();
    await visit.picture('list-batch-outcome');
    expect(await visit.seriousFindings()).toEqual([]);
  });

  it('offers nobody what is not his', async () => {
    const secretary = await visitAs(system.holderOf('branch-secretary'), '/branch-runs?year=2020');
    expect(await secretary.page.getByRole('checkbox').count()).toBe(0);
    const committee = await visitAs(system.holderOf('committee-officer'), '/branch-runs?year=2020');
    const { page } = committee;
    await page.getByRole('checkbox', { name: '全选 12 个' }).check();
    await page.getByRole('button', { name: '部署摸底调研（可办 0 个）' }).waitFor();
    expect(await page.getByRole('button', { name: '部署摸底调研（可办 0 个）' }).isDisabled()).toBe(true);
    await committee.picture('list-batch-bar');
  });
});
