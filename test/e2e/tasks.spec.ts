import {
  BranchEntity,
  castBallot,
  idOf,
  inTransaction,
  issueBallotCodes,
  OfficeEntity,
  PersonEntity,
  RecheckEntity,
  SpotCheckEntity,
} from '@app/persistence';
import { PERMISSIONS, type PermissionName, type Role } from '@app/domain';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';
import { ID } from '../support/ids';

interface Task {
  readonly kind: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly step: string;
  readonly title: string;
  readonly titleEn: string;
  readonly action: { readonly name: PermissionName; readonly title: string } | null;
  readonly office: { readonly role: Role } | null;
  readonly isStuck: boolean;
  readonly held: { readonly branches: number; readonly lacking: readonly string[] } | null;
  readonly since: string | null;
  readonly dueDate: string | null;
  readonly workdaysLeft: number | null;
}

describe('what each office is to do', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun, second: BranchWithRun, third: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 5 }) });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    [first, second, third] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const codeOf = async ({ personId }: Officeholder) =>
    (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;

  /** His tasks; each says whose it is, in words, and a hand-over that his office may do. */
  async function tasksOf(who: Officeholder): Promise<Task[]> {
    const { body } = await http.send(await codeOf(who), 'get', { path: '/me/tasks' });
    for (const { action, office, title, titleEn, name } of body.items as Task[]) {
      expect([title, name].join()).not.toMatch(ID);
      expect([title, name].join()).not.toMatch(/[a-z]-[a-z]/);
      expect(titleEn).toMatch(/^[a-z]/);
      if (action && office) expect(PERMISSIONS[action.name].roles).toContain(office.role);
    }
    return body.items as Task[];
  }
  const namesFor = async (who: Officeholder) =>
    (await http.send(await codeOf(who), 'get', { path: '/me/tasks' })).body.names;
  const deedsOf = async (who: Officeholder) =>
    (await tasksOf(who)).map(({ code, action }) => `${code} ${action?.name}`).sort();
  const each = (deed: string, branches = handOvers.branches) => branches.map(({ code }) => `${code} ${deed}`);
  const ORGANISATION = 'HC0001';

  /** Its only officer counts first; the count, and then the closing, are another's, who holds another office there. */
  async function holdOnPaper(branch: BranchWithRun): Promise<void> {
    const { officer, organisationId } = handOvers;
    const { manager } = world.dataSource;
    const { personId } = await manager.findOneByOrFail(OfficeEntity, {
      role: 'organisation-secretary',
      bodyId: organisationId,
    });
    const secretary: Officeholder = { role: 'organisation-secretary', personId };
    await manager.update(BranchEntity, { id: branch.id }, { members: 6, masses: 6 });
    const ballotBoxId = idOf(branch.runId, 'ballot-box', 1);
    const input = { ballotBoxId, mode: 'paper' };
    await handOvers.say(officer, branch.workflowId, { name: 'openBallot', input });
    const count = { cast: { members: 6, masses: 6 }, perQuestion: Array.from({ length: 6 }, () => ({ A: 12 })) };
    const seen = async (who: Officeholder) => {
      const { body } = await http.send(await codeOf(who), 'get', { path: `/branch-runs/${branch.runId}` });
      const deeds = (await deedsOf(who)).filter((deed) => deed.startsWith(branch.code));
      return [deeds, body.allowedActions];
    };
    const counted = async (who: Officeholder) => {
      const path = `/ballot-boxes/${ballotBoxId}/counts`;
      expect((await http.send(await codeOf(who), 'post', { path, body: count })).status).toBe(200);
    };
    const [may, mayCount] = [
      ['closeBallot', 'enterBallotCount', 'enterProblem'],
      ['enterBallotCount', 'enterProblem'],
    ];
    expect(await seen(officer)).toEqual([each('enterBallotCount', [branch]), may]);
    expect(await seen(secretary)).toEqual([each('enterBallotCount', [branch]), may]); // he sees his officers' tasks
    await counted(officer);
    expect(await seen(officer)).toEqual([[], mayCount]);
    expect(await seen(secretary)).toEqual([each('enterBallotCount', [branch]), may]);
    await counted(secretary);
    expect(await seen(officer)).toEqual([[], mayCount]);
    expect(await seen(secretary)).toEqual([each('closeBallot', [branch]), may]);
    await handOvers.say(secretary, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId } });
  }

  it('says what, of whom, by when, and by which hand-over', async () => {
    await handOvers.goTo('2020-05-28T02:00:00.000Z');
    const tasks = await tasksOf(handOvers.officer);
    expect(tasks).toHaveLength(4);
    expect(tasks[0]).toMatchObject({
      code: first.code,
      name: '合成机关党委0001第001支部',
      title: '待部署摸底',
      titleEn: 'survey to be opened',
      action: { name: 'openSurvey', title: '部署摸底调研', titleEn: 'open a survey' },
      dueDate: '2020-05-31',
      workdaysLeft: 1,
      light: 'near',
    });
    expect(tasks.at(-1)).toMatchObject({ title: '制定年度计划', dueDate: '2020-06-30' });
    expect(await tasksOf(first.secretary)).toEqual([]);
  });

  it('comes in pages, in the order of the whole', async () => {
    const person = await codeOf(handOvers.officer);
    const whole = await tasksOf(handOvers.officer);
    const pages: Task[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await http.send(person, 'get', { path: `/me/tasks?limit=1${cursor && `&cursor=${cursor}`}` });
      expect((body.items as Task[]).length).toBe(1);
      pages.push(...(body.items as Task[]));
      cursor = body.nextCursor as string | null;
    }
    expect(pages).toEqual(whole);
    for (const cursor of ['nonsense', Buffer.from('["x"]').toString('base64url')]) {
      const { status } = await http.send(person, 'get', { path: `/me/tasks?cursor=${cursor}` });
      expect([cursor, status]).toEqual([cursor, 400]);
    }
    const { text } = await http.send(person, 'get', { path: '/me/tasks?format=csv' });
    expect(text.trim().split('\r\n')).toHaveLength(whole.length + 1);
  });

  it('is what he can do now, and nothing that waits for others', async () => {
    const { officer, assessors, recorder } = handOvers;
    const [committee, colleague] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    await handOvers.survey(first);
    await handOvers.say(officer, second.workflowId, { name: 'openSurvey' });
    expect(await deedsOf(second.secretary)).toEqual(each('submitSurvey', [second]));
    await handOvers.submitSurvey(second);
    expect(await deedsOf(officer)).toEqual(
      [`${ORGANISATION} submitOrganisationPlan`, `${second.code} confirmSurvey`, `${third.code} openSurvey`].sort(),
    );
    const input = { surveyClass: 'middle' };
    await handOvers.say(officer, second.workflowId, { name: 'confirmSurvey', input });
    await handOvers.survey(third);
    await handOvers.planOrganisation();
    expect(await deedsOf(first.secretary)).toEqual(each('submitBranchPlan', [first]));
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    expect(await deedsOf(officer)).toEqual([]);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    await handOvers.applyAgain(first);
    expect(await deedsOf(officer)).toEqual(each('openBallot', [first]));
    await handOvers.apply(second);
    await handOvers.applyAgain(third);
    await holdOnPaper(third);
    expect(await deedsOf(present(assessors[0]))).toEqual(each('signAssessment', [second, third]));
    const box = await handOvers.openBallot(first);
    expect(await deedsOf(officer)).toEqual(each('closeBallot', [first]));
    const run = { path: `/branch-runs/${first.runId}` };
    expect((await http.send(await codeOf(officer), 'get', run)).body.allowedActions).toEqual([
      'closeBallot',
      'enterProblem',
    ]);
    const { members, masses } = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, box));
    for (const code of [...members, ...masses]) {
      await inTransaction(world.dataSource, (m) => castBallot(m, code, ['A', 'A', 'A', 'A', 'A', 'A']));
    }
    await handOvers.say(officer, first.workflowId, { name: 'closeBallot', input: { ballotBoxId: box } });
    await handOvers.assess(first);
    const listedSince = handOvers.now;
    await handOvers.assess(second);
    expect(await tasksOf(officer)).toMatchObject([
      { code: ORGANISATION, action: null, held: { branches: 2, lacking: [third.id] }, since: listedSince },
    ]);
    expect(await namesFor(officer)).toMatchObject({ [third.id]: { name: '合成机关党委0001第003支部' } });
    await handOvers.assess(third);
    expect(await deedsOf(officer)).toEqual([`${ORGANISATION} submitConclusions`]);
    expect(await tasksOf(officer)).toMatchObject([{ held: null, since: handOvers.now }]); // since the last conclusion, not since the plan
    expect(await deedsOf(recorder)).toEqual([]);
    for (const one of [committee, colleague]) expect(await deedsOf(one)).toEqual([]);
  });

  it('goes on to the recorder, back to the officer, and to the committee as one task each', async () => {
    const { officer, recorder } = handOvers;
    const [committee, colleague] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.decideAndFile();
    expect(await deedsOf(recorder)).toEqual([]);
    expect(await deedsOf(officer)).toEqual([]);
    expect(await deedsOf(committee)).toEqual(['local orderSpotCheck']);
    await handOvers.goTo('2020-12-02T02:00:00.000Z');
    await handOvers.say(committee, handOvers.campaignWorkflowId, { name: 'orderSpotCheck', input: { year: 2020 } });
    expect(await deedsOf(committee)).toEqual(['1 freezeSpotCheck']);
    const { workflowId } = await world.dataSource.manager.findOneByOrFail(SpotCheckEntity, { no: 1 });
    await handOvers.say(committee, workflowId, { name: 'freezeSpotCheck' });
    expect(await deedsOf(committee)).toEqual([]);
    const its = { role: 'committee-officer', personId: colleague.personId } as const;
    await world.dataSource.manager.update(OfficeEntity, its, { validTo: '2020-12-01' });
    expect(await tasksOf(committee)).toMatchObject([{ code: '1', kind: 'spot-check', isStuck: true, action: null }]);
    await world.dataSource.manager.update(OfficeEntity, its, { validTo: null });
    expect(await deedsOf(committee)).toEqual([]);
    expect(await deedsOf(colleague)).toEqual(['1 revealSpotCheck']);
    await handOvers.say(colleague, workflowId, { name: 'revealSpotCheck' });
  });

  it('is an overturn to confirm for who neither found it nor filled in its sheet; where nobody is left, all are told', async () => {
    const [committee, colleague] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    const [recheck] = await world.dataSource.manager.find(RecheckEntity);
    const { id: recheckId, branchId } = present(recheck);
    const [drawn] = handOvers.branches.filter(({ id }) => id === branchId).map(present);
    const { workflowId } = await world.dataSource.manager.findOneByOrFail(SpotCheckEntity, { no: 1 });
    const overturn = async (author: Officeholder) => {
      const sheet = await handOvers.draft(recheckId, 'recheck-assessment', { body: BELOW_THE_MARK, author });
      await handOvers.openSheet(sheet, committee);
      const { remarksId: reasonId, digest: reasonDigest } = await handOvers.remark(recheckId, author.personId);
      const input = { recheckId, digest: sheet.digest, verdict: 'overturned', reasonId, reasonDigest };
      await handOvers.say(committee, workflowId, { name: 'concludeRecheck', input });
      return sheet.digest;
    };
    const waitsFor = async (who: Officeholder) => {
      const path = `/branch-runs/${present(drawn).runId}`;
      const { body: why } = await http.send(await codeOf(who), 'get', { path: `${path}/explain` });
      const { body: run } = await http.send(await codeOf(who), 'get', { path });
      const waitingOn = why.waitingOn as { role: Role; persons: string[]; isBarred: boolean };
      expect(run.waitingOn).toMatchObject({ role: waitingOn.role });
      expect(why.overturnProposedAt !== null).toBe(waitingOn.role === 'committee-officer');
      return waitingOn;
    };
    const nameOf = async ({ personId }: Officeholder) =>
      (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).name;
    expect(await waitsFor(committee)).toMatchObject({ role: 'area-liaison', isBarred: false });
    const sheetDigest = await overturn(colleague);
    const publication = 'local openPublication';
    for (const one of [colleague, committee]) {
      const [stuck, other] = await tasksOf(one);
      expect(stuck).toMatchObject({ kind: 'recheck', code: present(drawn).code, isStuck: true, action: null });
      expect(other).toMatchObject({ isStuck: false, action: { name: 'openPublication' } });
    }
    expect(await waitsFor(committee)).toMatchObject({ role: 'committee-officer', persons: [], isBarred: true });
    // what is not confirmed yet is not for the assessed
    for (const one of [present(drawn).secretary, handOvers.officer, present(handOvers.assessors[0])]) {
      expect(await waitsFor(one)).toMatchObject({ role: 'area-liaison' });
    }
    const input = { recheckId, sheetDigest, ...(await handOvers.remark(recheckId, 'to be written again')) };
    await handOvers.say(committee, workflowId, { name: 'returnRecheck', input });
    await overturn(committee);
    expect(await deedsOf(colleague)).toEqual([...each('confirmRecheck', [present(drawn)]), publication]);
    expect(await deedsOf(committee)).toEqual([publication]);
    expect(await waitsFor(committee)).toMatchObject({ persons: [await nameOf(colleague)], isBarred: false });
  });
});

describe('what the committee is to do for a branch directly under it (直属党支部)', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 1, seed: 5 });
    const organisations = roster.organisations.map((one) => ({ ...one, kind: 'direct-branch' as const }));
    world = await LocalWorld.open({ roster: { ...roster, organisations } });
    http = await HttpWorld.open(world);
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  it('is no filing to register for who sent it', async () => {
    const handOvers = await HandOvers.of(world);
    const [branch] = handOvers.branches.map(present);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    await handOvers.apply(present(branch));
    const [sender, colleague] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    const offered = async ({ personId }: Officeholder) => {
      const { code } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId });
      const path = `/organisation-runs/${handOvers.organisationRunId}`;
      return (await http.send(code, 'get', { path })).body.allowedActions as string[];
    };
    expect(await offered(sender)).not.toContain('submitConclusions'); // its branch lacks a conclusion
    await handOvers.assess(present(branch));
    expect(await offered(sender)).toContain('submitConclusions');
    await handOvers.submitConclusions();
    expect(await offered(sender)).not.toContain('submitConclusions'); // that very list waits for its decision
    await handOvers.decide();
    await handOvers.sendFiling();
    const deedsOf = async ({ personId }: Officeholder) => {
      const { code } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId });
      const { body } = await http.send(code, 'get', { path: '/me/tasks' });
      return (body.items as Task[]).map(({ action }) => action?.name);
    };
    expect([await deedsOf(sender), await deedsOf(colleague)]).toEqual([[], ['registerFiling']]);
    const { code, name } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: colleague.personId });
    const { body } = await http.send(code, 'get', { path: `/branch-runs/${present(branch).runId}/explain` });
    expect(body.waitingOn).toMatchObject({ persons: [name], isBarred: false });
    expect([await offered(sender), await offered(colleague)]).toEqual([
      ['returnFiling'],
      ['returnFiling', 'registerFiling'],
    ]);
  });
});
