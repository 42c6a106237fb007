import { type BallotCodes, inTransaction, issueBallotCodes, reissueBallotCodes } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The ballot as a voter meets it (苏委工〔2020〕6号 三.4): a slip of paper, a phone, no account. */
describeInBrowser('the page of a voter', () => {
  let system: ConsoleWorld;
  let handOvers: HandOvers;
  let ballotBoxId: string;
  let codes: BallotCodes;
  const visits: Visit[] = [];
  const vote = async (path: string, options: object = PHONE) => {
    const visit = await system.visit(path, options);
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    system = await ConsoleWorld.open({ roster, key: 'ballots' });
    const { world } = system;
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    const branch = present(handOvers.branches[0]);
    await handOvers.applyAgain(branch, '自评');
    ballotBoxId = await handOvers.openBallot(branch);
    codes = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, ballotBoxId));
  }, 240_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  const ballots = () =>
    system.world.dataSource.query<{ voterGroup: string; answers: string }[]>(
      'SELECT voter_group AS voterGroup, answers FROM ballots ORDER BY answers',
    );
  const choose = async ({ page }: Visit, choices: readonly string[]) => {
    for (const [at, choice] of choices.entries()) {
      await page.locator('fieldset').nth(at).getByRole('radio', { name: choice, exact: true }).check();
    }
  };

  it('is entered by the code behind # of the address, which goes to no server and stays in no address', async () => {
    const code = present(codes.members[0]);
    const visit = await vote('about:blank');
    const addresses: string[] = [];
    visit.page.on('request', (request) => addresses.push(request.url()));
    await visit.page.goto(`${system.address}/vote#${code}`);
    await visit.page.locator('fieldset').nth(5).waitFor();
    expect(visit.path).toBe('/vote');
    expect(addresses.filter((address) => new URL(address).href.split('#')[0]?.includes(code))).toEqual([]);
    await visit.picture('vote');
    expect(await visit.seriousFindings()).toEqual([]);
    await visit.speak('en');
    await visit.page.locator('fieldset', { hasText: '1. Political function' }).getByText('Mostly satisfied').waitFor();
    await visit.speak('zh');
    await choose(visit, ['满意', '满意', '基本满意', '不满意', '不了解']);
    await visit.page.getByRole('button', { name: '投票' }).click();
    await visit.page.getByText('还有 1 题没有选').waitFor();
    expect(await visit.page.evaluate<string>('document.activeElement.name')).toBe('question-5');
    await visit.picture('vote-missing');
    expect(await ballots()).toEqual([]);
    await visit.page.locator('fieldset').nth(5).getByRole('radio', { name: '满意', exact: true }).check();
    await visit.page.getByRole('button', { name: '投票' }).click();
    await visit.page.getByText('您的测评已经计入').waitFor();
    await visit.picture('vote-done');
    expect(await ballots()).toEqual([{ voterGroup: 'member', answers: 'AABCDA' }]);
    expect(await visit.page.evaluate<number>('sessionStorage.length')).toBe(0);
    await visit.page.goto(`${system.address}/vote#${code}`);
    await visit.page.getByText('您的那一票已经计入').waitFor();
  });

  it('takes a code as people write it, by keyboard alone', async () => {
    const code = present(codes.masses[0]);
    const { page, ...visit } = await vote('/vote', {});
    await page.getByLabel('测评码').focus();
    await page.keyboard.type(`${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase());
    await page.keyboard.press('Enter');
    await page.locator('fieldset').first().waitFor();
    await page.keyboard.press('Enter'); // where nothing is chosen it leads to the first question
    for (let at = 0; at < 6; at += 1) {
      if (at === 0) await page.locator('fieldset input').first().focus();
      else await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.getByText('您的测评已经计入').waitFor();
    expect(visit.faults).toEqual([]);
    expect((await ballots()).map(({ voterGroup }) => voterGroup).sort()).toEqual(['mass', 'member']);
  });

  it('says nothing of who is signed in beside it', async () => {
    const visit = await system.visitAs(system.holderOf('branch-secretary'), '/');
    const sent: Record<string, string>[] = [];
    visit.page.on('request', (request) => {
      if (request.url().includes('/ballot-boxes/')) sent.push(request.headers());
    });
    await visit.page.goto(`${system.address}/vote#${present(codes.members[1])}`);
    await visit.page.locator('fieldset').nth(5).waitFor();
    await choose(visit, Array<string>(6).fill('满意'));
    await visit.page.getByRole('button', { name: '投票' }).click();
    await visit.page.getByText('您的测评已经计入').waitFor();
    expect(sent).toHaveLength(2);
    for (const headers of sent) {
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/cookie|idempotency-key|duibiao-office|authorization/)]),
      );
    }
    visits.push(visit);
  });

  it('says in plain words of each code that does not count why, and what to do', async () => {
    const { dataSource } = system.world;
    const visit = await vote('/vote');
    const { page } = visit;
    const refused = async (code: string, words: string) => {
      await page.getByLabel('测评码').fill(code);
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByRole('alert').getByText(words).first().waitFor();
    };
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请填写测评码').waitFor();
    await refused('NOSUCHCODE22', '逐字核对');
    await visit.picture('vote-refused');
    expect(await visit.seriousFindings()).toEqual([]);
    await page.getByLabel('测评码').fill('');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请填写测评码').waitFor();
    expect(await page.getByText('逐字核对').count()).toBe(0); // one message at a time
    await refused(present(codes.members[0]), '已经投过票');
    const replaced = present(codes.members[2]);
    const sheet = await inTransaction(dataSource, (m) =>
      reissueBallotCodes(m, {
        ...{ boxId: ballotBoxId, actor: handOvers.officer.personId, office: handOvers.officer.role },
        ...{ operationKey: 'reissued', recordedAt: handOvers.now, writtenAt: handOvers.now },
      }),
    );
    await refused(replaced, '换发新码');
    const fresh = present(sheet.codes.members[0]);
    await page.getByLabel('测评码').fill(fresh);
    await page.getByRole('button', { name: '下一步' }).click();
    await choose(visit, Array<string>(6).fill('满意'));
    const branch = present(handOvers.branches[0]);
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId } });
    await page.getByRole('button', { name: '投票' }).click();
    await page.getByText('这次测评已经结束').waitFor();
    await page.getByRole('button', { name: '换一个测评码' }).click();
    await page.getByLabel('测评码').waitFor();
    expect(await ballots()).toHaveLength(3);
  });

  it('is counted on paper by two persons, of whom the second closes it', async () => {
    const branch = present(handOvers.branches[1]);
    await handOvers.applyAgain(branch, '自评');
    const { organisationId, officer } = handOvers;
    const { dataSource } = system.world;
    const [other] = await dataSource.query<{ code: string }[]>(
      `SELECT p.code FROM offices f JOIN people p ON p.id = f.person_id
        WHERE f.body_id = ? AND f.role IN ('organisation-officer', 'organisation-secretary') AND p.id <> ?`,
      [organisationId, officer.personId],
    );
    const path = `/branch-ballots/${branch.runId}`;
    const first = await system.visitAs(system.holderOf('organisation-officer'), path);
    const second = await system.visitAs(present(other).code, path);
    visits.push(first, second);
    await first.page.getByRole('radio', { name: /^纸质测评/ }).check();
    await first.page.getByRole('button', { name: '开始党员群众测评' }).click();
    const count = async ({ page }: Visit, satisfied: number) => {
      const form = page.getByRole('form', { name: '录入计票结果' });
      await form.getByLabel('收回党员测评表（份）').fill('4');
      await form.getByLabel('收回群众测评表（份）').fill('3');
      const rows = form.locator('tbody tr');
      for (let at = 0; at < 6; at += 1) await rows.nth(at).getByRole('spinbutton').first().fill(String(satisfied));
      await form.getByRole('button', { name: '录入计票结果' }).click();
    };
    const asksInEnglish = async (visit: Visit) => {
      await visit.speak('en');
      const board = visit.page.locator('table.board').last();
      expect((await board.locator('thead th').allInnerTexts()).join()).toMatch(/^Question,Satisfied,[A-Za-z ,]+$/);
      expect(await board.getByRole('rowheader').first().innerText()).toMatch(/^1\. Political function/);
      await visit.speak('zh');
    };
    await count(first, 8);
    await first.page.getByText('本题 8 票，多于收回的 7 份').first().waitFor();
    await count(first, 7);
    await first.page.getByText('第一份计票结果由本人录入').waitFor();
    expect(await first.page.getByRole('button', { name: '结束测评并计票' }).isDisabled()).toBe(true);
    await second.page.reload();
    await second.page.getByRole('heading', { name: '第二份计票结果' }).waitFor();
    await count(second, 6);
    await second.page.getByText('两名监票人计数不一致').first().waitFor();
    await second.picture('ballot-counts-differ');
    await asksInEnglish(second);
    expect(await second.seriousFindings()).toEqual([]);
    await count(second, 7);
    await second.page.getByRole('button', { name: '结束测评并计票', disabled: false }).click();
    const dialog = second.page.getByRole('dialog', { name: '结束测评并计票' });
    await dialog.getByRole('button', { name: '结束测评并计票' }).click();
    await second.page.getByText('收回党员测评表 4 份，群众测评表 3 份。').waitFor();
    await second.picture('ballot-paper-closed');
    await asksInEnglish(second);
    await second.page.goto(`/branch-runs/${branch.runId}`);
    await second.page.getByText('全部事项').click();
    await second.page.getByRole('link', { name: '测评结束并计票' }).waitFor();
    await second.picture('branch-run-balloted');
    await second.page.getByRole('link', { name: '党员群众测评结果' }).click();
    await second.page.getByRole('heading', { name: '测评结果' }).waitFor();
  });
});
